import type { Db } from '../db/client.ts';
import { getMailFacts } from '../db/mail-facts.ts';
import { recordSkipped } from '../db/messages.ts';
import { timetable } from '../workflows/calendar/timetable.ts';
import { classOf } from '../workflows/domain/message-kind.ts';
import type { Activities } from './call.ts';

/** Makes the timetable in the customer's zone. Repeating it is safe. */
export const planMail =
  (db: Db): Activities['planMail'] =>
  async ({ orderId, at, effect }) => {
    const { timeZone } = await getMailFacts(db, orderId);
    const { planNumber, placedAt, promiseOn, confirmedAt } = effect;
    const { lastRelationshipAt, lastExcitementAt } = effect;
    const entries = timetable({
      placedAt,
      promiseOn,
      timeZone,
      now: at,
      confirmedAt,
      lastRelationshipAt,
      lastExcitementAt,
    });
    return [{ type: 'TimetableMade', planNumber, entries }];
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
      type: 'MessageSettled' as const,
      key,
      kind,
      decision: 'skipped' as const,
    }));
  };
