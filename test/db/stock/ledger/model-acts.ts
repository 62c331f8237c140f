import fc from 'fast-check';
import { placeOrder } from '../../../../db/backorder/place.ts';
import type { Db } from '../../../../db/client.ts';
import { adjustStock } from '../../../../db/stock/adjustments.ts';
import { applyCancellation } from '../../../../db/stock/cancel.ts';
import { countStock } from '../../../../db/stock/counts.ts';
import { endLease, makeFirm } from '../../../../db/stock/lease/lease.ts';
import { rejoinQueue } from '../../../../db/stock/lease/rejoin.ts';
import { readSnapshot } from '../../../../db/stock/ledger/snapshot.ts';
import { changePriority } from '../../../../db/stock/priority.ts';
import { receiveStock } from '../../../../db/stock/receipts.ts';
import { applyShipment } from '../../../../db/stock/ship.ts';
import type { Lease } from '../../../../workflows/domain/backorder/snapshot.ts';
import { type Fulfilment, fulfilments } from '../../../../workflows/domain/stock/allocation.ts';
import { addMs } from '../../../../workflows/domain/time.ts';
import { dayZero } from '../../../support/cast.ts';
import { newOrder, receiptOf, runWalks } from '../../cast.ts';

/** Something that happens to the ledger. `n` makes its id; orders are known by their number. */
export type Act = { n: number } & (
  | {
      type: 'checkout';
      fulfilment: Fulfilment;
      priority: number;
      at: number;
      wanted: { sku: string; quantity: number }[];
    }
  | { type: 'receive'; sku: string; quantity: number }
  | { type: 'count'; sku: string; onHand: number }
  | { type: 'adjust'; sku: string; delta: number }
  | { type: 'cancel'; order: number; all: boolean }
  | { type: 'firm' | 'rejoin' | 'ship'; order: number }
  | { type: 'release'; order: number; bar: boolean }
  | { type: 'priority'; order: number; priority: number }
);

export const orders = 10;
export const skus = ['LAMP', 'RUG', 'VASE'];

const sku = fc.constantFrom(...skus);
const order = fc.nat(orders - 1);
const priority = fc.integer({ min: -1, max: 1 });

