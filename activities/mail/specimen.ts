import { findMessageById } from '../../db/mail/messages.ts';
import {
  endSpecimen,
  findSpecimen,
  noteSpecimenCall,
  type Specimen,
} from '../../db/mail/specimens.ts';
import { withoutTokens } from '../../db/page/page-link.ts';
import type { StoredSample } from '../../db/schema/mail/specimens.ts';
import { isInTrial } from '../../workflows/domain/mail/trial.ts';
import type { LetterEnd, SpecimenLetter } from '../../workflows/messages.ts';
import { notYet } from '../failure.ts';
import { handOver } from './hand-over.ts';
import type { Mail, MailAnswer } from './provider.ts';
import { isKeyDead, type Sender } from './send.ts';

/**
 * Sends an operator a mail to look at, once. It says that it is a test, carries nothing by which
 * anybody is unsubscribed or a page is opened, and is no mail to a customer: nothing counts it, and
 * whatever its provider tells of it is not ours. Repeating it is safe.
 */
export const sendSpecimen =
  (sender: Sender) =>
  async ({ specimenId }: SpecimenLetter): Promise<LetterEnd> => {
    const { sql } = sender.db;
    const specimen = await findSpecimen(sql, specimenId);
    if (specimen === undefined) return 'skipped';
    if (specimen.decision !== 'owed') return specimen.decision;
    const end = await endOf(sender, specimen);
    await endSpecimen(sql, { specimenId, ...end });
    return end.decision;
  };

type End = { decision: LetterEnd; reason: string | null };

const endOf = async (sender: Sender, specimen: Specimen): Promise<End> => {
  if (!isInTrial(specimen.to, sender.onlyTo)) return { decision: 'skipped', reason: 'trial' };
  const said = specimen.mail ?? (await copyOf(sender, specimen));
  if (said === null) return { decision: 'skipped', reason: 'erased' };
  if (isKeyDead(specimen, sender.provider)) return { decision: 'unknown', reason: null };
  return deliver(sender, specimen, said);
};

/** As it is stored, with nothing in it that opens a page. Null once it was erased. */
const copyOf = async (
  { db }: Sender,
  { orderId, messageId }: Specimen,
): Promise<StoredSample | null> => {
  if (orderId === null || messageId === null) return null;
  const mail = (await findMessageById(db.sql, { orderId, id: messageId }))?.mail;
  if (!mail) return null;
  const { subject, html, text } = mail;
  return { subject, html: withoutTokens(html), text: withoutTokens(text) };
};

const deliver = async (
  sender: Sender,
  { specimenId, to }: Specimen,
  said: StoredSample,
): Promise<End> => {
  const { db, provider, pace } = sender;
  await pace?.waitForTurn('can_wait');
  const noted = await noteSpecimenCall(db.sql, specimenId);
  const idempotencyKey = `specimen/${specimenId}`;
  const answer = await handOver(sender, mailOf(sender, to, said), { idempotencyKey });
  if (answer.outcome === 'later') {
    await noted.undo();
    throw notYet('provider_busy', answer.retryAfterMs);
  }
  return endBy(answer, provider.keyLifeMs);
};

const endBy = (answer: Exclude<MailAnswer, { outcome: 'later' }>, keyLifeMs: number): End => {
  switch (answer.outcome) {
    case 'accepted':
      return { decision: 'sent', reason: null };
    case 'refused':
      // Under this key it has taken the same mail from a shop of another name or address.
      return answer.code === 'idempotency_mismatch'
        ? { decision: 'unknown', reason: answer.code }
        : { decision: 'failed', reason: answer.code };
    case 'unknown':
      if (keyLifeMs === 0) return { decision: 'unknown', reason: null };
      throw notYet('outcome_unknown');
  }
};

const mailOf = ({ from, shop: { replyTo } }: Sender, to: string, said: StoredSample): Mail => ({
  ...{ from, to, html: said.html, text: said.text },
  subject: `[Test] ${said.subject}`,
  headers: { ...(replyTo && { 'Reply-To': replyTo }) },
  tags: [{ name: 'kind', value: 'specimen' }],
});
