import { describe, expect, it } from 'vitest';
import * as cancelled from '../../emails/cancelled.tsx';
import * as readyToShip from '../../emails/ready-to-ship.tsx';
import * as refunded from '../../emails/refunded.tsx';
import * as shipped from '../../emails/shipped.tsx';

const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('the ready-to-ship mail', () => {
  it('speaks of a part only when something still has to come', () => {
    const props = readyToShip.PreviewProps;
    expect(readyToShip.subject(props)).toBe('Part of your order 1001 is ready to ship');
    expect(readyToShip.text(props)).toContain('- 1 × Brass lamp (LAMP-BRASS)\n');
    const whole = { ...props, partial: false };
    expect(readyToShip.subject(whole)).toBe('Your order 1001 is ready to ship');
    expect(readyToShip.text(whole)).not.toMatch(/part|rest/i);
  });
});

describe('the shipped mail', () => {
  it('says what went, how, for how much, and what is still to come', () => {
    const text = shipped.text(shipped.PreviewProps);
    expect(text).toContain('Carrier: UPS\nTracking number: 1Z999AA10123456784\n');
    expect(text).toContain('Charged for this shipment: $135.00');
    expect(text).toContain('In this shipment:\n- 1 × Brass lamp (LAMP-BRASS)\n');
    expect(text).toContain('Still to come:\n- 2 × Linen shade (SHADE-LINEN)\n');
  });

  it('says of an order paid from the start that it was, not that it is charged', () => {
    const props = { ...shipped.PreviewProps, charged: null };
    const text = shipped.text({ ...props, paidBy: 'checkout' });
    expect(text).toContain('Payment: Was paid already');
    expect(text).not.toContain('Charged');
    expect(shipped.text({ ...props, paidBy: 'deposit' })).toContain(
      'Payment: Covered by your deposit',
    );
  });

  it('leaves out what is not known', () => {
    const nothing = { carrier: null, tracking: null, charged: null, remaining: [] };
    const props = { ...shipped.PreviewProps, ...nothing };
    expect(shipped.subject(props)).toBe('Your order 1001 has shipped');
    expect(shipped.text(props)).not.toMatch(/Carrier:|Tracking|Charged|Still to come|part/i);
  });
});

describe('the cancellation', () => {
  const props = cancelled.PreviewProps;

  it.each([
    [
      'never_charged',
      { kind: 'never_charged' },
      'Nothing was charged for it, and nothing will be.',
    ],
    [
      'released',
      { kind: 'released', amount: usd(21600) },
      'Nothing was charged for it, and nothing will be. The $216.00 held on your card is released',
    ],
    [
      'refunding',
      { kind: 'refunding', amount: usd(21600) },
      'We are sending $216.00 back, to the payment method you paid with.',
    ],
    [
      'refunded',
      { kind: 'refunded', amount: usd(21600), on: '2026-12-02' },
      'We sent $216.00 back on Wednesday, December 2, 2026, to the payment method you paid with.',
    ],
  ] as const)('states what becomes of the money: %s', (_, money, told) => {
    expect(cancelled.text({ ...props, money })).toContain(told);
  });

  it.each([
    ['customer', 'As you asked, we cancelled your order 1001 on Tuesday, December 1, 2026.'],
    ['shop', 'We are sorry: we had to cancel your order 1001 on Tuesday, December 1, 2026.'],
    ['system', 'We are sorry: your order 1001 was cancelled on Tuesday, December 1, 2026.'],
  ] as const)('says that it was cancelled, and when, by the %s', (by, told) => {
    expect(cancelled.text({ ...props, by })).toContain(told);
  });

  it('says that the payment was the cause', () => {
    const text = cancelled.text({ ...props, by: 'system', cause: 'payment' });
    expect(text).toContain(
      'your order 1001 was cancelled on Tuesday, December 1, 2026, because the payment could not be completed.',
    );
  });

  it('says what stays when a part is cancelled', () => {
    const text = cancelled.text({ ...props, partial: true });
    expect(text).toContain('we cancelled a part of your order 1001');
    expect(text).toContain('Nothing was charged for these items');
    expect(text).toContain('Nothing changes for the rest of your order.');
  });
});

describe('the refund memo', () => {
  it('gives the amount, the day it was sent, and where to', () => {
    expect(refunded.text(refunded.PreviewProps)).toContain(
      'Amount: $216.00\nSent on: Wednesday, December 2, 2026\nTo: The payment method you paid with',
    );
  });

  it('says of a part that the rest goes on', () => {
    const rest = 'Nothing changes for the rest of your order: it goes on when it ships.';
    expect(refunded.text({ ...refunded.PreviewProps, partial: true })).toContain(rest);
    expect(refunded.text(refunded.PreviewProps)).not.toMatch(/rest|part/);
  });
});
