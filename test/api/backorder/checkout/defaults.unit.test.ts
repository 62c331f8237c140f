import { describe, expect, it } from 'vitest';
import { withDefaults } from '../../../../api/backorder/checkout/new-order.ts';
import { checkout } from '../../../../api/backorder/checkout/schema.ts';
import { bodyHash } from '../../../../api/http/body-hash.ts';
import { checkoutBody, mandateUpTo, usd } from './checkout-body.ts';

const now = '2026-11-23T10:00:00.000Z';
const line = { sku: 'LAMP-BRASS', quantity: 1, unitPrice: usd(12_900) };

const parsed = (changes: Record<string, unknown> = {}) => checkout.parse(checkoutBody(changes));

describe('the defaults of a checkout', () => {
  it('are filled in after it was validated', () => {
    const order = withDefaults(
      parsed({ lines: [line, { ...line, quantity: 2 }], payment: mandateUpTo(50_000) }),
      now,
    );
    expect(order).toMatchObject({
      placedAt: now,
      fulfilment: 'whole-order',
      priority: 0,
      imported: false,
      currency: 'USD',
      customer: { locale: 'en-US', timeZone: 'America/New_York', marketingConsent: false },
    });
    expect(order.lines).toMatchObject([
      { lineId: '1', location: 'main', total: 12_900 },
      { lineId: '2', location: 'main', total: 25_800 },
    ]);
  });

  it('take a placedAt that lies ahead as now, because clocks differ', () => {
    expect(withDefaults(parsed({ placedAt: '2026-11-23T10:00:05Z' }), now).placedAt).toBe(now);
    expect(withDefaults(parsed({ placedAt: '2026-11-23T10:30:00+01:00' }), now).placedAt).toBe(
      '2026-11-23T09:30:00.000Z',
    );
  });

  it('take no part in whether two bodies are the same', () => {
    expect(bodyHash(parsed())).not.toBe(bodyHash(parsed({ priority: 0 })));
  });
});

describe('two bodies', () => {
  it('are the same when only the order of fields or the offset of an instant differs', () => {
    const turned = Object.fromEntries(
      Object.entries(checkoutBody({ placedAt: '2026-11-23T10:00:00+01:00' })).reverse(),
    );
    expect(bodyHash(checkout.parse(turned))).toBe(
      bodyHash(parsed({ placedAt: '2026-11-23T09:00:00Z' })),
    );
  });

  it('differ when the order of lines does', () => {
    const [a, b] = [line, { ...line, sku: 'LAMP-IRON' }];
    const payment = mandateUpTo(99_999);
    expect(bodyHash(parsed({ lines: [a, b], payment }))).not.toBe(
      bodyHash(parsed({ lines: [b, a], payment })),
    );
  });
});
