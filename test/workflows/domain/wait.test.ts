import { expect, test } from 'vitest';
import { phaseOf } from '../../../workflows/domain/backorder/snapshot.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { minuteMs } from '../../../workflows/domain/time.ts';
import { adasLamp, bensMugs, day } from '../../support/cast.ts';
import { snapshotOf } from '../../support/world/ledger.ts';
import { heldSum, sumOf } from '../../support/world/provider.ts';
import { mailsOf } from '../../support/world/views.ts';
import {
  advance,
  advanceTo,
  ask,
  createWorld,
  restart,
  restock,
  ship,
  tell,
} from '../../support/world/world.ts';

test('lives from checkout over a wait of fifty days to a paid shipment', () => {
  const world = createWorld(adasLamp);
  advanceTo(world, day(50));
  restart(world);
  restock(world, 1);
  expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
  expect(heldSum(world.provider, world.now)).toBe(13_800);
  advance(world, minuteMs);
  expect(ship(world, 's1')).toBeNull();

  expect(world.end).toBe('shipped');
  expect(sumOf(world.provider, 'captured')).toBe(13_800);
  expect(mailsOf(world)).toEqual([
    'confirmation 2026-11-23',
    'excitement 2026-12-11',
    'excitement 2026-12-28',
    'countdown 2027-01-01',
    'countdown 2027-01-08',
    'ready-to-ship 2027-01-12',
    'shipped 2027-01-12',
  ]);
  expect(world.mailbox.at(-1)?.money).toEqual({
    captured: 13_800,
    givenBack: 0,
    chargedBack: 0,
    voided: 0,
    owed: 0,
    refundedAt: null,
    isUnmatched: false,
  });
});

test('sleeps until the next mail is due and no longer', () => {
  const world = createWorld(adasLamp);
  advance(world, minuteMs);
  const planned = plan(world.state, world.now);
  expect(planned.start).toEqual([]);
  expect(planned.wakeAt).toBe(world.state.mail.timetable?.[0]?.at);
  expect(planned.why).toBe(`waits for stock; next mail: “Excitement” at ${planned.wakeAt}`);
});

test('without a date checks in every thirty days for as long as it takes', () => {
  const world = createWorld(bensMugs);
  advanceTo(world, day(400));
  const kinds = world.mailbox.map(({ kind }) => kind);
  expect(kinds[0]).toBe('confirmation');
  expect(kinds.slice(1)).toEqual(Array(13).fill('check-in'));
});

test('with a date that has passed waits in silence', () => {
  const world = createWorld(adasLamp);
  advanceTo(world, day(300));
  expect(world.mailbox.filter(({ at }) => at > '2027-01-15')).toEqual([]);
  expect(plan(world.state, world.now).wakeAt).toBeUndefined();
  restock(world, 1);
  expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
});

test('a new promise moves the countdown, and no mail speaks of the old one', () => {
  const world = createWorld(adasLamp);
  advanceTo(world, day(40));
  const before = world.mailbox.length;
  ask(world, {
    type: 'ChangePromise',
    promiseId: 'p2',
    on: '2027-02-15',
    statedAt: world.now,
    isSupply: false,
  });
  advanceTo(world, day(90));
  const after = world.mailbox.slice(before);
  expect(after.map(({ promise }) => promise.on)).toEqual(after.map(() => '2027-02-15'));
  expect(after.filter(({ kind }) => kind === 'countdown').map(({ at }) => at.slice(0, 10))).toEqual(
    ['2027-02-01', '2027-02-08', '2027-02-12', '2027-02-14'],
  );
});

test('an imported order is not confirmed again', () => {
  const world = createWorld({ ...adasLamp, isImported: true });
  advanceTo(world, day(10));
  expect(mailsOf(world)).toEqual([]);
});

test('news that comes late, twice or out of order changes nothing', () => {
  const world = createWorld(bensMugs);
  restock(world, 1);
  const old = snapshotOf(world.ledger);
  restock(world, 2);
  const { stock } = world.state;
  const mails = mailsOf(world);
  for (const snapshot of [old, stock, old, bensMugs.stock]) {
    tell(world, snapshot);
    advance(world, minuteMs);
  }
  expect(world.state.stock).toEqual(stock);
  expect(mailsOf(world)).toEqual(mails);
});
