import { expect, test } from 'vitest';
import type { Backorder } from '../../../workflows/domain/backorder/backorder.ts';
import type { Fact } from '../../../workflows/domain/backorder/fact.ts';
import type { Request } from '../../../workflows/domain/backorder/request.ts';
import { decide, isRefusal } from '../../../workflows/domain/decide.ts';
import { evolve } from '../../../workflows/domain/evolve.ts';
import { factsOfHint } from '../../../workflows/domain/payment/hint.ts';
import { addDays, addMs, hourMs, type Instant } from '../../../workflows/domain/time.ts';
import { adasLamp, dayZero } from '../../support/cast.ts';
import { snapshot, stockChanged } from '../../support/facts.ts';
import { stateAfter } from '../../support/given.ts';

/** Everything that a year of patience can bring, once: a new date, a card, a form, a no of a bank. */
const acts = (n: number, at: Instant): (Request | Fact[])[] => [
  {
    type: 'ChangePromise',
    promiseId: `p${n}`,
    on: addDays('2027-01-15', n),
    statedAt: at,
    isSupply: true,
  },
  { type: 'OfferCard', offerId: `o${n}` },
  [{ type: 'CardOffered', at, offerId: `o${n}` }],
  { type: 'ChangePaymentMethod', methodId: `pm_${n}` },
  [
    {
      type: 'AuthorizationStarted',
      at,
      ...{ intentId: `i${n}`, leaseId: `L${n}`, amount: 13_800, methodId: `pm_${n}` },
    },
    { type: 'AuthorizationDeclined', at, intentId: `i${n}`, kind: 'soft' },
    { type: 'HoldVoided', at, intentId: `i${n}` },
    stockChanged(snapshot(n + 1, { waiting: 1, cancelled: n }), at),
  ],
  { type: 'CancelBackorder', cancelId: `c${n}`, by: 'shop', lines: [{ lineId: '1', quantity: 1 }] },
];

/** The ledger and the mailbox answer everything at once. */
const answers = ({ acts, mail }: Backorder, n: number, at: Instant): Fact[] => [
  ...acts.map(
    ({ actId }): Fact => ({
      ...{ type: 'StockActApplied', at, actId, short: false },
      snapshot: snapshot(n + 1, { waiting: 1, cancelled: n }),
      lines: [{ lineId: '1', quantity: 1 }],
    }),
  ),
  ...mail.owed.map(
    ({ key, kind }): Fact => ({ type: 'MessageDecided', at, key, kind, decision: 'sent' }),
  ),
];

const after = (count: number): Backorder => {
  const opening = { ...adasLamp, lines: [{ lineId: '1', quantity: 10_000, total: 138_000_000 }] };
  let state = stateAfter(opening, [stockChanged(snapshot(1, { waiting: 1 }), dayZero)]);
  for (let n = 1; n <= count; n++) {
    const at = addMs(dayZero, n * hourMs);
    for (const act of acts(n, at)) {
      const facts = Array.isArray(act) ? act : decide(state, act, at);
      if (isRefusal(facts)) throw new Error(`refused: ${facts.refused}`);
      state = facts.reduce(evolve, state);
      state = answers(state, n, at).reduce(evolve, state);
    }
  }
  return state;
};

test('a state that was asked a thousand things is no larger than after a hundred', () => {
  const thousand = JSON.stringify(after(1_000)).length;
  expect(thousand).toBeLessThan(1.1 * JSON.stringify(after(100)).length);
  expect(thousand).toBeLessThan(24_000);
});

test('what was forgotten changes nothing when it is asked, or told, again', () => {
  const state = after(200);
  const at = addMs(dayZero, 201 * hourMs);
  const statedAt = addMs(dayZero, hourMs);
  const first: Request = {
    type: 'ChangePromise',
    promiseId: 'p1',
    on: null,
    statedAt,
    isSupply: true,
  };
  expect(decide(state, first, at)).toEqual([]);
  expect(factsOfHint(state, { about: 'intent', intentId: 'i1' }, at)).toEqual([]);
});
