import fc from 'fast-check';
import { getOpening } from '../../../db/backorder/opening.ts';
import { placeOrder } from '../../../db/backorder/place.ts';
import { writeView } from '../../../db/backorder/views.ts';
import type { Db } from '../../../db/client.ts';
import { recordPromise } from '../../../db/promise/promises.ts';
import { lawClock } from '../../../workflows/calendar/law-clock.ts';
import { type Backorder, open } from '../../../workflows/domain/backorder/backorder.ts';
import type { Fact } from '../../../workflows/domain/backorder/fact.ts';
import type { Until } from '../../../workflows/domain/backorder/law.ts';
import { evolve } from '../../../workflows/domain/evolve.ts';
import { questionOf } from '../../../workflows/domain/law/facts.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { entryOf } from '../../../workflows/domain/story.ts';
import { addDays, addMs, type CivilDate, dayMs } from '../../../workflows/domain/time.ts';
import { viewOf } from '../../../workflows/domain/view.ts';
import { dayZero } from '../../support/cast.ts';
import { newOrder } from '../cast.ts';

/** The days after the first promise on which dates fall. */
const days = fc.integer({ min: -40, max: 70 });

const anOrder = fc.record({
  country: fc.constantFrom('US', 'US', 'DE', 'GB', 'JP'),
  region: fc.constantFrom(null, 'HI'),
  stated: fc.option(fc.integer({ min: 20, max: 60 })),
  hasCredit: fc.boolean(),
  isAsked: fc.integer({ min: 0, max: 7 }).map((one) => one === 0),
  /** What its workflow has been through; null: it has not shown itself yet. */
  life: fc.option(
    fc.record({
      moves: fc.array(
        fc.record({
          on: fc.option(days, { freq: 4 }),
          isSupply: fc.boolean(),
          mail: fc.constantFrom('sent', 'sent', 'owed', 'failed'),
          answer: fc.constantFrom(null, null, 'accept', 'open', 'bounce'),
        }),
        { maxLength: 3 },
      ),
    }),
    { freq: 3 },
  ),
});

/** Orders of all countries, at all stages of what the law has to say to them. */
export const anyFleet = fc.array(anOrder, { minLength: 1, maxLength: 12 });

type AnOrder = typeof anOrder extends fc.Arbitrary<infer T> ? T : never;

/** Around the day that a first promise of a month would be. */
export const dateOf = (offset: number): CivilDate => addDays(dayZero.slice(0, 10), 40 + offset);

/** Places them, and has each workflow live and show itself. Returns the states, by order. */
export const placeFleet = async (
  db: Db,
  fleet: readonly AnOrder[],
): Promise<Map<string, Backorder>> => {
  const states = new Map<string, Backorder>();
  for (const [index, order] of fleet.entries()) {
    const orderId = `F${index}`;
    const { country, region, stated, hasCredit, isAsked } = order;
    const placedAt = addMs(dayZero, index * 60_000);
    const promise = stated === null ? null : { on: dateOf(stated - 40), basis: 'the factory' };
    const placed = newOrder(orderId, ['LAMP:1'], { placedAt, promise });
    await placeOrder(db, { ...placed, shipTo: { country, region, postalCode: null } });
    await db.sql`update orders set seller_credit = ${hasCredit},
      ask_days = ${isAsked ? 7 : null} where order_id = ${orderId}`;
    const { opening } = await getOpening(db.sql, orderId, { joinLeasesMs: 0 });
    const begun = withClock(open(opening), order);
    states.set(orderId, order.life === null ? begun : await live(db, begun, order));
  }
  return states;
};

const live = async (db: Db, begun: Backorder, order: AnOrder): Promise<Backorder> => {
  const { orderId } = begun;
  let state = begun;
  for (const [index, move] of (order.life?.moves ?? []).entries()) {
    const at = addMs(state.placedAt, (index + 1) * dayMs);
    const promiseId = `p${index}`;
    const on = move.on === null ? null : dateOf(move.on);
    await recordPromise(db.sql, orderId, {
      ...{ promiseId, on, basis: 'mail', reason: 'late', statedAt: at },
    });
    const changed: Fact = {
      ...{ type: 'PromiseChanged', at, promiseId, on, statedAt: at, isSupply: move.isSupply },
    };
    state = withClock(evolve(state, changed), order);
    state = withClock(tell(state, { ...move, promiseId, at }), order);
    await show(db, state, changed);
  }
  if (order.life?.moves.length === 0) await show(db, state);
  return state;
};

type Told = Pick<NonNullable<AnOrder['life']>['moves'][number], 'mail' | 'answer'> & {
  promiseId: string;
  at: string;
};

/** The notice goes out, or does not; its customer answers, or it comes back. */
const tell = (state: Backorder, { promiseId, mail, answer, at }: Told): Backorder => {
  const key = `delay-notice:${promiseId}`;
  if (mail === 'owed' || !state.mail.owed.some((owed) => owed.key === key)) return state;
  const decided = {
    type: 'MessageDecided',
    at,
    key,
    kind: 'delay-notice',
    decision: mail,
  } as const;
  const told = apply(state, { type: 'MailBegun', at, key, isCharged: true }, decided);
  const isNotice = told.law.notices.at(-1)?.key === key;
  if (answer === null || !isNotice) return told;
  if (answer === 'bounce') return apply(told, { type: 'MailUndelivered', at, key });
  const newOn = told.law.notices.at(-1)?.newOn ?? null;
  const until: Until = answer === 'open' || newOn === null ? 'open' : newOn;
  const said = { accept: true, until, channel: 'page', receivedAt: at };
  return apply(told, { type: 'NoticeAnswered', at, wordId: `answer/${key}`, ...said });
};

const apply = (state: Backorder, ...facts: Fact[]): Backorder => facts.reduce(evolve, state);

/** What the activity would have worked out, where the order goes to. */
const withClock = (state: Backorder, { country, region }: AnOrder): Backorder => {
  const at = state.placedAt;
  const shipTo = { country, region, postalCode: null };
  const days = { shipTo, now: at, leadDays: 3, mayTell: true };
  const clock = lawClock(state.law.question, questionOf(state), days);
  return apply(state, { type: 'LawPlanned', at, clock });
};

const show = async (db: Db, state: Backorder, changed?: Fact): Promise<void> => {
  const { orderId, revision, placedAt: at } = state;
  const entry = changed && entryOf(changed, revision);
  const view = viewOf(state, plan(state, at), at);
  const entries = entry ? [entry] : [];
  await writeView(db, { orderId, revision, view, entries, skippedMs: 0, state });
};