const act = {
  checkout: fc.record({
    type: fc.constant('checkout' as const),
    fulfilment: fc.constantFrom(...fulfilments),
    priority,
    at: fc.nat(5),
    wanted: fc.uniqueArray(fc.record({ sku, quantity: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 3,
      selector: (line) => line.sku,
    }),
  }),
  receive: fc.record({
    type: fc.constant('receive' as const),
    sku,
    quantity: fc.integer({ min: 1, max: 5 }),
  }),
  count: fc.record({ type: fc.constant('count' as const), sku, onHand: fc.nat(8) }),
  adjust: fc.record({
    type: fc.constant('adjust' as const),
    sku,
    delta: fc.integer({ min: -4, max: 3 }).filter((delta) => delta !== 0),
  }),
  cancel: fc.record({ type: fc.constant('cancel' as const), order, all: fc.boolean() }),
  simple: fc.record({ type: fc.constantFrom('firm' as const, 'rejoin', 'ship'), order }),
  release: fc.record({ type: fc.constant('release' as const), order, bar: fc.boolean() }),
  priority: fc.record({ type: fc.constant('priority' as const), order, priority }),
};

type Unnumbered<A> = A extends Act ? Omit<A, 'n'> : never;

const numbered = (acts: readonly Unnumbered<Act>[]): Act[] =>
  acts.map((each, n) => ({ ...each, n }) as Act);

/** What a sequence decides alone: no corrections, whose victims a rule of their own chooses. */
export const orderly: fc.Arbitrary<Act[]> = fc
  .array(
    fc.oneof(
      { arbitrary: act.checkout, weight: 4 },
      { arbitrary: act.receive, weight: 3 },
      act.cancel,
      { arbitrary: act.simple, weight: 4 },
      act.release,
      act.priority,
    ),
    { minLength: 10, maxLength: 40 },
  )
  .map(numbered);

/** Everything, corrections and counts too. */
export const anything: fc.Arbitrary<Act[]> = fc
  .array(fc.oneof({ arbitrary: act.checkout, weight: 2 }, ...Object.values(act)), {
    minLength: 40,
    maxLength: 90,
  })
  .map(numbered);

/** Orders that take what there is, from one shelf: whoever comes first, the queue decides. */
export const crowd = fc.record({
  checkouts: fc
    .array(
      act.checkout.map((each) => ({
        ...each,
        fulfilment: 'ship-available' as const,
        wanted: [{ sku: 'LAMP', quantity: 1 + (each.at % 3) }],
      })),
      { minLength: orders, maxLength: orders },
    )
    .map(numbered),
  receipts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
});

export const nameOf = (number: number): string => `O${number}`;

/** Carries an act out on what is known of its order at that moment, and gives out what it freed. */
export const perform = async (db: Db, each: Act): Promise<void> => {
  await runWalks(db, await passesOf(db, each));
};

const passesOf = async (db: Db, each: Act): Promise<readonly number[]> => {
  const { n } = each;
  const [id, bodyHash, location] = [`${each.type}-${n}`, 'body', 'main'];
  switch (each.type) {
    case 'checkout': {
      const wanted = each.wanted.map((line) => `${line.sku}:${line.quantity}`);
      const { fulfilment, priority } = each;
      const placedAt = addMs(dayZero, each.at);
      const placed = await placeOrder(
        db,
        newOrder(nameOf(n % orders), wanted, { fulfilment, priority, placedAt }),
      );
      return placed.outcome === 'placed' ? placed.walkIds : [];
    }
    case 'receive': {
      const received = await receiveStock(db, receiptOf(id, `${each.sku}:${each.quantity}`));
      return received.outcome === 'conflict' ? [] : [received.walkId];
    }
    case 'count': {
      const { sku, onHand } = each;
      const countedAt = new Date().toISOString();
      const count = { countId: id, sku, location, onHand, countedAt, bodyHash };
      const counted = await countStock(db, count);
      return 'walkIds' in counted ? counted.walkIds : [];
    }
    case 'adjust': {
      const { sku, delta } = each;
      const reason = 'found' as const;
      const adjustment = { adjustmentId: id, sku, location, delta, reason, bodyHash };
      const adjusted = await adjustStock(db, adjustment);
      return 'walkIds' in adjusted ? adjusted.walkIds : [];
    }
    default:
      return passesOfOrder(db, each);
  }
};

type OrderAct = Extract<Act, { order: number }>;

const passesOfOrder = async (db: Db, each: OrderAct): Promise<readonly number[]> => {
  const [orderId, id, at] = [nameOf(each.order), `${each.type}-${each.n}`, dayZero];
  const snapshot = await readSnapshot(db.sql, orderId).catch(() => undefined);
  if (!snapshot) return [];
  const lease: Lease | undefined = snapshot.leases[0];
  switch (each.type) {
    case 'cancel': {
      const lines = each.all ? null : [{ lineId: '1', quantity: 1 }];
      const cancel = { orderId, cancelId: id, by: 'shop' as const, lines, at };
      return (await applyCancellation(db, cancel)).walkIds;
    }
    case 'rejoin':
      return (await rejoinQueue(db, orderId)).walkIds;
    case 'priority': {
      const operator = { orderId, actId: id, by: 'ops', reason: 'asked' };
      return (await changePriority(db, { ...operator, priority: each.priority })).walkIds;
    }
    case 'firm':
      if (lease) await makeFirm(db, { orderId, leaseId: lease.leaseId });
      return [];
    case 'release': {
      if (!lease) return [];
      const bar = each.bar ? 'payment' : null;
      return (await endLease(db, { orderId, leaseId: lease.leaseId, bar })).walkIds;
    }
    case 'ship': {
      if (!lease) return [];
      const shipment = { orderId, shipmentId: id, lines: lease.units, at };
      return (await applyShipment(db, shipment)).walkIds;
    }
  }
};
