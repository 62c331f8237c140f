import { describe, expect, it } from 'vitest';
import * as cancelled from '../../emails/cancelled.tsx';
import { lamp } from '../../emails/parts/example.ts';
import type { MailProps } from '../../emails/parts/props.ts';
import * as paymentProblem from '../../emails/payment-problem.tsx';
import * as recovered from '../../emails/payment-recovered.tsx';
import * as readyToShip from '../../emails/ready-to-ship.tsx';
import * as refunded from '../../emails/refunded.tsx';
import * as shipped from '../../emails/shipped.tsx';
import { promisedIn, units } from './states.ts';

/** A state, the subject in it, what a mail says, and what it may not say. */
type State<P> = [string, Partial<P>, string, RegExp[], RegExp[]];

type Template<P> = { subject(props: P): string; text(props: P): string; PreviewProps: P };

const table = <P extends MailProps>(template: Template<P>, states: State<P>[]) =>
  it.each(states)('when %s', (_, given, subject, says, never) => {
    const props = { ...template.PreviewProps, ...given };
    expect(template.subject(props)).toBe(subject);
    for (const words of says) expect(template.text(props)).toMatch(words);
    for (const words of never) expect(template.text(props)).not.toMatch(words);
  });

describe('the ready-to-ship mail', () => {
  table<readyToShip.Props>(readyToShip, [
    [
      'it is all of the order',
      units({ setAside: 1 }),
      'Your order 1001 is ready to ship',
      [/your order 1001 is in stock and ready/],
      [/rest|part|still to come/],
    ],
    [
      'others wait',
      units({ setAside: 1, waiting: 2 }),
      'Part of your order 1001 is ready to ship',
      [/What is still to come follows as soon as it is in/],
      [/set aside for you too/],
    ],
    [
      'others are set aside as well',
      units({ setAside: 3 }),
      'Part of your order 1001 is ready to ship',
      [/The other items are set aside for you too/],
      [/as soon as it is in/],
    ],
    [
      'others have shipped',
      units({ setAside: 1, shipped: 2 }),
      'The rest of your order 1001 is ready to ship',
      [/the rest of your order 1001 is in stock/],
      [/still to come|set aside for you too/],
    ],
    [
      'they have left by now',
      { ...units({ shipped: 1 }), lines: [] },
      'Your order 1001 is ready to ship',
      [/were ready to ship/],
      [/email you again|- 1 ×/],
    ],
  ]);
});

describe('the shipped mail', () => {
  table<shipped.Props>(shipped, [
    [
      'it is all of the order',
      units({ shipped: 1 }),
      'Your order 1001 has shipped',
      [/Thank you for waiting/],
      [/rest|Part|Still to come/],
    ],
    [
      'it is all but what was cancelled',
      units({ shipped: 1, cancelled: 1 }),
      'Your order 1001 has shipped',
      [/is with the carrier/],
      [/rest|Part|Still to come/],
    ],
    [
      'it completes the order',
      units({ shipped: 3 }),
      'All of your order 1001 has shipped now',
      [/nothing is left to ship/],
      [/The rest|Part of|Still to come/],
    ],
    [
      'the rest waits',
      units({ shipped: 1, waiting: 1 }),
      'Part of your order 1001 has shipped',
      [/The rest will follow as soon as it is in\./, /Still to come:\n- 1 ×/],
      [/set aside/],
    ],
    [
      'the rest is set aside',
      units({ shipped: 1, setAside: 2 }),
      'Part of your order 1001 has shipped',
      [/The rest is set aside for you/, /Still to come:\n- 2 ×/],
      [/as soon as it is in/],
    ],
    [
      'some of the rest is set aside',
      units({ shipped: 1, setAside: 1, waiting: 1 }),
      'Part of your order 1001 has shipped',
      [/some of it is set aside for you already/],
      [],
    ],
  ]);
});

describe('the cancellation', () => {
  table<cancelled.Props>(cancelled, [
    [
      'nothing is left',
      units({ cancelled: 1 }),
      'Your order 1001 has been canceled',
      [/we canceled your order 1001/],
      [/rest|not affected|part of/],
    ],
    [
      'something is still to come',
      units({ cancelled: 1, waiting: 1 }),
      'Part of your order 1001 has been canceled',
      [/The rest of your order is not affected/],
      [],
    ],
    [
      'the others have shipped',
      units({ cancelled: 1, shipped: 1 }),
      'Part of your order 1001 has been canceled',
      [/What has shipped already is not affected/],
      [/The rest of your order/],
    ],
  ]);
});

describe('the payment problem', () => {
  const late = { stage: 'due', reason: 'expired', retry: null } as const;
  table<paymentProblem.Props>(paymentProblem, [
    [
      'units are set aside',
      { ...late, ...units({ setAside: 1 }) },
      'Your card has expired: new card needed for order 1001',
      [/set aside for you\./, /Set aside for you until the end of:/, /you can cancel/],
      [],
    ],
    [
      'they went to others by now',
      { ...late, ...units({ waiting: 1 }) },
      'Your card has expired: new card needed for order 1001',
      [/This is about the payment/, /only after the payment is approved/],
      [/set aside/i],
    ],
    [
      'the card is tried again today',
      { ...late, retry: { on: '2027-01-11', isToday: true } },
      'Your card has expired: new card needed for order 1001',
      [/again today\./],
      [/January 11/],
    ],
    [
      'it is for goods that left',
      { ...late, stage: 'shipped', ...units({ shipped: 1 }), shipped: [lamp] },
      'Payment needed for shipped items from order 1001',
      [/Shipped from your order 1001:\n- 1 × Brass lamp/],
      [/cancel|set aside|Still to come|in line/],
    ],
  ]);
});

describe('the payment recovered', () => {
  const noted = { held: null };
  const subject = 'We have your new card for order 1001';
  table<recovered.Props>(recovered, [
    [
      'units wait',
      { ...noted, ...units({ waiting: 1 }) },
      subject,
      [/in line for its items/, /As soon as your items are set aside/],
      [],
    ],
    [
      'they are set aside',
      { ...noted, ...units({ setAside: 1 }) },
      subject,
      [/for the items that are set aside/],
      [/in line/],
    ],
    [
      'nothing is left',
      { ...noted, ...units({ shipped: 1 }) },
      subject,
      [/nothing you need to do/],
      [/in line|Ships by|set aside/],
    ],
    [
      'the date has passed',
      { ...noted, ...units({ waiting: 1 }), ...promisedIn(-1) },
      subject,
      [/Was to ship by: Saturday, January 9/],
      [/Ships by/],
    ],
  ]);
});

describe('the refund', () => {
  const subject = 'We have refunded $216.00 for your order 1001';
  table<refunded.Props>(refunded, [
    ['units are still to come', units({ setAside: 1 }), subject, [/remain on order/], []],
    ['none are', units({ shipped: 1, cancelled: 1 }), subject, [], [/remain on order/]],
  ]);
});
