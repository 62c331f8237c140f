import { describe, expect, test } from 'vitest';
import { moneyOfCancelled, refundOf, standingOfFacts } from '../../activities/mail/money.ts';
import type { MailFacts } from '../../db/mail/facts.ts';
import * as cancelled from '../../emails/cancelled.tsx';
import * as refunded from '../../emails/refunded.tsx';
import type { OutgoingMail } from '../../workflows/domain/backorder/mail.ts';
import { unitsIn } from '../../workflows/domain/backorder/snapshot.ts';
import { dayMs, minuteMs } from '../../workflows/domain/time.ts';
import { bensMugs, dayZero } from '../support/cast.ts';
import { units } from '../support/facts.ts';
import type { World } from '../support/world/effects.ts';
import { payUpfront, refundByHand } from '../support/world/provider.ts';
import { advance, cancel, createWorld, restock, ship, tellHint } from '../support/world/world.ts';

/** Ben's three mugs for £1.00, and what each mail about his money says when it goes out. */
type Story = { world: World; told: string[] };

const mugs = (upfront: number, methodId: string | null): Story => {
  const payment = { methodId, upfront: upfront > 0 ? { amount: upfront } : null };
  const told: string[] = [];
  const world: World = createWorld(
    { ...bensMugs, payment },
    {
      mailDecisionOf: (message) => {
        told.push(...moneyWords(world, message));
        return 'sent';
      },
    },
  );
  if (upfront > 0) payUpfront(world.provider, upfront);
  advance(world, minuteMs);
  return { world, told };
};

const prepaid = () => mugs(100, null);
const deposit = () => mugs(40, 'pm_1');
const onShipment = () => mugs(0, 'pm_1');

const byHand = ({ world }: Story, amount: number, intentId = 'upfront'): void => {
  refundByHand(world.provider, intentId, amount);
  tellHint(world, { about: 'intent', intentId });
  advance(world, dayMs);
};

/** The paragraphs about money: those that name a sum of it, or that there is none. */
const moneyWords = (world: World, message: OutgoingMail): string[] => {
  const facts = factsOf(world);
  const at = world.now;
  if (message.kind === 'refunded') {
    const text = refunded.text({
      ...refunded.PreviewProps,
      ...unitsOf(facts),
      ...refundOf({ facts, message }),
    });
    const { amount } = message.about;
    return [`${amount}: ${paragraphs(text, /^We have refunded|still to ship/)}`];
  }
  if (message.kind !== 'cancelled') return [];
  const money = moneyOfCancelled({ facts, message, at });
  const props = { ...cancelled.PreviewProps, ...unitsOf(facts), money };
  return [
    paragraphs(cancelled.text(props), /^(We refunded|We are refunding|Nothing was|What you paid)/),
  ];
};

const unitsOf = (facts: MailFacts) => {
  const { waiting, setAside, shipped, cancelled } = standingOfFacts(facts);
  const units = { waiting: waiting.units, setAside: setAside.units };
  return { units: { ...units, shipped: shipped.units, cancelled: cancelled.units } };
};

const paragraphs = (text: string, wanted: RegExp): string =>
  text
    .split('\n\n')
    .filter((each) => wanted.test(each))
    .join(' ')
    .replaceAll(/,? to the payment method you paid with| for order 1001/g, '')
    .replaceAll(/ Your bank may take a few days to show it\.|; your bank may [^.]*/g, '');

const factsOf = ({ ledger }: World): MailFacts => ({
  ...{ orderId: '1001', number: '1001', placedAt: dayZero, email: '', name: null },
  locale: 'en-GB',
  ...{ timeZone: 'Europe/London', currency: 'GBP', shipping: 0, mandate: null, paidUpfront: null },
  ...{ heldBy: null, isAsked: false, marketingConsent: false, excitementGroup: null },
  ...{ country: 'GB', region: null, postalCode: null },
  ...{ linkVersion: 1, erasedAt: null },
  lines: ledger.lines.map(({ lineId, waiting, kept, shipped, cancelled }) => ({
    ...{ lineId, sku: 'MUG', title: 'Mug', url: null, imageUrl: null, highlights: [], related: [] },
    ...{ quantity: 3, total: 100, waiting, shipped, cancelled },
    allocated: kept + unitsIn(ledger.leases, lineId),
  })),
});

const all = 'We have refunded your payment.';
const part = 'We have refunded part of your payment.';
const last = 'We have refunded the rest of your payment. Everything you paid has been refunded.';
const open = 'The items still to ship remain on order.';
const on = 'on Monday, November 23, 2026';

