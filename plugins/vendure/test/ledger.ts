import assert from 'node:assert/strict';
import { answerOf, type Backorder, type Meanwhile } from 'meanwhile-client';
import { eventually } from 'meanwhile-contract/eventually';
import type { PlacedOrder } from './shopper.ts';

export type Ledger = ReturnType<typeof createLedger>;

/** What Meanwhile knows, and what it is told besides by those who buy for the shop. */
export const createLedger = (meanwhile: Meanwhile) => {
  /** Meanwhile tells the shop of its orders from now on; returns what the deliveries are signed with. */
  const subscribe = async (port: number): Promise<string> => {
    const { secret } = await answerOf(
      meanwhile.PUT('/v1/webhook-endpoints/{id}', {
        params: { path: { id: 'vendure' } },
        body: {
          url: `http://127.0.0.1:${port}/meanwhile/webhooks`,
          events: [
            'backorder.placed',
            'backorder.promise_changed',
            'backorder.ready_to_ship',
            'backorder.shipped',
            'backorder.cancelled',
            'backorder.attention',
          ],
        },
      }),
    );
    return secret ?? assert.fail('There is no secret');
  };

  const announce = (sku: string, expectedOn: string) =>
    answerOf(
      meanwhile.PUT('/v1/supplies/{supplyId}', {
        params: { path: { supplyId: `po-${sku}` } },
        body: { sku, quantity: 40, expectedOn, basis: 'the workshop' },
      }),
    );

  const getSku = (sku: string) =>
    answerOf(meanwhile.GET('/v1/skus/{sku}', { params: { path: { sku } } }));

  const backorderOf = async (
    { code }: PlacedOrder,
    isSo: (backorder: Backorder) => boolean,
  ): Promise<Backorder> => {
    const path = { orderId: `vendure:${code}` };
    let found: Backorder | undefined;
    await eventually(async () => {
      found = await answerOf(meanwhile.GET('/v1/backorders/{orderId}', { params: { path } }));
      assert.ok(isSo(found), JSON.stringify(found));
    });
    return found as unknown as Backorder;
  };

  const listOrderIds = async (sku: string): Promise<string[]> => {
    const query = { sku };
    const { data } = await answerOf(meanwhile.GET('/v1/backorders', { params: { query } }));
    return data.map(({ orderId }) => orderId);
  };

  return { subscribe, announce, getSku, backorderOf, listOrderIds };
};
