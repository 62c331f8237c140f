import { describe, expect, it } from 'vitest';
import * as checkIn from '../../emails/check-in.tsx';
import * as confirmation from '../../emails/confirmation.tsx';
import * as countdown from '../../emails/countdown.tsx';
import * as excitement from '../../emails/excitement.tsx';

const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('the confirmation', () => {
  it('says what will be charged, and when', () => {
    expect(confirmation.text(confirmation.PreviewProps)).toContain(
      'Nothing has been charged. We will charge your card only when your order ships, and never more than $216.00 in total.',
    );
  });

  it('says what was paid with the order, and what is left to be charged', () => {
    const props = confirmation.PreviewProps;
    const deposit = { paid: usd(5000), left: usd(16600) };
    const mandate = { maximum: usd(16600) };
    const text = confirmation.text({ ...props, mandate, upfront: deposit });
    expect(text).toContain(
      'You have already paid $50.00. We will charge the remaining $166.00 only when your order ships, and never more than $166.00.',
    );
    expect(text).toContain('Already paid: $50.00\nMaximum charge when it ships: $166.00');
    expect(text).not.toContain('Nothing has been charged');
  });

  it('says of an order paid in full that nothing more will be charged', () => {
    const upfront = { paid: usd(21600), left: usd(0) };
    const text = confirmation.text({ ...confirmation.PreviewProps, upfront });
    expect(text).toContain(
      'You have already paid $216.00, which is the full amount. Nothing more will be charged.',
    );
    expect(text).not.toMatch(/Maximum charge|never more|Nothing has been charged/);
  });

  it('says the date, or plainly that there is none yet', () => {
    const props = confirmation.PreviewProps;
    expect(confirmation.text(props)).toContain('Ships by: Friday, January 15, 2027');
    expect(confirmation.text({ ...props, promise: null })).toContain(
      'There is no ship date yet. We will email you as soon as there is one, and check in every 30 days until then.',
    );
  });
});

describe.each([
  ['confirmation', confirmation.text(confirmation.PreviewProps)],
  ['check-in', checkIn.text(checkIn.PreviewProps)],
])('the %s', (_, text) => {
  it('says that the order can be cancelled until it ships', () => {
    expect(text).toContain(
      'You can cancel on your order page at any time before your order ships, free of charge.',
    );
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
      'we are keeping your place in line.\n\nThere is nothing you need to do.',
    );
  });
});