describe('a refund by hand', () => {
  test.each([
    ['all of it', [100], [`100: ${all} ${open}`]],
    ['a part', [30], [`30: ${part} ${open}`]],
    ['parts that come to all of it', [30, 70], [`30: ${part} ${open}`, `70: ${last} ${open}`]],
  ])('of what was paid with the order says so: %s', (_, parts, words) => {
    const story = prepaid();
    for (const amount of parts) byHand(story, amount);
    expect(story.told).toEqual(words);
  });

  test('of a whole deposit says so, while the rest is still to be charged', () => {
    const story = deposit();
    byHand(story, 40);
    expect(story.told).toEqual([`40: ${all} ${open}`]);
  });

  test.each([
    ['all of it', 100, all],
    ['a part', 30, part],
  ])('of what was charged at shipment says so: %s', (_, amount, words) => {
    const story = onShipment();
    restock(story.world, 3);
    story.world.provider.holdMs = dayMs;
    ship(story.world, 's1');
    byHand(story, amount, 'i1');
    expect(story.told).toEqual([`${amount}: ${words}`]);
  });

  test('of what was charged for a part that shipped says so', () => {
    const story = onShipment();
    restock(story.world, 1);
    ship(story.world, 's1');
    byHand(story, 33, 'i1');
    expect(story.told).toEqual([`33: ${all} ${open}`]);
  });
});

describe('the cancellation of an order that was prepaid', () => {
  test('says that all of it was sent back', () => {
    const { world, told } = prepaid();
    cancel(world, 'c1');
    expect(told.toSorted()).toEqual([`100: ${all}`, `We refunded £1.00 ${on}.`]);
  });

  test('says what was sent back for a part, and then for the rest', () => {
    const { world, told } = prepaid();
    cancel(world, 'c1', units(1));
    expect(told.splice(0).toSorted()).toEqual([`34: ${part} ${open}`, `We refunded £0.34 ${on}.`]);
    cancel(world, 'c2');
    expect(told.toSorted()).toEqual([
      `66: ${last}`,
      `We refunded £0.66 ${on}. The rest of what you paid for it was refunded separately.`,
    ]);
  });

  test('says of what shipped nothing', () => {
    const { world, told } = prepaid();
    restock(world, 1);
    ship(world, 's1');
    cancel(world, 'c1');
    expect(told.toSorted()).toEqual([`67: ${part}`, `We refunded £0.67 ${on}.`]);
  });

  test('does not claim money that somebody gave back before', () => {
    const story = prepaid();
    byHand(story, 100);
    cancel(story.world, 'c1', units(1));
    cancel(story.world, 'c2');
    expect(story.told.slice(1)).toEqual([
      'What you paid for these items has already been refunded, and nothing more will be charged for them.',
      'What you paid for it has already been refunded, and nothing more will be charged for it.',
    ]);
  });

  test('tells what it sent itself from what somebody gave back before', () => {
    const story = prepaid();
    byHand(story, 30);
    cancel(story.world, 'c1');
    expect(story.told.slice(1).toSorted()).toEqual([
      `70: ${last}`,
      `We refunded £0.70 on Tuesday, November 24, 2026. The rest of what you paid for it was refunded separately.`,
    ]);
  });
});

describe('the cancellation of an order with a deposit', () => {
  test('says that the deposit was sent back, and what was held besides is released', () => {
    const { world, told } = deposit();
    restock(world, 3);
    cancel(world, 'c1');
    expect(told.toSorted()).toEqual([
      `40: ${all}`,
      `We refunded £0.40 ${on}. The £0.60 held on your card has been released.`,
    ]);
  });

  test('says of a part that the deposit does not pay for that nothing was charged', () => {
    const { world, told } = deposit();
    cancel(world, 'c1', units(1));
    cancel(world, 'c2');
    expect(told.toSorted()).toEqual([
      `40: ${all}`,
      'Nothing was charged for these items, and nothing will be.',
      `We refunded £0.40 ${on}.`,
    ]);
  });

  test('says the same of each part when all mails are late', () => {
    const { world, told } = deposit();
    world.wayOf = ({ type }) => (type === 'sendMail' ? 'unreached' : 'done');
    cancel(world, 'c1', units(1));
    cancel(world, 'c2');
    world.wayOf = () => 'done';
    advance(world, dayMs);
    expect(told.toSorted()).toEqual([
      `40: ${all}`,
      `We refunded £0.40 ${on}.`,
      'What you paid for it has already been refunded, and nothing more will be charged for it.',
    ]);
  });
});

describe('the cancellation of an order that is charged at shipment', () => {
  test.each([
    ['waits', 0, 'Nothing was charged for it, and nothing will be.'],
    [
      'is ready',
      3,
      'Nothing was charged for it, and nothing will be. The £1.00 held on your card has been released.',
    ],
  ])('says that nothing was charged: it %s', (_, stock, words) => {
    const { world, told } = onShipment();
    if (stock > 0) restock(world, stock);
    cancel(world, 'c1');
    expect(told).toEqual([words]);
  });

  test('says so of what has not shipped', () => {
    const { world, told } = onShipment();
    restock(world, 1);
    ship(world, 's1');
    cancel(world, 'c1');
    expect(told).toEqual(['Nothing was charged for these items, and nothing will be.']);
  });
});
