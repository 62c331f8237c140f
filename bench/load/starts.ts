import { Client, Connection } from '@temporalio/client';
import type { NewOrder } from '../../db/backorder/place.ts';
import { firstLawClock, usualLawRules } from '../../workflows/calendar/law-clock.ts';
import type { Opening } from '../../workflows/domain/backorder/backorder.ts';
import { type Start, stockChanged, workflowIdOf, workflowType } from '../../workflows/messages.ts';

/** Where nobody polls. */
export const idleQueue = 'idle';

/** Starts and signals workflows without any of the product's own work around it. */
export type Starter = {
  start(order: NewOrder): Promise<void>;
  signal(order: NewOrder): Promise<void>;
  close(): Promise<void>;
};

export const connectStarter = async (address: string): Promise<Starter> => {
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection });
  return {
    start: async (order) => {
      const start: Start = { opening: openingOf(order) };
      const workflowId = workflowIdOf(order.orderId);
      await workflow.start(workflowType, { workflowId, taskQueue: idleQueue, args: [start] });
    },
    signal: async (order) => {
      const handle = workflow.getHandle(workflowIdOf(order.orderId));
      await handle.signal(stockChanged, openingOf(order).stock);
    },
    close: () => connection.close(),
  };
};

/** The days of the law, as they are on the day of the order. */
const lawOf = (order: NewOrder): Opening['law'] => {
  const { placedAt, shipTo, promise } = order;
  const terms = { hasCredit: false, isEssential: false };
  const clock = firstLawClock(
    { ...terms, startedAt: placedAt, statedOn: promise?.on ?? null },
    { ...usualLawRules, shipTo, now: placedAt },
  );
  return { ...terms, clock, silentOn: null };
};

/** What the workflow of an order starts from while nothing has happened to it. */
const openingOf = (order: NewOrder): Opening => ({
  orderId: order.orderId,
  placedAt: order.placedAt,
  currency: order.currency,
  shipping: order.shipping,
  lines: order.lines.map(({ lineId, quantity, total }) => ({ lineId, quantity, total })),
  promise: order.promise && {
    promiseId: 'checkout',
    on: order.promise.on,
    statedAt: order.placedAt,
  },
  stock: {
    ledgerRevision: 1,
    lines: order.lines.map(({ lineId, quantity }) => ({
      lineId,
      waiting: quantity,
      kept: 0,
      shipped: 0,
      cancelled: 0,
    })),
    leases: [],
    revocations: 0,
    barred: null,
  },
  payment: { methodId: order.payment.paymentMethodId, upfront: null },
  joinMs: 0,
  isImported: order.imported,
  law: lawOf(order),
});
