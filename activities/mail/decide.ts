import type { Db, Sql } from '../../db/client.ts';
import { type AddressFacts, lockAddress, readAddressFacts } from '../../db/mail/address-facts.ts';
import { addressKeyOf } from '../../db/mail/address-key.ts';
import { type Deciding, storeEnd, storeHeld, storeMail } from '../../db/mail/decisions.ts';
import { getMailFacts, type MailFacts } from '../../db/mail/facts.ts';
import type { Message } from '../../db/mail/messages.ts';
import type { StoredLink, StoredMail } from '../../db/schema/mail/messages.ts';
import { inTransaction } from '../../db/transaction.ts';
import { localDay, localDays } from '../../workflows/calendar/send-window.ts';
import { never } from '../../workflows/domain/backorder/delays.ts';
import { classOf } from '../../workflows/domain/backorder/message-kind.ts';
import { decideMail, type Verdict } from '../../workflows/domain/mail/gate/gate.ts';
import { findDay } from '../../workflows/domain/mail/gate/window.ts';
import { jitterOf } from '../../workflows/domain/mail/jitter.ts';
import { isInTrial, type OnlyTo } from '../../workflows/domain/mail/trial.ts';
import type { Activities } from '../call.ts';
import { notYet } from '../failure.ts';

type SendCall = Parameters<Activities['sendMail']>[0];

type Covers = Extract<Verdict, { decision: 'send' }>['covers'];

type Rendered = { mail: StoredMail; pageLink: StoredLink };

type Render = (facts: MailFacts, covers: Covers) => Promise<Rendered>;

type Decider = { db: Db; onlyTo: OnlyTo | undefined; render: Render };

/** Each time, somebody else has decided about this address while we rendered. */
const mostTries = 5;

/**
 * Decides by the gate whether a mail goes out now, and stores that with the mail. Relationship mail
 * to one address is decided one after the other, so that two orders never take the same day.
 * `known`: its row, if it was held, or stored and never handed to the provider.
 */
export const decideSending = async (
  decider: Decider,
  call: SendCall,
  known: Message | undefined,
): Promise<Message> => {
  const { db } = decider;
  const facts = await getMailFacts(db.sql, call.orderId);
  const deciding = decidingOf(call, facts);
  const { addressKey } = deciding;
  const ask = (sql: Sql) => askGate(sql, { decider, call, facts, deciding });
  const render = (verdict: Verdict) =>
    verdict.decision === 'send' && known?.decision !== 'sending'
      ? decider.render(facts, verdict.covers)
      : null;
  let verdict = await ask(db.sql);
  if (deciding.class === 'service' || addressKey === null) {
    return store(db.sql, { deciding, verdict, rendered: await render(verdict), known });
  }
  for (let left = mostTries; left > 0; left -= 1) {
    const rendered = await render(verdict);
    const before = verdict;
    const stored = await inTransaction(db, async (sql) => {
      await lockAddress(sql, addressKey);
      verdict = await ask(sql);
      if (isToBeRendered(before, verdict, known)) return undefined;
      return store(sql, { deciding, verdict, rendered, known });
    });
    if (stored) return stored;
  }
  throw notYet('mail_contended');
};

/** Whether it is to be sent after all, or says more or less than what was rendered. */
const isToBeRendered = (before: Verdict, now: Verdict, known: Message | undefined): boolean =>
  now.decision === 'send' &&
  known?.decision !== 'sending' &&
  JSON.stringify(before) !== JSON.stringify(now);

const decidingOf = ({ orderId, at, effect }: SendCall, facts: MailFacts): Deciding => {
  const { message } = effect;
  const { key, kind, dueAt } = message;
  const addressKey = facts.email === '' ? null : addressKeyOf(facts.email);
  return { orderId, key, kind, class: classOf(kind), at, dueAt, about: message, addressKey };
};

type Question = { decider: Decider; call: SendCall; facts: MailFacts; deciding: Deciding };

const askGate = async (sql: Sql, question: Question): Promise<Verdict> => {
  const { decider, call, facts, deciding } = question;
  const { orderId, at, effect } = call;
  const { addressKey, kind } = deciding;
  const { timeZone, email } = facts;
  const zone = { timeZone, jitterMs: addressKey === null ? 0 : jitterOf(addressKey) };
  // Days take long to work out, and most service mail goes out whatever the hour.
  const isAtOnce = deciding.class === 'service' && effect.deadlineAt === null;
  const days = isAtOnce ? [] : localDays(at, { ...zone, back: daysBack, ahead: daysAhead });
  const { heard, planned, said, ...wishes } = await readAddress(sql, { ...question, days });
  const { pausedUntil, isSuppressed, wantsUpdates } = wishes;
  return decideMail({
    ...{ at, orderId, kind, heard, planned, said, days },
    ...{ until: effect.until, deadlineAt: effect.deadlineAt, isSuspended: effect.isSuspended },
    reader: {
      ...{ isSuppressed, wantsUpdates },
      hasAddress: addressKey !== null,
      isErased: facts.erasedAt !== null,
      isOutsideTrial: !isInTrial(email, decider.onlyTo),
      isControl: facts.excitementGroup === 'control',
      pausedUntil: pausedUntil === null ? null : localDay(pausedUntil, zone),
    },
  });
};

/** For a week before now, and a hold of a week with a week of countdowns after it. */
const daysBack = 7;
const daysAhead = 15;

/** Service mail goes out whatever else the address hears. */
const nothingKnown: AddressFacts = {
  ...{ isSuppressed: false, wantsUpdates: true, pausedUntil: null },
  ...{ heard: [], planned: [], said: [] },
};

const readAddress = async (
  sql: Sql,
  { call, facts, deciding, days }: Question & { days: ReturnType<typeof localDays> },
): Promise<AddressFacts> => {
  const { addressKey, orderId, key } = deciding;
  const today = findDay(days, call.at);
  const [first] = days;
  const last = days.at(-1);
  if (deciding.class === 'service' || addressKey === null) return nothingKnown;
  if (!first || !last || !today) throw new Error('every instant has a day');
  return readAddressFacts(sql, {
    ...{ orderId, key, addressKey, email: facts.email, today },
    ...{ from: first.startsAt, to: last.endsAt },
  });
};

type Answered = {
  deciding: Deciding;
  verdict: Verdict;
  rendered: Rendered | null;
  known: Message | undefined;
};

const store = async (
  sql: Sql,
  { deciding, verdict, rendered, known }: Answered,
): Promise<Message> => {
  switch (verdict.decision) {
    case 'send':
      if (known?.decision === 'sending') return known;
      if (rendered === null) throw new Error('what is sent was rendered');
      return storeMail(sql, { ...deciding, ...rendered, covers: verdict.covers });
    case 'hold': {
      const { until, reason } = verdict;
      return storeHeld(sql, { ...deciding, reason, until: until === never ? null : until });
    }
    case 'merge': {
      const end = { decision: 'merged', reason: 'merged', mergedInto: verdict.into } as const;
      return storeEnd(sql, { ...deciding, ...end });
    }
    case 'skip': {
      const end = { decision: 'skipped', reason: verdict.reason, mergedInto: null } as const;
      return storeEnd(sql, { ...deciding, ...end });
    }
  }
};
