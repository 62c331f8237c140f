import { setTimeout as sleep } from 'node:timers/promises';
import { civilDateIn } from '../../../workflows/calendar/zone.ts';
import type { Fulfilment } from '../../../workflows/domain/stock/allocation.ts';
import { addDays, type CivilDate } from '../../../workflows/domain/time.ts';
import { patienceMs } from '../patience.ts';
import type { Answer, System } from '../system/system.ts';

/** Where the order goes to, and the customer's own zone unless they have another. */
export const timeZone = 'America/New_York';

/** A zone where it is about noon now: nothing that goes to its customers waits for a morning. */
export const zoneAtNoon = (): string => {
  const ahead = 12 - new Date().getUTCHours();
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
};

/** Today at ship-to, from which lifecycle tests count their days. */
export const today = (): CivilDate => civilDateIn(new Date().toISOString(), timeZone);

export const inDays = (days: number): CivilDate => addDays(today(), days);

export type Wish = {
  orderId: string;
  card?: string;
  sku?: string;
  quantity?: number;
  promiseIn?: number | null;
  fulfilment?: Fulfilment;
  /** The customer's own. */
  timeZone?: string;
};

/** Ada checks out as a real storefront does: the card is vaulted first. A lamp is 129.00. */
export const checkout = async (system: System, wish: Wish): Promise<Answer> => {
  const body = await checkoutBody(system, wish);
  return system.call('POST', '/v1/backorders', body);
};

export const checkoutBody = async (system: System, wish: Wish) => {
  const { orderId, card = 'pm_card_visa', sku = orderId, quantity = 1, promiseIn = 60 } = wish;
  const customer = await system.stripe.customers.create({ email: emailOf(orderId) });
  const method = await system.stripe.paymentMethods.attach(card, { customer: customer.id });
  const usd = (amount: number) => ({ amount, currency: 'USD' });
  return {
    orderId,
    customer: { email: emailOf(orderId), name: 'Ada', timeZone: wish.timeZone ?? timeZone },
    shipTo: { country: 'US', region: 'NY', postalCode: '10001' },
    lines: [{ id: '1', sku, quantity, unitPrice: usd(12_900) }],
    shipping: usd(900),
    fulfilment: wish.fulfilment ?? 'whole-order',
    ...(promiseIn === null ? {} : { promise: { on: inDays(promiseIn), basis: 'supplier 8812' } }),
    payment: {
      terms: 'on_shipment',
      customerId: customer.id,
      paymentMethodId: method.id,
      mandate: {
        text: 'Charge when it ships',
        version: '1',
        maximum: usd(12_900 * quantity + 900),
        acceptedAt: new Date().toISOString(),
      },
    },
  };
};

export const emailOf = (orderId: string): string => `${orderId}@example.org`;

export const restock = (system: System, sku: string, quantity: number, restockId = `r-${sku}`) =>
  system.call('POST', '/v1/restocks', { restockId, sku, quantity });

/** Repeats a report without an answer, as a warehouse does. */
export const ship = async (
  system: System,
  orderId: string,
  {
    shipmentId = 's1',
    lines,
    scannedAt = new Date().toISOString(),
  }: { shipmentId?: string; lines?: object[]; scannedAt?: string } = {},
): Promise<Answer> => {
  const report = {
    shipmentId,
    carrier: 'UPS',
    tracking: '1Z999',
    scannedAt,
    ...(lines ? { lines } : {}),
  };
  for (let left = 5; ; left--) {
    const answer = await system.call('POST', `/v1/backorders/${orderId}/shipments`, report);
    if (answer.body.code !== 'outcome_unknown' || left === 0) return answer;
  }
};

export const cancel = (
  system: System,
  orderId: string,
  { lines, key }: { lines?: object[]; key?: string } = {},
): Promise<Answer> => {
  const body = { reason: 'changed my mind', by: 'customer', ...(lines ? { lines } : {}) };
  const headers: Record<string, string> = key ? { 'Idempotency-Key': key } : {};
  return system.call('POST', `/v1/backorders/${orderId}/cancel`, body, headers);
};

/** A person has looked at what asked for one. */
export const resolve = (system: System, orderId: string, code: string): Promise<Answer> =>
  system.call('POST', `/v1/backorders/${orderId}/resolve`, { code, note: 'looked at it' });

/** Ada's order waits for the carrier: units are firm and paid for by a hold. */
export const readyToShip = async (system: System, wish: Wish): Promise<void> => {
  const { orderId, sku = orderId, quantity = 1 } = wish;
  await checkout(system, wish);
  await restock(system, sku, quantity, `r-${orderId}`);
  await untilPhase(system, orderId, 'ready_to_ship');
};

export const forward = (system: System, orderId: string, days: number): Promise<void> =>
  fastForward(system, orderId, { days });

/** An effect gives up after five minutes; every try of it takes some real time here. */
export const forwardMinutes = (system: System, orderId: string, minutes: number): Promise<void> =>
  fastForward(system, orderId, { hours: minutes / 60 });

const fastForward = async (system: System, orderId: string, time: object): Promise<void> => {
  const { status, body } = await system.call(
    'POST',
    `/v1/backorders/${orderId}/fast-forward`,
    time,
  );
  if (status !== 200) throw new Error(JSON.stringify(body));
};

export const read = async (system: System, orderId: string): Promise<Answer['body']> =>
  (await system.call('GET', `/v1/backorders/${orderId}`)).body;

/** Waits until the backorder is as expected; fails with what it was instead. */
export const until = async (
  system: System,
  orderId: string,
  isSo: (backorder: Answer['body']) => boolean | Promise<boolean>,
  timeoutMs = patienceMs,
): Promise<Answer['body']> => {
  const endsAt = Date.now() + timeoutMs;
  for (;;) {
    const backorder = await read(system, orderId);
    if (await isSo(backorder)) return backorder;
    if (Date.now() > endsAt) throw new Error(`still waiting: ${JSON.stringify(backorder)}`);
    await sleep(50);
  }
};

export const untilPhase = (
  system: System,
  orderId: string,
  phase: string,
  timeoutMs?: number,
): Promise<Answer['body']> =>
  until(system, orderId, (backorder) => backorder.phase === phase, timeoutMs);

/** Waits until the workflow has nothing left to do. */
export const untilEnded = async (
  system: System,
  orderId: string,
  timeoutMs = patienceMs,
): Promise<void> => {
  const endsAt = Date.now() + timeoutMs;
  while (Date.now() < endsAt) {
    const [row] = await system.db.sql`
      select 1 from views where order_id = ${orderId} and ended_at is not null`;
    if (row) return;
    await sleep(50);
  }
  throw new Error(`not ended: ${JSON.stringify(await read(system, orderId))}`);
};

/** The order's workflow, as an operator reaches it. */
export const workflowOf = async (system: System, orderId: string) =>
  (await system.temporal.client()).workflow.getHandle(`backorder/${orderId}`);

/** Everything that Temporal keeps of the order, its payloads decoded. */
export const workflowTextOf = async (system: System, orderId: string): Promise<string> => {
  const history = await (await workflowOf(system, orderId)).fetchHistory();
  return JSON.stringify(history, (name, value) =>
    name === 'data' && typeof value === 'string' ? Buffer.from(value, 'base64').toString() : value,
  );
};
