import type { Db } from '../../db/client.ts';
import { addressKeyOf } from '../../db/mail/address-key.ts';
import { recordSkipped } from '../../db/mail/decisions.ts';
import { getMailFacts } from '../../db/mail/facts.ts';
import { storePlan } from '../../db/mail/plans.ts';
import { zoneAtShipTo } from '../../workflows/calendar/ship-to-day.ts';
import { timetable } from '../../workflows/calendar/timetable.ts';
import type { TimetableQuestion } from '../../workflows/domain/backorder/effect.ts';
import type { Outcome } from '../../workflows/domain/backorder/fact.ts';
import { classOf } from '../../workflows/domain/backorder/message-kind.ts';
import { jitterOf } from '../../workflows/domain/mail/jitter.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Activities } from '../call.ts';

/** Makes the timetable in the customer's zone. Repeating it is safe. */
export const planMail =
  (db: Db): Activities['planMail'] =>
  async ({ orderId, at, effect }) => [await makeTimetable(db, { orderId, at, question: effect })];

/** The relationship mail that is still to come, from `at` on, and kept for the gate to see. */
export const makeTimetable = async (
  db: Db,
  { orderId, at, question }: { orderId: string; at: Instant; question: TimetableQuestion },
): Promise<Outcome> => {
  const facts = await getMailFacts(db.sql, orderId);
  const { timeZone, email } = facts;
  const { planNumber, placedAt, promise, confirmedAt } = question;
  const { lastRelationshipAt, lastExcitementAt } = question;
  const entries = timetable({
    placedAt,
    promise,
    timeZone,
    shipToZone: zoneAtShipTo(facts),
    jitterMs: jitterOf(addressKeyOf(email)),
    now: at,
    confirmedAt,
    lastRelationshipAt,
    lastExcitementAt,
  });
  await storePlan(db.sql, { orderId, planNumber, entries });
  return { type: 'TimetableMade', planNumber, entries };
};

/** Keeps the reason why customers did not hear from us. Repeating it is safe. */
export const recordSkippedMail =
  (db: Db): Activities['recordSkippedMail'] =>
  async ({ orderId, at, effect: { messages } }) => {
    await recordSkipped(
      db,
      messages.map((mail) => ({ ...mail, orderId, at, class: classOf(mail.kind) })),
    );
    return messages.map(({ key, kind }) => ({
      type: 'MessageDecided' as const,
      key,
      kind,
      decision: 'skipped' as const,
    }));
  };
