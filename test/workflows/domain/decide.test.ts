import { describe, expect, test } from 'vitest';
import type { AttentionCode } from '../../../workflows/domain/backorder/attention.ts';
import type { Fact } from '../../../workflows/domain/backorder/fact.ts';
import type {
  ChangePromise,
  RefusalCode,
  Request,
} from '../../../workflows/domain/backorder/request.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { adasLamp, day, dayZero } from '../../support/cast.ts';
import { cardSeen, confirmed, firm, leased, snapshot, stockChanged } from '../../support/facts.ts';
import { given } from '../../support/given.ts';

const at = dayZero;

const change = (promiseId = 'p2', on: string | null = '2027-02-01'): ChangePromise => ({
  type: 'ChangePromise',
  promiseId,
  on,
  statedAt: at,
  isSupply: false,
});

const confirming = { type: 'sendMail', subject: 'confirmation', turn: '' } as const;

const changed: Fact = {
  type: 'PromiseChanged',
  at,
  promiseId: 'p2',
  on: '2027-02-01',
  statedAt: at,
  isSupply: false,
};

describe('a new promise', () => {
  test.each([
    { phase: 'waits for stock', stock: snapshot(2, { waiting: 1 }) },
    { phase: 'waits for its payment', stock: snapshot(2, {}, leased('L1', 1)) },
    { phase: 'is ready to ship', stock: snapshot(2, {}, firm('L1', 1)) },
  ])('stands while the order $phase', ({ stock }) => {
    given(stockChanged(stock)).when(change()).then(changed);
  });

  test('may be that there is no date', () => {
    given()
      .when(change('p2', null))
      .then({ ...changed, on: null } as Fact);
  });

  test('counts once, also that of the checkout', () => {
    given(changed).when(change()).then();
    given().when(change(adasLamp.promise?.promiseId)).then();
  });

  test.each<{ phase: string; counts: { shipped?: number; cancelled?: number }; code: RefusalCode }>(
    [
      { phase: 'shipped', counts: { shipped: 1 }, code: 'already_shipped' },
      { phase: 'cancelled', counts: { cancelled: 1 }, code: 'cancelled' },
    ],
  )('is refused once the order is $phase', ({ counts, code }) => {
    given(stockChanged(snapshot(2, counts)))
      .when(change())
      .refuses(code);
  });

  test('is refused while a cancellation is on its way', () => {
    const cancelled: Fact = {
      type: 'CancellationAccepted',
      at,
      act: { type: 'cancel', actId: 'c1', by: 'shop', lines: null },
    };
    given(cancelled).when(change()).refuses('cancelled');
  });

  test('plans the mails anew and forgets an answer to the old question', () => {
    const { state } = given(...confirmed, changed);
    expect(state.promise?.on).toBe('2027-02-01');
    const old: Fact = { type: 'TimetableMade', at, planNumber: 1, entries: [] };
    const told: Fact = {
      type: 'MessageDecided',
      at,
      key: `delay-notice:${state.promise?.promiseId}`,
      kind: 'delay-notice',
      decision: 'sent',
    };
    given(...confirmed, changed, told, old)
      .plans()
      .starts({ type: 'planMail', planNumber: 2, promise: { on: '2027-02-01' } });
  });
});

describe('a change of the customer', () => {
  test('plans the mails anew', () => {
    given()
      .when({ type: 'ChangeCustomer' })
      .then({ type: 'CustomerChanged', hasNewAddress: false, at });
    given(...confirmed, { type: 'CustomerChanged', hasNewAddress: false, at })
      .plans()
      .starts({ type: 'planMail', planNumber: 2 });
  });

  test('plans nothing once nothing waits any longer', () => {
    given(...confirmed, stockChanged(snapshot(2, { cancelled: 1 })), {
      type: 'CustomerChanged',
      hasNewAddress: false,
      at,
    })
      .plans()
      .startsNothing();
  });
});

describe('a suspension', () => {
  const hold: Request = { type: 'SuspendBackorder' };
  const release: Request = { type: 'ResumeBackorder' };
  const held: Fact = { type: 'BackorderSuspended', at };

  test('begins once and ends once', () => {
    given().when(hold).then(held);
    given(held).when(hold).then();
    given(held).when(release).then({ type: 'BackorderResumed', at });
    given().when(release).refuses('nothing_to_release');
    given(held, { type: 'BackorderResumed', at }).when(release).refuses('nothing_to_release');
  });
});

describe('attention that a person has answered', () => {
  const report: Fact = { type: 'ShipmentRefused', at, shipmentId: 's1', code: 'not_ready_to_ship' };
  const resolve = (code: AttentionCode): Request => ({ type: 'ResolveAttention', code });
  const resolved = (code: AttentionCode): Fact => ({ type: 'AttentionResolved', at, code });

  test('is closed, and no other', () => {
    given(report).when(resolve('unexpected_shipment')).then(resolved('unexpected_shipment'));
    given(report).when(resolve('mail_failed')).refuses('nothing_to_resolve');
    expect(given(report, resolved('unexpected_shipment')).state.attention).toEqual([]);
  });

  test('is left open when another one was meant, which is closed by now', () => {
    const meant = (raisedAt: Instant): Request => ({
      ...{ type: 'ResolveAttention', code: 'unexpected_shipment' },
      raisedAt,
    });
    given(report)
      .when(meant(day(1)))
      .refuses('nothing_to_resolve');
    given(report).when(meant(at)).then(resolved('unexpected_shipment'));
  });

  test('sets a dead end going again', () => {
    const failed: Fact = { type: 'EffectFailed', at, effect: confirming, code: 'dead_end' };
    const planned: Fact = { type: 'TimetableMade', at, planNumber: 1, entries: [] };
    const { state } = given(cardSeen(), planned, failed);
    expect(state.attention).toEqual([{ code: 'dead_end', at }]);
    given(cardSeen(), planned, failed)
      .plans({ at: day(400) })
      .startsNothing();
    given(cardSeen(), planned, failed).plans().wakesAt(undefined);
    given(cardSeen(), planned, failed, resolved('dead_end'))
      .plans()
      .starts({ type: 'sendMail', subject: 'confirmation' });
  });
});
