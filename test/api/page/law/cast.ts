import type { Db } from '../../../../db/client.ts';
import type { LawView } from '../../../../workflows/domain/law/view.ts';
import { place } from '../../../db/cast.ts';
import { freeLaw } from '../../../support/cast.ts';
import { goTo, pathOf, say } from '../cast.ts';

export type Told = NonNullable<LawView['notice']>;

/** The days before the old date, in the order's own time. */
export const now = '2027-01-10T15:00:00.000Z';

/** A first notice of a delay within thirty days; the old day is January 15. */
export const firstNotice: Told = {
  key: 'delay-notice:1',
  kind: 'first_within_30',
  sentAt: '2027-01-09T15:00:00.000Z',
  newOn: '2027-02-01',
  answer: null,
  answerOn: '2027-02-01',
};

/** The law as its page shows it while a notice waits for its answer. */
export const asked = (notice: Partial<Told> = {}, law: Partial<LawView> = {}): LawView => ({
  ...freeLaw,
  ...{ silence: 'consents', mayAnswer: true, notice: { ...firstNotice, ...notice } },
  ...law,
});

/** The Union's: it informs, silence changes nothing, and the contract can be withdrawn from. */
export const informed = (notice: Partial<Told> = {}, law: Partial<LawView> = {}): LawView =>
  asked(
    { kind: 'informs', answerOn: null, ...notice },
    { policy: 'eu', silence: 'none', mayWithdraw: true, ...law },
  );

/** A day of delivery of the Union that was missed. */
export const missed = (law: Partial<LawView> = {}): LawView => ({
  ...freeLaw,
  ...{ policy: 'eu', mayWithdraw: true, maySetPeriod: true },
  ...{ deadlineOn: '2027-01-08', deadlineAt: '2027-01-08T23:00:00.000Z' },
  ...law,
});

export const placeWith = async (
  db: Db,
  orderId: string,
  { law, country = 'US', locale = 'en-US' }: { law: LawView; country?: string; locale?: string },
): Promise<string> => {
  await place(db, { [orderId]: ['LAMP:2'] });
  const region = country === 'US' ? 'NY' : null;
  await db.sql`
    update orders set country = ${country}, region = ${region}, postal_code = '10115',
      locale = ${locale} where order_id = ${orderId}`;
  await goTo(db, orderId, now);
  await say(db, orderId, { law });
  return pathOf(db, orderId);
};

/** The notice's mail went out, with the date before and the reason that stands by its promise. */
export const mailNotice = async (
  db: Db,
  orderId: string,
  { reason, before }: { reason: string; before: string },
): Promise<void> => {
  const about = { units: [], promiseId: 'p2', change: { before, isSupply: true } };
  await db.sql`
    insert into promises (order_id, promise_id, ordinal, "on", reason, stated_at, accepted_at)
    values (${orderId}, 'p2', 2, '2027-02-01', ${reason}, ${now}, ${now})`;
  await db.sql`
    insert into messages (order_id, key, kind, class, decision, at, about)
    values (${orderId}, ${firstNotice.key}, 'delay-notice', 'service', 'sent', ${now},
      ${db.sql.json({ kind: 'delay-notice', about: { ...about, law: { before } } })})`;
};

/** A field of the form with that name, as the page shows it. */
export const fieldIn = (html: string, name: string): string => {
  const value = new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`the page has no field ${name}`);
  return value;
};
