import { describe, expect, test } from 'vitest';
import { startStore, taken } from './served.ts';

const kettle = { sku: 'KETTLE-COPPER', quantity: 3 };

describe('an order of the store', () => {
  test('is none yet while nobody has paid, and open once somebody has', async () => {
    const { acts, platform } = await startStore();
    const left = acts.buy({ lines: [kettle], payment: 'abandoned' });
    const bought = acts.buy({ lines: [kettle], payment: 'card' });
    const waiting = acts.buy({ lines: [kettle], payment: 'offline' });
    const declined = acts.buy({ lines: [kettle], payment: 'declined' });
    const standings = await Promise.all(
      [left, bought, waiting, declined].map(async ({ id }) => {
        return taken(await platform.getOrder(String(id)))?.standing;
      }),
    );
    expect(standings).toEqual(['unpaid', 'open', 'awaiting_payment', 'unpaid']);
  });

  test('says which units are on backorder, who pays, and what it all costs', async () => {
    const { acts, platform } = await startStore();
    const { id, lines } = acts.buy({ lines: [kettle], payment: 'card', storeCredit: 1_000 });
    expect(taken(await platform.getOrder(String(id)))).toMatchObject({
      ...{ id: String(id), number: String(id), standing: 'open' },
      customer: { email: 'ada@example.org', name: 'Ada Lovelace', locale: 'en' },
      shipTo: { country: 'US', region: 'New York', postalCode: '10001' },
      lines: [
        {
          ...{
            id: String(lines[0]?.id),
            sku: 'KETTLE-COPPER',
            itemId: '101:201',
            location: 'main',
          },
          ...{ quantity: 3, backordered: 2, unitPrice: { amount: 14_900, currency: 'USD' } },
          total: { amount: 44_700, currency: 'USD' },
        },
      ],
      shipping: { amount: 900, currency: 'USD' },
      paidOtherwise: { amount: 1_000, currency: 'USD' },
      payment: { by: 'shop', paid: { amount: 44_600, currency: 'USD' } },
      refunded: { amount: 0, currency: 'USD' },
    });
  });

  test('names the intent where the store hands out the ids of Stripe', async () => {
    const { acts, platform } = await startStore();
    const stripe = { customerId: 'cus_1', paymentIntentId: 'pi_1' };
    const { id } = acts.buy({ lines: [kettle], payment: 'stripe', stripe });
    expect(taken(await platform.getOrder(String(id)))?.payment).toEqual({
      ...{ by: 'stripe', ...stripe },
      paid: { amount: 45_600, currency: 'USD' },
    });
  });

  test('that nobody pays beforehand is paid by nobody', async () => {
    const { acts, platform } = await startStore();
    const { id } = acts.buy({ lines: [kettle], payment: 'offline' });
    expect(taken(await platform.getOrder(String(id)))?.payment).toEqual({ by: 'nobody' });
  });

  test('follows edits, cancellations, shipments and refunds', async () => {
    const { acts, platform } = await startStore();
    const { id, lines } = acts.buy({ lines: [kettle], payment: 'card' });
    const look = async () => taken(await platform.getOrder(String(id)));
    acts.edit(id, { lineId: lines[0]?.id ?? 0, quantity: 2 });
    expect(await look()).toMatchObject({ lines: [{ quantity: 2, backordered: 1 }] });
    acts.ship(id, { items: [{ lineId: lines[0]?.id ?? 0, quantity: 1 }] });
    expect(await look()).toMatchObject({
      ...{ standing: 'open', lines: [{ quantity: 2 }] },
      shipments: [{ lines: [{ id: String(lines[0]?.id), quantity: 1 }] }],
    });
    acts.setStatus(id, 5);
    expect((await look())?.standing).toBe('cancelled');
    const other = acts.buy({ lines: [kettle], payment: 'card' });
    acts.archive(other.id);
    expect(taken(await platform.getOrder(String(other.id)))?.standing).toBe('cancelled');
  });

  test('that is not there is none', async () => {
    const { platform } = await startStore();
    expect(await platform.getOrder('999999')).toEqual({ outcome: 'ok', value: undefined });
    expect(await platform.getOrder('../hooks')).toEqual({ outcome: 'ok', value: undefined });
  });
});

describe('what changed', () => {
  test('is listed oldest first, page by page, and none is left out', async () => {
    let at = Date.parse('2026-11-23T10:00:00Z');
    const { acts, platform } = await startStore({ now: () => new Date(at).toISOString() });
    const ids: string[] = [];
    for (let index = 0; index < 130; index++) {
      // Many in one second, then few.
      at += index < 60 ? 0 : 1_000;
      ids.push(
        String(acts.buy({ lines: [{ sku: 'CUP-STONE', quantity: 1 }], payment: 'abandoned' }).id),
      );
    }
    const since = '2026-11-23T09:00:00.000Z';
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { orderIds: string[]; next: string | null } = taken(
        await platform.listChanged({ since, ...(after !== null && { after }) }),
      );
      seen.push(...page.orderIds);
      after = page.next;
    } while (after !== null);
    expect([...new Set(seen)]).toEqual(ids);
    const later = taken(await platform.listChanged({ since: '2026-11-24T00:00:00.000Z' }));
    expect(later).toEqual({ orderIds: [], next: null });
  });
});

describe('what is left of an item', () => {
  test('is what is there less what is owed, without the limit of backorders', async () => {
    const { acts, platform } = await startStore();
    const level = async (sku: string) =>
      taken(await platform.getLevel({ sku, location: 'main' }))?.available;
    expect(await level('KETTLE-COPPER')).toBe(1);
    const { id } = acts.buy({ lines: [kettle], payment: 'card' });
    expect(await level('KETTLE-COPPER')).toBe(-2);
    acts.restock('KETTLE-COPPER', 10);
    expect(await level('KETTLE-COPPER')).toBe(8);
    acts.ship(id);
    expect(await level('KETTLE-COPPER')).toBe(8);
    expect(await level('CUP-STONE')).toBe(40);
    expect(await level('NOTHING')).toBeUndefined();
  });

  test('belongs to the SKU that a delivery names by its item', async () => {
    const { platform } = await startStore();
    const item = { sku: 'KETTLE-COPPER', location: 'main' };
    expect(taken(await platform.findItem('101'))).toEqual(item);
    expect(taken(await platform.findItem('101:201'))).toEqual(item);
    expect(taken(await platform.findItem('999'))).toBeUndefined();
    expect(taken(await platform.findItem('1/../2'))).toBeUndefined();
  });
});
