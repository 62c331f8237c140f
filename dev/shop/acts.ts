import { randomUUID } from 'node:crypto';
import { answerOf, type Meanwhile } from '../../plugins/client/client.ts';
import { addDays } from '../../workflows/domain/time.ts';
import { supplyIdOf } from './seed.ts';

/** What everybody may hear of a change of stock. */
type Shared = { share: boolean; note?: string };

/** What the form beside the button says of it. */
export const sharedIn = ({ share, note }: Record<string, unknown>): Shared => {
  const said = String(note ?? '').trim();
  return { share: share === 'on', ...(share === 'on' && said !== '' && { note: said }) };
};

/** What the buttons of an order do. Each returns what is to be said of it, or throws. */
export type Acts = ReturnType<typeof createActs>;

export const createActs = (api: Meanwhile) => {
  const find = (orderId: string) => answerOf(api.GET('/v1/backorders/{orderId}', of(orderId)));
  return {
    /** Moves this order's own time on, so that a wait of weeks can be watched in minutes. */
    later: async (orderId: string, days: number): Promise<string> => {
      const path = '/v1/backorders/{orderId}/fast-forward';
      const { now } = await answerOf(api.POST(path, { ...of(orderId), body: { days } }));
      return `For ${orderId} it is now ${now.slice(0, 16).replace('T', ' ')} UTC.`;
    },

    /** Stock arrives: as many units as the order waits for. They go to whoever is first in line. */
    restock: async (orderId: string, shared: Shared): Promise<string> => {
      const { lines } = await find(orderId);
      const told: string[] = [];
      for (const { sku, location, waiting: quantity } of lines) {
        if (quantity === 0) continue;
        const body = { restockId: `shop-${randomUUID()}`, sku, location, quantity, ...shared };
        const { filled, skipped, left } = await answerOf(api.POST('/v1/restocks', { body }));
        const given = filled.map((part) => `${part.quantity} for ${part.orderId}`);
        const passed = skipped.map((other) => `${other.orderId} skipped (${other.reason})`);
        told.push(
          `${quantity} × ${sku} came in: ${[...given, ...passed, `${left} left`].join(', ')}.`,
        );
      }
      return told.join(' ') || `${orderId} waits for nothing.`;
    },

    /** The supplier of what the order waits for delivers three weeks after the promised day. */
    slip: async (orderId: string, shared: Shared): Promise<string> => {
      const { lines, promise, now } = await find(orderId);
      const told: string[] = [];
      for (const { sku, location, waiting } of lines) {
        if (waiting === 0) continue;
        const shelf = await answerOf(api.GET('/v1/skus/{sku}', { params: { path: { sku } } }));
        const days = [...shelf.supplies.map(({ expectedOn }) => expectedOn), promise?.on];
        const latest = [now.slice(0, 10), ...days.flatMap((day) => day ?? [])].sort().at(-1);
        const expectedOn = addDays(latest ?? now.slice(0, 10), 21);
        const [supply] = shelf.supplies;
        const supplyId = supply?.supplyId ?? supplyIdOf(sku);
        const { broken } = await answerOf(
          api.PUT('/v1/supplies/{supplyId}', {
            params: { path: { supplyId } },
            body: {
              ...{ sku, location, expectedOn, basis: 'the workshop, which is late', ...shared },
              quantity: Math.max(supply?.quantity ?? 0, shelf.waiting),
            },
          }),
        );
        const promises =
          broken.length === 1 ? '1 promise breaks' : `${broken.length} promises break`;
        told.push(`${sku} now comes on ${expectedOn}: ${promises}.`);
      }
      return told.join(' ') || `${orderId} waits for nothing.`;
    },

    /** The carrier has every unit that is ready. */
    ship: async (orderId: string): Promise<string> => {
      const body = {
        shipmentId: `shop-${randomUUID()}`,
        carrier: 'UPS',
        tracking: `1Z${randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase()}`,
        scannedAt: new Date().toISOString(),
      };
      await answerOf(api.POST('/v1/backorders/{orderId}/shipments', { ...of(orderId), body }));
      return `The carrier has ${orderId}.`;
    },

    /** The shop cancels all that has not shipped. */
    cancel: async (orderId: string): Promise<string> => {
      const body = { by: 'shop' as const, reason: 'cancelled in the demo shop' };
      await answerOf(api.POST('/v1/backorders/{orderId}/cancel', { ...of(orderId), body }));
      return `${orderId} is cancelled.`;
    },

    /** The shop has sent back what it held of this order's money. */
    refunded: async (orderId: string): Promise<string> => {
      const body = { code: 'refund_wanted' as const, note: 'sent from the till of the demo shop' };
      await answerOf(api.POST('/v1/backorders/{orderId}/resolve', { ...of(orderId), body }));
      return `The refund of ${orderId} is sent.`;
    },
  };
};

const of = (orderId: string) => ({ params: { path: { orderId } } });
