import { describe, expect, it } from 'vitest';
import * as cardExpiring from '../../emails/card-expiring.tsx';
import * as paymentProblem from '../../emails/payment-problem.tsx';
import type { Props as PaymentProblemProps } from '../../emails/payment-problem-words.ts';
import * as paymentRecovered from '../../emails/payment-recovered.tsx';

const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('the payment problem', () => {
  const props = paymentProblem.PreviewProps;
  const text = (change: Partial<PaymentProblemProps>) =>
    paymentProblem.text({ ...props, ...change });

  it.each([
    ['declined', 'Your bank did not approve the payment.'],
    ['authentication', 'It was not declined.'],
    ['expired', 'The card you gave us has expired'],
    ['removed', 'The card you gave us is no longer available to us'],
  ] as const)('says that %s is what happened, and that nothing was charged', (reason, told) => {
    expect(text({ reason })).toContain(`are here and set aside for you. `);
    expect(text({ reason })).toContain(told);
    expect(text({ reason })).toContain('This amount has not been charged.');
    expect(text({ reason })).toContain('To pay: $216.00');
  });

  it.each(['declined', 'expired', 'removed'] as const)('asks for another card: %s', (reason) => {
    expect(text({ reason })).toContain(`Give another card:\n${props.links.card}\n`);
    expect(text({ reason })).not.toContain(props.links.pay);
  });

  it('asks to confirm the payment, as long as there is one to confirm', () => {
    const reason = 'authentication';
    expect(text({ reason })).toContain(`Confirm your payment:\n${props.links.pay}\n`);
    for (const stage of ['barred', 'last-call'] as const) {
      expect(text({ reason, stage })).toContain(`Give another card:\n${props.links.card}\n`);
      expect(text({ reason, stage })).not.toMatch(/confirm|\/pay/i);
    }
  });

  it('says when we try the same card again, and only then that nothing needs to be done', () => {
    expect(text({})).toContain(
      'We try the same card again on Monday, January 11, 2027. If the money is there by then, there is nothing you need to do.',
    );
    expect(text({ retryOn: null })).not.toMatch(/try the same card|nothing you need to do/);
  });

  it('says until when the items are kept, and what follows after that', () => {
    expect(text({})).toContain('Kept for you until: Tuesday, January 12, 2027');
    expect(text({})).toContain(
      'After that day your items go to the next customer in line, and your order keeps its place. If there is still no payment after Tuesday, January 26, 2027, we cancel the order, free of charge.',
    );
    const unknown = text({ payBy: null, placeUntil: null, retryOn: null });
    expect(unknown).not.toMatch(/until|After that day|we cancel|set aside/);
  });

  it('says once the items are gone that the place in line is kept, and until when', () => {
    expect(paymentProblem.subject({ ...props, stage: 'barred' })).toBe(
      'Your items went to the next customer: order 1001',
    );
    for (const stage of ['barred', 'last-call'] as const) {
      expect(text({ stage })).toContain(
        'Your place in line is kept until: Tuesday, January 26, 2027',
      );
      expect(text({ stage })).toContain('we cancel the order, free of charge.');
      expect(text({ stage })).not.toMatch(/set aside|Kept for you until/);
    }
  });

  it('says that a few days are left, before the order is cancelled', () => {
    expect(paymentProblem.subject({ ...props, stage: 'last-call' })).toBe(
      'A few days are left to pay: order 1001',
    );
  });

  it.each([
    ['declined', 'Your bank did not approve the payment.'],
    ['expired', 'The card you gave us has expired'],
    ['removed', 'The card you gave us is no longer available to us'],
  ] as const)('says of what has shipped that it is still to be paid: %s', (reason, told) => {
    const left = { stage: 'shipped', reason, payBy: null, placeUntil: null } as const;
    expect(paymentProblem.subject({ ...props, ...left })).toBe(
      'Please settle what has shipped: order 1001',
    );
    expect(text(left)).toContain(
      'Items of your order 1001 have shipped: they are on their way, or with you already.',
    );
    expect(text(left)).toContain(`${told}`);
    expect(text(left)).toContain('This amount has not been charged.');
    expect(text(left)).toContain('To pay: $216.00');
    expect(text(left)).toContain('We try the same card again on Monday, January 11, 2027.');
    expect(text(left)).toContain('As soon as you give us another card, this amount is charged');
    expect(text(left)).toContain(`Give another card:\n${props.links.card}\n`);
    expect(text(left)).not.toMatch(/until|cancel|set aside|next customer|in line|can ship/);
  });

  it('asks to confirm the payment of what has shipped', () => {
    const left = { stage: 'shipped', reason: 'authentication', retryOn: null } as const;
    expect(text({ ...left, payBy: null, placeUntil: null })).toContain(
      `Confirm your payment:\n${props.links.pay}\n`,
    );
    expect(text(left)).toContain('As soon as you have confirmed it, this amount is charged.');
    expect(text(left)).not.toMatch(/another card|until|cancel|in line/);
  });

  it('says that cancelling is free', () => {
    expect(text({})).toContain('you can cancel on your order page, free of charge.');
  });
});

describe('the payment recovered', () => {
  const props = paymentRecovered.PreviewProps;

  it('says that the amount is held, and charged only at shipment', () => {
    const text = paymentRecovered.text(props);
    expect(text).toContain('the payment for your order 1001 is ready now.');
    expect(text).toContain('Held on your card: $216.00');
    expect(text).toContain('It is charged only when your items ship.');
  });

  it('says of a new card alone that it is noted and that nothing was charged', () => {
    const text = paymentRecovered.text({ ...props, held: null });
    expect(text).toContain('your new card is noted for your order 1001');
    expect(text).toContain('which is in line for its items.');
    expect(text).toContain('Nothing has been charged.');
    expect(text).toContain('Ships by: Friday, January 15, 2027');
    expect(text).not.toMatch(/Held|is ready now/);
  });
});

describe('the payment of what has shipped', () => {
  const props = { ...paymentRecovered.PreviewProps, held: null, charged: usd(21_600) };

  it('states what was charged, and that it is settled', () => {
    expect(paymentRecovered.subject(props)).toBe('Your payment has come through: order 1001');
    const text = paymentRecovered.text(props);
    expect(text).toContain('We have charged your card for items of your order 1001 that shipped.');
    expect(text).toContain('Charged for what has shipped: $216.00');
    expect(text).toContain('What has shipped is paid for now.');
    expect(text).not.toMatch(/Held|new card|Nothing has been charged|when your items ship/);
  });
});

describe('the mail of a card that expires', () => {
  it('says when, against which date, and that nothing is charged now', () => {
    const text = cardExpiring.text(cardExpiring.PreviewProps);
    expect(text).toContain('expires at the end of December 2026, before your order ships.');
    expect(text).toContain('Ships by: Friday, January 15, 2027');
    expect(text).toContain('Nothing is charged now, and your place in line is kept.');
    expect(text).toContain(`Give another card:\n${cardExpiring.PreviewProps.links.card}\n`);
  });
});
