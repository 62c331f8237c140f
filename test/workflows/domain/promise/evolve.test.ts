import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../workflows/domain/backorder/fact.ts';
import type { OwedMail, OwedOf } from '../../../../workflows/domain/backorder/mail.ts';
import { adasLamp, day } from '../../../support/cast.ts';
import { cardSeen } from '../../../support/facts.ts';
import { given, givenOrder } from '../../../support/given.ts';

const moved = (n: number, on: string | null) => ({
  type: 'PromiseChanged' as const,
  at: day(n),
  promiseId: `supply/s/${n}`,
  on,
  statedAt: day(n),
  isSupply: true,
});

const request = {
  type: 'ChangePromise' as const,
  promiseId: 'supply/s/2',
  on: '2027-02-01',
  statedAt: day(2),
  isSupply: true,
};

const isNotice = (mail: OwedMail): mail is OwedOf<'delay-notice'> => mail.kind === 'delay-notice';

describe('a promise that supply has changed', () => {
  test('is told once, however often the workflow hears of it', () => {
    given()
      .when(request, { at: day(2) })
      .then(moved(2, '2027-02-01'));
    given(moved(2, '2027-02-01'))
      .when(request, { at: day(3) })
      .then();
  });

  test('stands against one that the law had us state before', () => {
    const late = { ...moved(3, null), promiseId: 'law/2027-01-15/tell', statedAt: day(1) };
    expect(given(moved(2, '2027-02-01'), late).state.promise).toMatchObject({ on: '2027-02-01' });
  });

  test('is not told once nothing waits any more', () => {
    const snapshot = {
      ledgerRevision: 2,
      lines: [{ lineId: '1', waiting: 0, kept: 0, shipped: 0, cancelled: 0 }],
      leases: [
        {
          leaseId: 'l1',
          state: 'leased' as const,
          endsAt: day(5),
          units: [{ lineId: '1', quantity: 1 }],
        },
      ],
      revocations: 0,
      barred: null,
    };
    const filled: Fact = { type: 'StockChanged', at: day(1), snapshot };
    given(filled)
      .when(request, { at: day(2) })
      .then();
  });

  test('owes one notice, from the date the customer knows', () => {
    const { owed } = given(moved(2, '2027-02-01')).state.mail;
    expect(owed).toContainEqual({
      key: 'delay-notice:supply/s/2',
      kind: 'delay-notice',
      dueAt: day(2),
      about: {
        promiseId: 'supply/s/2',
        change: { before: '2027-01-15', isSupply: true },
        units: [],
      },
      isBegun: false,
    });
  });

  test('and changed again before it was told is told once: the first notice is skipped', () => {
    const twice = given(cardSeen(), moved(2, '2027-02-01'), moved(3, '2027-03-01'));
    expect(twice.state.mail.owed.at(-1)?.about).toEqual({
      promiseId: 'supply/s/3',
      change: { before: '2027-01-15', isSupply: true },
      units: [],
    });
    twice.plans({ at: day(3) }).starts({
      type: 'recordSkippedMail',
      messages: [expect.objectContaining({ key: 'delay-notice:supply/s/2', reason: 'superseded' })],
    });
  });

  test('and the first promise of all leaves the notice of units taken back its units', () => {
    const line = { lineId: '1', kept: 0, shipped: 0, cancelled: 0 };
    const snapshot = { leases: [], barred: null };
    const leased = {
      ...snapshot,
      ledgerRevision: 2,
      lines: [{ ...line, waiting: 0 }],
      revocations: 0,
    };
    const taken = {
      ...snapshot,
      ledgerRevision: 3,
      lines: [{ ...line, waiting: 2 }],
      revocations: 1,
    };
    const { owed } = givenOrder(
      { ...adasLamp, promise: null },
      { type: 'StockChanged', at: day(1), snapshot: leased },
      { type: 'StockChanged', at: day(1), snapshot: taken },
      moved(2, '2027-02-01'),
    ).state.mail;
    const told = owed.filter(isNotice).flatMap(({ about }) => about.units);
    expect(told).toEqual([{ lineId: '1', quantity: 2 }]);
  });

  test('and that is heard of twice changes nothing the second time', () => {
    const once = given(moved(2, '2027-02-01')).state;
    const twice = given(moved(2, '2027-02-01'), moved(2, '2027-02-01')).state;
    expect(twice).toEqual(once);
  });

  test.each([
    ['to a later day owes a notice', '2027-02-01', 1],
    ['to no day owes a notice', null, 1],
    ['to an earlier day owes none', '2027-01-04', 0],
  ])('by the shop itself %s', (_title, on, notices) => {
    const { owed } = given({ ...moved(2, on), isSupply: false }).state.mail;
    expect(owed.filter(({ kind }) => kind === 'delay-notice')).toHaveLength(notices);
  });
});
