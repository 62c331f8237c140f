import { randomUUID } from 'node:crypto';
import type { BackorderAnswer } from '../../api/backorder/backorder-schema.ts';
import { addDays } from '../../workflows/domain/time.ts';
import type { Api } from './api.ts';
import { type SkuAnswer, supplyIdOf } from './seed.ts';

type RestockAnswer = {
  filled: { orderId: string; quantity: number }[];
  /** Who is in line and could not use them, such as an order that ships whole or not at all. */
  skipped: { orderId: string; reason: string }[];
  left: number;
};

/** What everybody may hear of a change of stock. */
type Shared = { share: boolean; note?: string };

/** What the form beside the button says of it. */
export const sharedIn = ({ share, note }: Record<string, unknown>): Shared => {
  const said = String(note ?? '').trim();
  return { share: share === 'on', ...(share === 'on' && said !== '' && { note: said }) };
};

/** What the buttons of an order do. Each returns what is to be said of it, or throws. */
export type Acts = ReturnType<typeof createActs>;

export const createActs = (api: Api) => ({
  /** Moves this order's own time on, so that a wait of weeks can be watched in minutes. */
  later: async (orderId: string, days: number): Promise<string> => {
    const path = `${pathOf(orderId)}/fast-forward`;
    const { now } = await api.post<BackorderAnswer>(path, { days });
    return `For ${orderId} it is now ${now.slice(0, 16).replace('T', ' ')} UTC.`;
  },

  /** Stock arrives: as many units as the order waits for. They go to whoever is first in line. */
  restock: async (orderId: string, shared: Shared): Promise<string> => {
    const { lines } = await api.get<BackorderAnswer>(pathOf(orderId));
    const told: string[] = [];
    for (const { sku, location, waiting: quantity } of lines) {
      if (quantity === 0) continue;
      const body = { restockId: `shop-${randomUUID()}`, sku, location, quantity, ...shared };
      const { filled, skipped, left } = await api.post<RestockAnswer>('/v1/restocks', body);
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
    const { lines, promise, now } = await api.get<BackorderAnswer>(pathOf(orderId));
    const told: string[] = [];
    for (const { sku, location, waiting } of lines) {
      if (waiting === 0) continue;
      const shelf = await api.get<SkuAnswer>(`/v1/skus/${encodeURIComponent(sku)}`);
      const days = [...shelf.supplies.map(({ expectedOn }) => expectedOn), promise?.on];
      const latest = [now.slice(0, 10), ...days.flatMap((day) => day ?? [])].sort().at(-1);
      const expectedOn = addDays(latest ?? now.slice(0, 10), 21);
      const [supply] = shelf.supplies;
      const { broken } = await api.put<{ broken: unknown[] }>(
        `/v1/supplies/${supply?.supplyId ?? supplyIdOf(sku)}`,
        {
          ...{ sku, location, expectedOn, basis: 'the workshop, which is late', ...shared },
          quantity: Math.max(supply?.quantity ?? 0, shelf.waiting),
        },
      );
      const promises = broken.length === 1 ? '1 promise breaks' : `${broken.length} promises break`;
      told.push(`${sku} now comes on ${expectedOn}: ${promises}.`);
    }
    return told.join(' ') || `${orderId} waits for nothing.`;
  },

  /** The carrier has every unit that is ready. */
  ship: async (orderId: string): Promise<string> => {
    await api.post(`${pathOf(orderId)}/shipments`, {
      shipmentId: `shop-${randomUUID()}`,
      carrier: 'UPS',
      tracking: `1Z${randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase()}`,
      scannedAt: new Date().toISOString(),
    });
    return `The carrier has ${orderId}.`;
  },

  /** The shop cancels all that has not shipped. */
  cancel: async (orderId: string): Promise<string> => {
    const body = { by: 'shop', reason: 'cancelled in the demo shop' };
    await api.post(`${pathOf(orderId)}/cancel`, body);
    return `${orderId} is cancelled.`;
  },

  /** The shop has sent back what it held of this order's money. */
  refunded: async (orderId: string): Promise<string> => {
    const body = { code: 'refund_wanted', note: 'sent from the till of the demo shop' };
    await api.post(`${pathOf(orderId)}/resolve`, body);
    return `The refund of ${orderId} is sent.`;
  },
});

const pathOf = (orderId: string): string => `/v1/backorders/${encodeURIComponent(orderId)}`;
