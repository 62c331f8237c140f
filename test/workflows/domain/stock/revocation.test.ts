import { describe, expect, test } from 'vitest';
import { phaseOf, type Snapshot } from '../../../../workflows/domain/backorder/snapshot.ts';
import { adasLamp, day } from '../../../support/cast.ts';
import {
  authorized,
  confirmed,
  firm,
  leased,
  sent,
  snapshot,
  stockChanged,
} from '../../../support/facts.ts';
import { givenOrder } from '../../../support/given.ts';

const revoked = (times: number, stock: Snapshot): Snapshot => ({ ...stock, revocations: times });

const ready = [
  ...confirmed,
  stockChanged(snapshot(2, {}, leased('A', 1))),
  ...authorized('i1', { leaseId: 'A', amount: 13_800 }),
  stockChanged(snapshot(3, {}, firm('A', 1))),
];

const owed = ({ state }: ReturnType<typeof givenOrder>) => state.mail.owed.map(({ key }) => key);

describe('units that were taken back', () => {
  const lost = givenOrder(
    adasLamp,
    ...ready,
    stockChanged(revoked(1, snapshot(4, { waiting: 1 })), day(1)),
  );

  test('send the order back to waiting, and its hold is voided', () => {
    expect(phaseOf(lost.state.stock)).toBe('awaiting_stock');
    expect(lost.plans({ at: day(1) }).plan.start).toContainEqual(
      expect.objectContaining({ type: 'voidHold', intentId: 'i1' }),
    );
  });

  test('are told once, with what waits again', () => {
    expect(lost.state.mail.owed.at(-1)).toMatchObject({
      key: 'delay-notice:revoked-1',
      kind: 'delay-notice',
      about: { units: [{ lineId: '1', quantity: 1 }] },
    });
    const again = revoked(1, snapshot(5, { waiting: 1 }));
    const twice = givenOrder(
      adasLamp,
      ...ready,
      stockChanged(revoked(1, snapshot(4, { waiting: 1 })), day(1)),
      stockChanged(again, day(1)),
    );
    expect(owed(twice)).toEqual(owed(lost));
  });

  test('are told together with the date that supply gives the place now, in one mail', () => {
    const moved = (n: number, on: string) => ({
      type: 'PromiseChanged' as const,
      at: day(1),
      promiseId: `place/${n}`,
      on,
      statedAt: day(1),
      isSupply: true,
    });
    const late = givenOrder(
      adasLamp,
      ...ready,
      sent('ready-to-ship:A', 'ready-to-ship'),
      stockChanged(revoked(1, snapshot(4, { waiting: 1 })), day(1)),
      moved(4, '2027-02-01'),
    );
    const units = [{ lineId: '1', quantity: 1 }];
    expect(late.state.mail.owed.at(-1)).toMatchObject({
      key: 'delay-notice:place/4',
      about: { promiseId: 'place/4', change: { before: '2027-01-15', isSupply: true }, units },
    });
    expect(late.plans({ at: day(1) }).plan.start).toContainEqual(
      expect.objectContaining({
        type: 'recordSkippedMail',
        messages: [expect.objectContaining({ key: owed(lost).at(-1), reason: 'superseded' })],
      }),
    );
    const later = givenOrder(
      adasLamp,
      ...ready,
      stockChanged(revoked(1, snapshot(4, { waiting: 1 })), day(1)),
      moved(4, '2027-02-01'),
      moved(5, '2027-03-01'),
    );
    expect(later.state.mail.owed.at(-1)).toMatchObject({
      key: 'delay-notice:place/5',
      about: { change: { before: '2027-01-15', isSupply: true }, units },
    });
  });

  test('are not announced as ready any more', () => {
    const { plan } = lost.plans({ at: day(1) });
    expect(plan.start).toContainEqual(
      expect.objectContaining({
        type: 'recordSkippedMail',
        messages: [expect.objectContaining({ kind: 'ready-to-ship', reason: 'taken_back' })],
      }),
    );
  });

  test('are no news when others came in their place at the same moment', () => {
    const replaced = givenOrder(
      adasLamp,
      ...ready,
      stockChanged(revoked(1, snapshot(4, {}, leased('B', 1))), day(1)),
    );
    const { start } = replaced.plans({ at: day(1) }).plan;
    expect(JSON.stringify(start)).toContain('no_longer_waiting');
  });

  test('of a ledger that does not count them are none', () => {
    const older = givenOrder(adasLamp, ...ready, stockChanged(snapshot(4, { waiting: 1 })));
    expect(owed(older)).not.toContain('delay-notice:revoked-1');
  });
});
