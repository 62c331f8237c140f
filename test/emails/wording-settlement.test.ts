import { expect, it } from 'vitest';
import * as cancelled from '../../emails/cancelled.tsx';
import { units } from './states.ts';

const eleven = { amount: 1_100, currency: 'USD' };

it('says of money that a bank took back that it is not sent once more', () => {
  const money = { kind: 'charged_back' as const, amount: eleven };
  expect(cancelled.text({ ...cancelled.PreviewProps, money })).toContain(
    'Your bank has credited you $11.00 for this order, so we will not send a separate refund.',
  );
});

it('claims nothing about a payment that could not be matched', () => {
  for (const shipped of [0, 1]) {
    const money = { kind: 'unmatched' as const };
    const text = cancelled.text({
      ...cancelled.PreviewProps,
      money,
      ...units({ cancelled: 1, shipped }),
    });
    expect(text).toContain('We could not match a payment to your order.');
    expect(text).not.toContain('charged');
  }
});
