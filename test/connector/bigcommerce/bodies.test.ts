import { describe, expect, test } from 'vitest';
import { orderBody, refundBody } from '../../../api/connector/bigcommerce/order-body.ts';
import recorded from '../../vectors/bigcommerce/bodies.json' with { type: 'json' };
import { bodiesOf, shapeOf } from './bodies.ts';
import { startStore } from './served.ts';

/** Bodies of our own that were found to be as BigCommerce's documents say, with its newer fields. */
describe('the recorded bodies', () => {
  test('are what the stand-in still answers, field by field', async () => {
    const bodies = await bodiesOf(await startStore());
    expect(Object.keys(bodies)).toEqual(Object.keys(recorded));
    for (const [name, body] of Object.entries(bodies))
      expect(shapeOf(body), name).toEqual(shapeOf(recorded[name as keyof typeof recorded]));
  });

  test('are read by the adapter as they are', () => {
    expect(orderBody.parse(recorded.order)).toMatchObject({
      ...{ status_id: 14, date_created: '2026-11-23T10:00:00.000Z', total_inc_tax: '456.0000' },
    });
    expect(recorded.refunds.data.map((refund) => refundBody.parse(refund))).toMatchObject([
      { total_amount: 149, items: [{ reason: 'meanwhile:r' }] },
    ]);
  });
});
