import { findBackorder } from '../../db/backorders.ts';
import type { Db } from '../../db/client.ts';
import { putProduct } from '../../db/products.ts';
import { writeProjection } from '../../db/projections.ts';
import { readSnapshot } from '../../db/snapshot.ts';
import { phaseOf } from '../../workflows/domain/ledger.ts';
import type { View } from '../../workflows/domain/view.ts';

export const lantern = {
  name: 'Lantern & Sons',
  url: 'https://shop.example.org',
  supportEmail: 'help@shop.example.org',
};

export const nothingPaid: View['payment'] = {
  state: 'vaulted',
  authorized: 0,
  captured: 0,
  refunded: 0,
  holdUntil: null,
};

/** What the order's workflow says of it now; the phase is the ledger's, unless given. */
export const say = async (db: Db, orderId: string, view: Partial<View> = {}): Promise<void> => {
  const { ledgerRevision, ...stock } = await readSnapshot(db, orderId);
  await writeProjection(db, {
    orderId,
    revision: Date.now(),
    entries: [],
    aheadMs: 0,
    view: {
      phase: phaseOf({ ledgerRevision, ...stock }),
      promiseId: 'checkout',
      promisedOn: '2027-01-15',
      payment: nothingPaid,
      next: null,
      nextWakeAt: null,
      attention: [],
      hold: false,
      outcome: null,
      ...view,
    },
  });
};

export const nameProducts = async (db: Db, titles: Record<string, string>): Promise<void> => {
  for (const [sku, title] of Object.entries(titles)) {
    const nothing = { url: null, imageUrl: null, highlights: [], related: [] };
    const product = { sku, title, ...nothing, backorderLimit: null, handlingDays: 0 };
    await putProduct(db, { product, bodyHash: title });
  }
};

/** Where the customer finds the order. */
export const pathOf = async (db: Db, orderId: string): Promise<string> => {
  const row = await findBackorder(db, orderId);
  if (!row) throw new Error(`no order ${orderId}`);
  return `/b/${row.token}`;
};

/** What a person reads, in one line. */
export const textOf = (html: string): string =>
  html
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,?])/g, '$1')
    .trim();
