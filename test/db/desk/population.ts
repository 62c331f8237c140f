import fc from 'fast-check';
import type { Db } from '../../../db/client.ts';
import type { AttentionCode } from '../../../workflows/domain/backorder/attention.ts';
import { paymentStates } from '../../../workflows/domain/backorder/intent.ts';
import { policyNames } from '../../../workflows/domain/backorder/law.ts';
import { type Phase, phases } from '../../../workflows/domain/backorder/snapshot.ts';
import {
  addDays,
  addMs,
  type CivilDate,
  hourMs,
  type Instant,
} from '../../../workflows/domain/time.ts';

/** Around which everything in a population lies, whole hours off: half an hour from each of them. */
export const noon: Instant = addMs(new Date().toISOString(), -hourMs / 2);

const at = fc.integer({ min: -200, max: 200 }).map((hours) => addMs(noon, hours * hourMs));
const on = fc
  .integer({ min: -6, max: 6 })
  .map((days): CivilDate => addDays(noon.slice(0, 10), days));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

/** Some codes and not all, so that two orders often share one. */
export const someCodes = ['unpaid', 'notice_due', 'refund_failed', 'parked'] as const;

const item = fc.record({ code: fc.constantFrom(...someCodes), at, dueAt: maybe(at) });
const items = fc.uniqueArray(item, { maxLength: 3, selector: ({ code }) => code });

const view = fc.record({
  phase: fc.constantFrom(...phases),
  promisedOn: maybe(on),
  payment: fc.constantFrom(...paymentStates),
  policy: fc.constantFrom(...policyNames),
  attention: items,
  updatedAt: at,
  deadlineAt: maybe(at),
  holdUntil: maybe(at),
  mayAnswer: fc.boolean(),
  answerOn: maybe(on),
  refundBy: maybe(at),
  wantedBy: maybe(at),
});

const order = fc.record({
  placedAt: at,
  email: fc.constantFrom('ada@example.org', 'Ben@Example.org', 'a%b_c@example.org'),
  skus: fc.uniqueArray(fc.constantFrom('LAMP', 'RUG', 'A%_B', 'O-1'), {
    minLength: 1,
    maxLength: 3,
  }),
  held: fc.boolean(),
  view: maybe(view),
  raised: fc.uniqueArray(
    fc.record({ code: fc.constantFrom(...someCodes), dueAt: maybe(at), isOpen: fc.boolean() }),
    { maxLength: 2, selector: ({ code }) => code },
  ),
});

export type Person = { orderId: string } & (typeof order extends fc.Arbitrary<infer T> ? T : never);

/** Orders `O-1`, `O-2` … of every kind, as far as lists of the desk can tell. */
export const people: fc.Arbitrary<Person[]> = fc
  .array(order, { maxLength: 25 })
  .map((orders) => orders.map((one, index) => ({ orderId: `O-${index + 1}`, ...one })));

export const isOver = (phase: Phase): boolean => phase === 'shipped' || phase === 'cancelled';

/** All codes that are open on an order. */
export const codesOf = ({ view, raised }: Person): Set<AttentionCode> =>
  new Set([
    ...(view?.attention ?? []).map(({ code }) => code),
    ...raised.filter(({ isOpen }) => isOpen).map(({ code }) => code),
  ]);

/** Takes the place of whatever orders there were. */
export const settle = async ({ sql }: Db, population: readonly Person[]): Promise<void> => {
  await sql`truncate orders, lines, views, attention, promises, messages cascade`;
  const orders = population.map(({ orderId, placedAt, email, held }) => ({
    ...{ orderId, placedAt, email, heldAt: held ? placedAt : null },
  }));
  await sql`
    insert into orders (order_id, placed_at, priority, fulfilment, imported, country, email, locale,
      time_zone, marketing_consent, currency, shipping, terms, body_hash, suspended_at)
    select "orderId", "placedAt", 0, 'whole-order', true, 'US', email, 'en-US', 'America/New_York',
      false, 'USD', 0, 'on_shipment', 'body', "heldAt"
    from jsonb_to_recordset(${JSON.stringify(orders)}::jsonb)
      as o ("orderId" text, "placedAt" timestamptz, email text, "heldAt" timestamptz)`;
  const lines = population.flatMap(({ orderId, placedAt, skus }) =>
    skus.map((sku, index) => ({ orderId, placedAt, sku, ordinal: index + 1 })),
  );
  await sql`
    insert into lines (order_id, line_id, ordinal, sku, location, quantity, unit_price, total,
      waiting, priority, placed_at)
    select "orderId", ordinal::text, ordinal, sku, 'main', 1, 100, 100, 1, 0, "placedAt"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as l ("orderId" text, "placedAt" timestamptz, sku text, ordinal int)`;
  const views = population.flatMap(({ orderId, view }) => (view ? [rowOf(orderId, view)] : []));
  await sql`
    insert into views (order_id, revision, phase, body, state, promised_on, attention, ended_at,
      outcome, updated_at)
    select "orderId", 1, phase, body, state, "promisedOn",
      array(select jsonb_array_elements_text(codes)), "endedAt", outcome, "updatedAt"
    from jsonb_to_recordset(${JSON.stringify(views)}::jsonb)
      as v ("orderId" text, phase text, body jsonb, state jsonb, "promisedOn" date, codes jsonb,
        "endedAt" timestamptz, outcome text, "updatedAt" timestamptz)`;
  const raised = population.flatMap(({ orderId, raised: all }) =>
    all.map(({ code, dueAt, isOpen }) => ({ orderId, code, dueAt, at: isOpen ? null : noon })),
  );
  await sql`
    insert into attention (order_id, code, at, due_at, resolved_at)
    select "orderId", code, ${noon}, "dueAt", at
    from jsonb_to_recordset(${JSON.stringify(raised)}::jsonb)
      as a ("orderId" text, code text, "dueAt" timestamptz, at timestamptz)`;
};

const rowOf = (orderId: string, seen: NonNullable<Person['view']>) => {
  const { phase, promisedOn, payment, policy, attention, updatedAt } = seen;
  const { deadlineAt, holdUntil, mayAnswer, answerOn, refundBy, wantedBy } = seen;
  const law = {
    ...{ policy, deadlineAt, deadlineOn: deadlineAt?.slice(0, 10) ?? null, mayAnswer },
    ...{ silence: 'cancels', notice: mayAnswer ? { answerOn, sentAt: noon, newOn: null } : null },
  };
  const intent = { refundBy, ...(wantedBy && { wanted: [{ amount: 1, dueAt: wantedBy }] }) };
  const items = attention.map(({ dueAt, ...one }) => ({ ...one, ...(dueAt && { dueAt }) }));
  return {
    ...{ orderId, phase, promisedOn, updatedAt, state: { intents: [{ refundBy: null }, intent] } },
    body: { phase, law, payment: { state: payment, holdUntil }, attention: items, next: null },
    codes: attention.map(({ code }) => code),
    ...(isOver(phase) ? { endedAt: noon, outcome: phase } : { endedAt: null, outcome: null }),
  };
};
