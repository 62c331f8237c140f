import { describe, expect, it } from 'vitest';
import { pageOfSubject } from '../../../../api/desk/people/subject.ts';

describe('an entry of the audit log', () => {
  it.each([
    ['POST /v1/backorders/O%3A1/hold', '/desk/orders/O%3A1', 'read'],
    ['GET /v1/backorders/O-1', '/desk/orders/O-1', 'read'],
    ['POST /v1/backorders/O-1/messages/m1/resend', '/desk/orders/O-1/messages/m1', 'read'],
    ['PUT /v1/products/A%2FB', '/desk/products/A%2FB', 'read'],
    ['PUT /v1/stock/LAMP', '/desk/products/LAMP', 'read'],
    ['POST /v1/skus/LAMP/give-up', '/desk/supplies/~sku/LAMP', 'read'],
    ['DELETE /v1/supplies/PO-1', '/desk/supplies/PO-1', 'read'],
    ['POST /v1/keys', '/desk/plumbing/keys', 'admin'],
    ['POST /v1/keys/k1/rotate', '/desk/plumbing/keys', 'admin'],
    ['POST /v1/shops', '/desk/plumbing/shops', 'read'],
    ['POST /v1/shops/eu/sync', '/desk/plumbing/shops/eu', 'read'],
    ['PUT /v1/webhook-endpoints/wms', '/desk/plumbing/endpoints/wms', 'read'],
    [
      'POST /v1/webhook-endpoints/wms/deliveries/d1/replay',
      '/desk/plumbing/endpoints/wms/deliveries/d1',
      'read',
    ],
    ['POST /v1/webhooks/stripe/evt_1/replay', '/desk/plumbing/webhooks?event=evt_1', 'read'],
    ['PUT /v1/operators/ada', '/desk/people/accounts/ada', 'admin'],
    ['POST /v1/import/products', '/desk/plumbing/uploads', 'read'],
    ['PUT /v1/suppressions', '/desk/messages/suppressions', 'support'],
    ['GET /desk/orders.csv', '/desk/orders', 'read'],
  ])('%s leads to %s', (subject, path, scope) => {
    expect(pageOfSubject(subject)).toEqual({ path, scope });
  });

  it.each(['=POST /v1/7', 'PUT /v1/updates/u1', 'https://evil.example/v1/backorders/O-1', ''])(
    'leads nowhere by %j',
    (subject) => {
      expect(pageOfSubject(subject)).toBeUndefined();
    },
  );
});
