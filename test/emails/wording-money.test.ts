import { describe, expect, it } from 'vitest';
import * as cancelled from '../../emails/cancelled.tsx';
import * as refunded from '../../emails/refunded.tsx';
import { units } from './states.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });

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
      'Nothing was charged for it, and nothing will be. The $216.00 held on your card has been released',
    ],
    [
      'refunding',
      { kind: 'refunding', amount: usd(21600), by: null },
      'We are refunding $216.00 to the payment method you paid with.',
    ],
    [
      'refunding by a day',
      { kind: 'refunding', amount: usd(21600), by: '2026-12-10' },
      'once it has been sent. It will be sent by Thursday, December 10, 2026 at the latest.',
    ],
    [
      'refunded',
      { kind: 'refunded', amount: usd(21600), on: '2026-12-02', isRest: false, released: null },
      'We refunded $216.00 on Wednesday, December 2, 2026, to the payment method you paid with.',
    ],
    [
      'refunded, after other refunds and besides a hold',
      {
        kind: 'refunded',
        amount: usd(5000),
        on: '2026-12-02',
        isRest: true,
        released: usd(7000),
      },
      'The rest of what you paid for it was refunded separately. The $70.00 held on your card has been released',
    ],
    [
      'sent before',
      { kind: 'sent_before', released: null },
      'What you paid for it has already been refunded, and nothing more will be charged for it.',
    ],
  ] as const)('states what becomes of the money: %s', (_, money, told) => {
    expect(cancelled.text({ ...props, money })).toContain(told);
  });

  it.each([
    ['customer', 'As you requested, we canceled your order 1001 on Tuesday, December 1, 2026.'],
    ['shop', 'We are sorry, but we had to cancel your order 1001 on Tuesday, December 1, 2026.'],
    ['system', 'We are sorry, but your order 1001 was canceled on Tuesday, December 1, 2026.'],
  ] as const)('says that it was cancelled, and when, by the %s', (by, told) => {
    expect(cancelled.text({ ...props, by })).toContain(told);
  });

  it('says that the payment was the cause', () => {
    const text = cancelled.text({ ...props, by: 'system', cause: 'payment' });
    expect(text).toContain(
      'your order 1001 was canceled on Tuesday, December 1, 2026, because the payment could not be completed.',
    );
  });

  it('says what stays when a part is cancelled', () => {
    const text = cancelled.text({ ...props, ...units({ waiting: 1, cancelled: 1 }) });
    expect(text).toContain('we canceled part of your order 1001');
    expect(text).toContain('Nothing was charged for these items');
    expect(text).toContain('The rest of your order is not affected.');
  });
});

describe('the refund memo', () => {
  it('gives the amount, the day it was sent, and where to', () => {
    expect(refunded.text(refunded.PreviewProps)).toContain(
      'Amount: $216.00\nRefunded on: Wednesday, December 2, 2026\nRefunded to: The payment method you paid with',
    );
  });

  const text = (change: Partial<refunded.Props>) =>
    refunded.text({ ...refunded.PreviewProps, ...change });

  it('says that the bank gave it back, not that we sent it', () => {
    const props = { ...refunded.PreviewProps, isByBank: true };
    expect(refunded.subject(props)).toBe('Your bank has credited you $216.00 for your order 1001');
    expect(text({ isByBank: true })).toContain('so we will not send a separate refund.');
    expect(text({ isByBank: true })).not.toMatch(/We have refunded|Refunded on|Refunded to:/);
  });

  it('says of a part that it is one', () => {
    expect(text({ share: 'part' })).toContain(
      'We have refunded part of your payment for order 1001 to',
    );
  });

  it('says of the last part that everything has been refunded', () => {
    expect(text({ share: 'rest' })).toContain(
      'We have refunded the rest of your payment for order 1001 to the payment method you paid with. Everything you paid has been refunded.',
    );
  });

  it('says of all of it neither', () => {
    expect(text({ share: 'all', ...units({ waiting: 1 }) })).toContain(
      'We have refunded your payment for order 1001 to',
    );
    expect(text({ share: 'all', ...units({ waiting: 1 }) })).not.toMatch(/rest|part/);
  });

  it('says that what is still to ship remains on order, and only then', () => {
    for (const share of ['all', 'part', 'rest'] as const) {
      expect(text({ share, ...units({ waiting: 1 }) })).toContain(
        'The items still to ship remain on order.',
      );
      expect(text({ share })).not.toContain('on order');
    }
  });
});
