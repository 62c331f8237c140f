import { randomUUID } from 'node:crypto';
import type { BackorderAnswer } from '../../api/backorder/backorder-schema.ts';
import type { Api } from './api.ts';

type RestockAnswer = {
  filled: { orderId: string; quantity: number }[];
  /** Who is in line and could not use them, such as an order that ships whole or not at all. */
  skipped: { orderId: string; reason: string }[];
  left: number;
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
  restock: async (orderId: string): Promise<string> => {
    const { lines } = await api.get<BackorderAnswer>(pathOf(orderId));
    const told: string[] = [];
    for (const { sku, location, waiting: quantity } of lines) {
      if (quantity === 0) continue;
      const body = { restockId: `shop-${randomUUID()}`, sku, location, quantity };
      const { filled, skipped, left } = await api.post<RestockAnswer>('/v1/restocks', body);
      const given = filled.map((part) => `${part.quantity} for ${part.orderId}`);
      const passed = skipped.map((other) => `${other.orderId} skipped (${other.reason})`);
      told.push(
        `${quantity} × ${sku} came in: ${[...given, ...passed, `${left} left`].join(', ')}.`,
      );
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
