import { describe, expect, it } from 'vitest';
import * as checkIn from '../../emails/check-in.tsx';
import * as confirmation from '../../emails/confirmation.tsx';
import * as countdown from '../../emails/countdown.tsx';
import * as excitement from '../../emails/excitement.tsx';
import { shades } from '../../emails/parts/example.ts';
import { promisedIn, units } from './states.ts';

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
    expect(confirmation.text({ ...props, promise: { is: 'none' } })).toContain(
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
    [14, '14 days to go', 'is expected to ship by Sunday, January 24, 2027. That is in 14 days.'],
    [1, '1 day to go', 'is expected to ship by Monday, January 11, 2027. That is in 1 day.'],
    [0, 'Today', 'is expected to ship today, Sunday, January 10, 2027.'],
  ])('counts %i days', (days, heading, sentence) => {
    const props = { ...countdown.PreviewProps, ...promisedIn(days) };
    expect(countdown.subject(props)).toBe(`${heading}: Brass lamp and 1 more`);
    expect(countdown.text(props)).toContain(sentence);
  });

  it('lists the other orders that it counts down for, each with its page', () => {
    const status = 'https://orders.example.org/b/8sKq1';
    const also = [{ number: '1002', items: [shades], status }];
    const text = countdown.text({ ...countdown.PreviewProps, also });
    expect(text).toContain(`Order 1002: Linen shade:\n${status}`);
    expect(countdown.text(countdown.PreviewProps)).not.toContain('on the same day');
  });

  it('offers another card only while one can still be given in time', () => {
    const card = countdown.PreviewProps.links.card;
    expect(countdown.text(countdown.PreviewProps)).toContain(card);
    const here = { ...countdown.PreviewProps, ...units({ setAside: 1 }) };
    expect(countdown.text(here)).not.toContain(card);
  });

  it('says where the shop hears of another delivery address', () => {
    expect(countdown.text(countdown.PreviewProps)).toContain(
      'Has your delivery address changed? Please let us know at help@shop.example.org.',
    );
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
  const props = excitement.PreviewProps;

  it('tells its story, with a link to more of it', () => {
    expect(excitement.subject(props)).toBe('While you wait: Turned from one piece');
    expect(excitement.text(props)).toContain(
      `${props.story.title}\n${props.story.text}\nRead the whole story:`,
    );
  });

  it('is a short honest note when there is no story left', () => {
    const text = excitement.text({ ...props, story: null });
    expect(excitement.subject({ ...props, story: null })).toBe(
      'While you wait: Brass lamp and 1 more',
    );
    expect(text).toContain('We have no new story to tell this time');
  });

  it('shows other products only if it is given some, and says why', () => {
    expect(excitement.text(props)).toContain('- Linen shade, sand, $39.00: https://');
    expect(excitement.text(props)).toContain('because you asked us to tell you about offers');
    const plain = excitement.text({ ...props, offers: [] });
    expect(plain).not.toMatch(/also like|offers/);
  });
});
