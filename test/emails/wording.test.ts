import { describe, expect, it } from 'vitest';
import * as cancelled from '../../emails/cancelled.tsx';
import * as checkIn from '../../emails/check-in.tsx';
import * as confirmation from '../../emails/confirmation.tsx';
import * as countdown from '../../emails/countdown.tsx';
import * as excitement from '../../emails/excitement.tsx';
import * as paymentProblem from '../../emails/payment-problem.tsx';
import * as readyToShip from '../../emails/ready-to-ship.tsx';
import * as refunded from '../../emails/refunded.tsx';
import * as shipped from '../../emails/shipped.tsx';

const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('the confirmation', () => {
  it('says what will be charged, and when', () => {
    expect(confirmation.text(confirmation.PreviewProps)).toContain(
      'Nothing has been charged. We charge your card only when your order ships, and never more than $216.00 in total.',
    );
  });

  it('says the date, or plainly that there is none yet', () => {
    const props = confirmation.PreviewProps;
    expect(confirmation.text(props)).toContain('Ships by: Friday, January 15, 2027');
    expect(confirmation.text({ ...props, promise: null })).toContain(
      'There is no ship date yet. We will write as soon as there is one, and check in every 30 days until then.',
    );
  });
});

describe.each([
  ['confirmation', confirmation.text(confirmation.PreviewProps)],
  ['check-in', checkIn.text(checkIn.PreviewProps)],
])('the %s', (_, text) => {
  it('says that the order can be cancelled until it ships', () => {
    expect(text).toContain('You can cancel on your order page at any time before it ships');
  });
});

describe('the countdown', () => {
  it.each([
    [14, '14 days to go', 'That is in 14 days.'],
    [3, '3 days to go', 'That is in 3 days.'],
    [1, '1 day to go', 'That is in 1 day.'],
    [0, 'Today', 'That is today.'],
  ])('counts %i days', (daysLeft, heading, sentence) => {
    const props = { ...countdown.PreviewProps, daysLeft };
    expect(countdown.subject(props)).toBe(`${heading}: Brass lamp and 1 more`);
    expect(countdown.text(props)).toContain(`by Friday, January 15, 2027. ${sentence}`);
  });
});

describe('the check-in', () => {
  it.each([
    [30, '30 days'],
    [1, '1 day'],
  ])('says that the order has waited for %i', (daysWaited, told) => {
    const text = checkIn.text({ ...checkIn.PreviewProps, daysWaited });
    expect(text).toContain(`has been waiting for ${told} and does not have a ship date yet.`);
  });
});

describe('the excitement mail', () => {
  const { highlights } = excitement.PreviewProps;

  it('tells another highlight each time', () => {
    expect(excitement.text({ ...excitement.PreviewProps, nth: 1 })).toContain(highlights[0]);
    expect(excitement.text({ ...excitement.PreviewProps, nth: 2 })).toContain(highlights[1]);
  });

  it.each([
    ['none were given', { highlights: [], nth: 1 }],
    ['all were told', { highlights, nth: 3 }],
    ['it is blank', { highlights: [' '], nth: 1 }],
  ])('leaves the highlight out when %s', (_, change) => {
    expect(excitement.text({ ...excitement.PreviewProps, ...change })).toContain(
      'your place in line is kept.\n\nThere is nothing you need to do.',
    );
  });
});

describe('the payment problem', () => {
  it.each([
    ['declined', 'Your bank did not approve the payment.'],
    ['authentication', 'It was not declined.'],
    ['expired', 'The card you gave us has expired'],
  ] as const)('says that %s is what happened, and that nothing was charged', (reason, told) => {
    const text = paymentProblem.text({ ...paymentProblem.PreviewProps, reason });
    expect(text).toContain(told);
    expect(text).toContain('This amount has not been charged.');
    expect(text).toContain('To pay: $216.00');
  });

  it('says how to pay another way and that cancelling is free, and offers nothing else', () => {
    const props = paymentProblem.PreviewProps;
    expect(paymentProblem.text(props)).toContain(
      'To pay another way, please write to us at help@shop.example.org. If you would rather not wait, you can cancel on your order page, free of charge.',
    );
    const shop = { ...props.shop, supportEmail: null };
    expect(paymentProblem.text({ ...props, shop })).toContain('please get in touch with us.');
    for (const reason of ['declined', 'authentication', 'expired'] as const)
      expect(paymentProblem.text({ ...props, reason })).not.toMatch(/another card|confirm your/i);
  });

  it('says until when the items are kept, if that is known', () => {
    const props = paymentProblem.PreviewProps;
    expect(paymentProblem.text(props)).toContain('Kept for you until: Tuesday, January 12, 2027');
    expect(paymentProblem.text({ ...props, payBy: null })).not.toMatch(/until|After that day/);
  });
});

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
});
