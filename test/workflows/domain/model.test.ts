import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Opening } from '../../../workflows/domain/backorder/backorder.ts';
import { isTerminal, phaseOf } from '../../../workflows/domain/backorder/snapshot.ts';
import { leastCharge } from '../../../workflows/domain/currency.ts';
import { isBlocked } from '../../../workflows/domain/payment/dunning/trouble.ts';
import { shippedValue, uncollected } from '../../../workflows/domain/payment/sums/value.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { totalOf } from '../../support/cast.ts';
import type { World } from '../../support/world/effects.ts';
import { createLawWatch, expectStatements, watchLaw } from '../../support/world/law-laws.ts';
import { snapshotOf } from '../../support/world/ledger.ts';
import { conclude, live } from '../../support/world/live.ts';
import { heldSum, sumOf } from '../../support/world/provider.ts';
import { anyLife, type Life } from '../../support/world/random-life.ts';
import { expectSentBack, isHeld, watchTerms } from '../../support/world/terms-laws.ts';
import { chargesTold, waivedTold } from '../../support/world/views.ts';

test('ends with what was shipped captured, nothing held, and nothing done twice', () => {
  fc.assert(
    fc.property(anyLife, (life) => {
      const law = createLawWatch();
      const world = live(structuredClone(life), (now) => {
        watch(now, life);
        watchLaw(law, now);
      });
      conclude(world);
      watchTrifles(world);
      expectStatements(world, { isUndisturbed: false });
      const captured = sumOf(world.provider, 'captured') - sumOf(world.provider, 'refunded');
      if (isOwed(world)) {
        expect(world.end).toBeUndefined();
        expect(world.state.attention.map(({ code }) => code)).toContain('shipped_unpaid');
        return;
      }
      expect(world.end, JSON.stringify(world.state)).toBeDefined();
      expect(world.state.mail.held).toEqual([]);
      if (isHeld(life)) expectSentBack(world, life);
      else expectPaid(world, captured);
      expectWaived(world, life);
      expectTold(world, life);
      expect(heldSum(world.provider, world.now)).toBe(0);
      expect(world.inFlight).toEqual([]);
    }),
    { numRuns: Number(process.env.MODEL_RUNS ?? 100) },
  );
}, 300_000);

/**
 * What a person gave back is not asked for again, nor what is too little to be charged. Whatever
 * else was captured is what shipped.
 */
const expectPaid = (world: World, captured: number): void => {
  const byHand = Object.values(world.provider.intents).reduce((sum, each) => sum + each.byHand, 0);
  const shipped = valueShipped(world);
  const isUnverified = world.state.attention.some(({ code }) => code === 'unpaid');
  expect(captured).toBeLessThanOrEqual(shipped);
  if (!isUnverified) expect(captured).toBeGreaterThanOrEqual(shipped - byHand - waivedTold(world));
};

/** What was waived was told, is less than can be charged, and is all that was not captured. */
const expectWaived = (world: World, { events, isPaid }: Life): void => {
  const waived = waivedTold(world);
  expect(waived, 'waived').toBeLessThan(world.state.leastCharge);
  if (!isPaid || events.some(({ type }) => ['byHand', 'returned', 'bounced'].includes(type)))
    return;
  expect(world.state.waived, 'waived').toBe(waived);
};

/** We ask for no sum that we know to be too little: by the table, or by the provider's word. */
const watchTrifles = ({ provider, state }: World): void => {
  const { tooSmall } = provider;
  const known = leastCharge(state.currency);
  for (const [index, amount] of tooSmall.entries()) {
    expect(amount, 'asked').toBeGreaterThanOrEqual(Math.max(known, tooSmall[index - 1] ?? 0));
  }
};

/** Each charge is stated by one mail, as far as nobody moved money past us. */
const expectTold = (world: World, { events, isPaid }: Life): void => {
  const { provider } = world;
  if (!isPaid || events.some(({ type }) => type === 'byHand' || type === 'returned')) return;
  const stated = chargesTold(world).reduce((sum, { charge }) => sum + (charge ?? 0), 0);
  const upfront = provider.intents.upfront?.captured ?? 0;
  expect(stated, 'told').toBe(sumOf(provider, 'captured') - upfront);
};

/** Goods left and the bank says no: never complete without the money. */
const isOwed = ({ state }: World): boolean => uncollected(state) > 0 && isBlocked(state);

const valueShipped = ({ state, ledger }: World): number => shippedValue(state, snapshotOf(ledger));

const watch = (world: World, life: Life): void => {
  watchMoney(world, life);
  watchTrifles(world);
  watchTerms(world, life);
  watchSilence(world);
};

const paidUpfront = ({ payment }: Opening): number => payment.upfront?.amount ?? 0;

const watchMoney = (world: World, { opening, events }: Life): void => {
  if (events.some(({ type }) => type === 'byHand')) return;
  const upfront = world.provider.intents.upfront?.captured ?? 0;
  const captured = sumOf(world.provider, 'captured') - upfront;
  expect(captured, 'captured').toBeLessThanOrEqual(totalOf(opening) - paidUpfront(opening));
  expect(captured, 'captured of what left').toBeLessThanOrEqual(valueShipped(world));
};

/** Whoever sleeps is woken by a clock, by a person, or by the world. */
const watchSilence = (world: World): void => {
  if (world.inFlight.length > 0 || world.end) return;
  const { wakeAt } = plan(world.state, world.now);
  if (wakeAt !== undefined || world.state.attention.length > 0) return;
  expect(isTerminal(phaseOf(world.state.stock)), JSON.stringify(world.state)).toBe(false);
};
