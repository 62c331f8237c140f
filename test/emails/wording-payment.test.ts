import { describe, expect, it } from 'vitest';
import * as cardExpiring from '../../emails/card-expiring.tsx';
import * as paymentProblem from '../../emails/payment-problem.tsx';
import * as paymentRecovered from '../../emails/payment-recovered.tsx';
import { units } from './states.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('the payment problem', () => {
  const props = paymentProblem.PreviewProps;
  const text = (change: Partial<paymentProblem.Props>) =>
    paymentProblem.text({ ...props, ...change });

  it.each([
    ['declined', 'Your card was declined.'],
    ['authentication', 'It was not declined.'],
    ['expired', 'The card you gave us has expired'],
    ['removed', 'The card you gave us is no longer available, so we cannot charge it.'],
  ] as const)('says that %s is what happened, and that nothing was charged', (reason, told) => {
    expect(text({ reason })).toContain(`are in stock and set aside for you. `);
    expect(text({ reason })).toContain(told);
    expect(text({ reason })).toContain('The amount below has not been charged.');
    expect(text({ reason })).toContain('Amount to pay: $216.00');
  });

  it.each(['declined', 'expired', 'removed'] as const)(
    'asks for a different card: %s',
    (reason) => {
      expect(text({ reason })).toContain(`Use a different card:\n${props.links.card}\n`);
      expect(text({ reason })).not.toContain(props.links.pay);
    },
  );

  it('asks to confirm the payment, as long as there is one to confirm', () => {
    const reason = 'authentication';
    expect(text({ reason })).toContain(`Confirm your payment:\n${props.links.pay}\n`);
    for (const stage of ['barred', 'last-call'] as const) {
      expect(text({ reason, stage })).toContain(`Use a different card:\n${props.links.card}\n`);
      expect(text({ reason, stage })).not.toMatch(/confirm|\/pay/i);
    }
  });

  it('says when we try the same card again, and only then that nothing needs to be done', () => {
    expect(text({})).toContain(
      'We will try the same card again on Monday, January 11, 2027. If the payment goes through, there is nothing you need to do.',
    );
    expect(text({ retry: null })).not.toMatch(/try the same card|nothing you need to do/);
  });

  it('says until when the items are kept, and what follows after that', () => {
    expect(text({})).toContain('Set aside for you until the end of: Tuesday, January 12, 2027');
    expect(text({})).toContain(
      'After that day, your items go to the next customer in line, but your order keeps its place. If we still do not have your payment by the end of Tuesday, January 26, 2027, we will cancel the order, free of charge.',
    );
    const unknown = text({ payBy: null, placeUntil: null, retry: null });
    expect(unknown).not.toMatch(/until|After that day|we will cancel|set aside/i);
  });

  it('says once the items are gone that the place in line is kept, and until when', () => {
    expect(paymentProblem.subject({ ...props, stage: 'barred' })).toBe(
      'Your items are no longer set aside for order 1001',
    );
    for (const stage of ['barred', 'last-call'] as const) {
      expect(text({ stage })).toContain(
        'We keep your place in line until the end of: Tuesday, January 26, 2027',
      );
      expect(text({ stage })).toContain('we will cancel the order, free of charge.');
      expect(text({ stage })).not.toMatch(/set aside/i);
    }
  });

  it('says that a few days are left, before the order is cancelled', () => {
    expect(paymentProblem.subject({ ...props, stage: 'last-call' })).toBe(
      'A few days left to pay for order 1001',
    );
  });

  it.each([
    ['declined', 'Your card was declined.'],
    ['expired', 'The card you gave us has expired'],
    ['removed', 'The card you gave us is no longer available, so we cannot charge it.'],
  ] as const)('says of what has shipped that it is still to be paid: %s', (reason, told) => {
    const left = { stage: 'shipped', reason, payBy: null, placeUntil: null } as const;
    expect(paymentProblem.subject({ ...props, ...left })).toBe(
      'Payment needed for shipped items from order 1001',
    );
    expect(text(left)).toContain(
      'Items from your order 1001 have shipped: they are on their way, or already with you.',
    );
    expect(text(left)).toContain(`${told}`);
    expect(text(left)).toContain('The amount below has not been charged.');
    expect(text(left)).toContain('Amount to pay: $216.00');
    expect(text(left)).toContain('We will try the same card again on Monday, January 11, 2027.');
    expect(text(left)).toContain(
      'As soon as you give us a different card, this amount will be charged',
    );
    expect(text(left)).toContain(`Use a different card:\n${props.links.card}\n`);
    expect(text(left)).not.toMatch(/until|cancel|set aside|next customer|in line|can ship/i);
  });

  it('asks to confirm the payment of what has shipped', () => {
    const left = { stage: 'shipped', reason: 'authentication', retry: null } as const;
    expect(text({ ...left, payBy: null, placeUntil: null })).toContain(
      `Confirm your payment:\n${props.links.pay}\n`,
    );
    expect(text(left)).toContain('As soon as you confirm it, this amount will be charged.');
    expect(text(left)).not.toMatch(/different card|until|cancel|in line/);
  });

  it('says that cancelling is free', () => {
    expect(text({})).toContain('you can cancel on your order page, free of charge.');
  });
});

describe('the payment recovered', () => {
  const props = paymentRecovered.PreviewProps;

  it('says that the amount is held, and charged only at shipment', () => {
    const text = paymentRecovered.text(props);
    expect(text).toContain('The payment for your order 1001 is now approved.');
    expect(text).toContain('Held on your card: $216.00');
    expect(text).toContain('It will be charged only when your items ship.');
  });

  it('says of a new card alone that it is on file and that nothing was charged', () => {
    const text = paymentRecovered.text({ ...props, ...units({ waiting: 1 }), held: null });
    expect(text).toContain('Your new card is on file for your order 1001');
    expect(text).toContain('which is in line for its items.');
    expect(text).toContain('Nothing has been charged for them.');
    expect(text).toContain('Ships by: Friday, January 15, 2027');
    expect(text).not.toMatch(/Held|is now approved/);
  });
});

describe('the payment of what has shipped', () => {
  const props = { ...paymentRecovered.PreviewProps, held: null, charged: usd(21_600) };

  it('states what was charged, and that it is settled', () => {
    expect(paymentRecovered.subject(props)).toBe('Your payment went through for order 1001');
    const text = paymentRecovered.text(props);
    expect(text).toContain(
      'We have charged your card for items from your order 1001 that have shipped.',
    );
    expect(text).toContain('Charged for shipped items: $216.00');
    expect(text).toContain('The items that have shipped are now paid for.');
    expect(text).not.toMatch(/Held|new card|Nothing has been charged|when your items ship/);
  });
});

describe('the mail of a card that expires', () => {
  it('says when, against which date, and that nothing is charged now', () => {
    const text = cardExpiring.text(cardExpiring.PreviewProps);
    expect(text).toContain(
      'expires at the end of December 2026, before your order is expected to ship.',
    );
    expect(text).toContain('Ships by: Friday, January 15, 2027');
    expect(text).toContain('Nothing will be charged now, and you keep your place in line.');
    expect(text).toContain(`Use a different card:\n${cardExpiring.PreviewProps.links.card}\n`);
  });
});
