import { join } from 'node:path';
import { dayMs, type Instant, msBetween } from '../../workflows/domain/time.ts';
import type { Email } from './email.ts';
import { appendLine, readLines } from './journal.ts';

/** An accepted mail. */
export type ReceivedMail = Email & {
  id: string;
  idempotencyKey: string | null;
  receivedAt: Instant;
};

/** What was answered under an idempotency key, and to which bytes. */
export type KeptAnswer = {
  key: string;
  fingerprint: string;
  status: number;
  body: unknown;
  at: Instant;
};

/** Accepted mails in the order they came, and the answers kept for a day under their keys. */
export type MailStore = {
  /** Keeps the mails of one request together with its answer: both, or neither. */
  keep(mails: readonly ReceivedMail[], answer: KeptAnswer | null): void;
  findAnswer(key: string, at: Instant): KeptAnswer | undefined;
  findMail(id: string): ReceivedMail | undefined;
  listMails(): readonly ReceivedMail[];
};

/** Resend forgets a key after 24 hours; the same key then sends again. */
const keyLifeMs = dayMs;

/**
 * With a folder, everything kept is in its `mails.jsonl` before `keep` returns, and is found again
 * by the next store on that folder, after a kill too. Without one it is gone with the process.
 * A folder serves one process at a time.
 */
export const createMailStore = ({ folder }: { folder?: string } = {}): MailStore => {
  const file = folder === undefined ? undefined : join(folder, 'mails.jsonl');
  const mails = new Map<string, ReceivedMail>();
  const answers = new Map<string, KeptAnswer>();

  const remember = (entry: Entry): void => {
    for (const mail of entry.mails) mails.set(mail.id, mail);
    if (entry.answer) answers.set(entry.answer.key, entry.answer);
  };
  if (file !== undefined) for (const line of readLines(file)) remember(line as Entry);

  return {
    keep: (received, answer) => {
      const entry: Entry = { mails: received, answer };
      if (file !== undefined) appendLine(file, entry);
      remember(entry);
    },
    findAnswer: (key, at) => {
      const answer = answers.get(key);
      return answer && msBetween(answer.at, at) < keyLifeMs ? answer : undefined;
    },
    findMail: (id) => mails.get(id),
    listMails: () => [...mails.values()],
  };
};

type Entry = { mails: readonly ReceivedMail[]; answer: KeptAnswer | null };
