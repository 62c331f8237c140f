import { describe, expect, it } from 'vitest';
import * as cardExpiring from '../../emails/card-expiring.tsx';
import * as checkIn from '../../emails/check-in.tsx';
import * as confirmation from '../../emails/confirmation.tsx';
import * as countdown from '../../emails/countdown.tsx';
import * as delayNotice from '../../emails/delay-notice.tsx';
import * as excitement from '../../emails/excitement.tsx';
import { lamp } from '../../emails/parts/example.ts';
import type { MailProps, Paying } from '../../emails/parts/props.ts';
import { promisedIn, units } from './states.ts';

/** A state, what a mail says in it, and what it may not say. */
type State = [string, Partial<MailProps>, RegExp[], RegExp[]];

const paying = (how: Paying) => ({
  order: { number: '1001', placedOn: '2026-11-23', paying: how },
});

const ofTheWait: State[] = [
  [
    'all waits',
    units({ waiting: 2 }),
    [/keeping your place in line/],
    [/set aside for you already/],
  ],
  [
    'a part is set aside',
    units({ waiting: 1, setAside: 1 }),
    [/1 item is set aside for you already, and we are keeping your place/],
    [/Everything in it/],
  ],
  [
    'all is set aside',
    units({ setAside: 2 }),
    [/Everything in it is in stock and set aside for you/],
    [/place in line/],
  ],
  [
    'a part has shipped',
    units({ waiting: 1, shipped: 1 }),
    [/The rest of your order 1001/, /Still to come from your order 1001:\n- 1 × .*\$100\.00\n/],
    [/\$200\.00/],
  ],
  [
    'a part was cancelled',
    units({ waiting: 1, cancelled: 1 }),
    [/Still to come from your order 1001:\n- 1 × /, /Total of what is still to come: \$100\.00/],
    [/The rest of your order/, /\$200\.00/],
  ],
  [
    'nothing is left',
    units({ shipped: 1, cancelled: 1 }),
    [/nothing left to ship/],
    [/place in line|set aside|expected|Ships by|days to go|Total|cancel/],
  ],
  [
    'the date is ahead',
    promisedIn(5),
    [
      /expected to ship by Friday, January 15, 2027/,
      /Ships by: Friday, January 15, 2027\nDay 48 of 53/,
    ],
    [/late/],
  ],
  [
    'the date is today',
    promisedIn(0),
    [/expected to ship today, Sunday, January 10/],
    [/late|changes/],
  ],
  [
    'the date has passed',
    promisedIn(-3),
    [
      /was to ship by Thursday, January 7, 2027, and it is late/,
      /a new date as soon as we have one/,
    ],
    [/expected|planned|Ships by|Day \d+ of|to go/],
  ],
  [
    'there is no date',
    promisedIn(null),
    [/does not have a ship date yet/, /Ships by: No date yet/],
    [/expected|Day \d+ of|2027|to go/],
  ],
];

describe.each([
  ['excitement', excitement],
  ['countdown', countdown],
  ['check-in', checkIn],
] as const)('the %s mail', (_, template) => {
  it.each(ofTheWait)('when %s', (_state, given, says, never) => {
    const props = { ...template.PreviewProps, ...promisedIn(5), ...given };
    const said = `${template.subject(props as never)}\n${template.text(props as never)}`;
    for (const words of says) expect(said).toMatch(words);
    for (const words of never) expect(said.replace(/You can unsubscribe.*/, '')).not.toMatch(words);
  });
});

describe('the countdown, by how the order is paid', () => {
  it.each([
    ['card', [/we charge your card, never more than \$216\.00/, /another card/], [/are paid for/]],
    ['paid', [/Your items are paid for/], [/your card|another card|different card/]],
    ['free', [/We email you as soon as the carrier has them/], [/card|charge|paid|\$/]],
    ['asked', [/only once we have your card and your agreement/], [/we charge your card/]],
  ] as const)('%s', (how, says, never) => {
    const text = countdown.text({ ...countdown.PreviewProps, ...paying(how) });
    for (const words of says) expect(text).toMatch(words);
    for (const words of never) expect(text.replace(/You can unsubscribe.*/, '')).not.toMatch(words);
  });
});

describe('the confirmation', () => {
  const usd = (amount: number) => ({ amount, currency: 'USD' });
  type Change = Partial<confirmation.Props>;

  it.each<[string, Change, RegExp[], RegExp[]]>([
    [
      'all waits',
      units({ waiting: 2 }),
      [/not in stock right now, so we/, /1\. We keep your place/],
      [],
    ],
    [
      'a part is set aside',
      units({ waiting: 1, setAside: 1 }),
      [/Some of the items you chose are set aside/],
      [/The items you chose are not in stock/],
    ],
    [
      'all is set aside',
      units({ setAside: 2 }),
      [/in stock and set aside for you/, /1\. We have set your items aside/],
      [/not in stock|place in line/],
    ],
    [
      'nothing is left',
      units({ cancelled: 2 }),
      [/There is nothing left of it to ship/],
      [/not in stock|^1\. |Ships by|You can cancel|will charge/m],
    ],
    [
      'it is paid as it ships',
      {},
      [/2\. Nothing has been charged\..*never more than \$216\.00 in total/],
      [/already paid/],
    ],
    [
      'a deposit was paid',
      { upfront: { paid: usd(5000), left: usd(16600) }, mandate: { maximum: usd(16600) } },
      [/2\. You have already paid \$50\.00\. We will charge the remaining \$166\.00/],
      [/Nothing has been charged/],
    ],
    [
      'it is paid in full, wherever the money is',
      { upfront: { paid: usd(21600), left: usd(0) }, ...paying('paid') },
      [/2\. You have already paid \$216\.00, which is the full amount/],
      [/Maximum|will charge|change your card/],
    ],
    [
      'card and consent are still to come',
      { askedUntil: '2026-11-29', ...paying('asked') },
      [/2\. Nothing has been charged\..*by the end of Sunday, November 29, 2026/],
      [/change your card/],
    ],
    ['it is free', paying('free'), [/3\. We email you again/], [/card|charge|paid|\$/]],
    [
      'there is no date',
      promisedIn(null),
      [/There is no ship date yet/],
      [/expected|ships by \w+day/],
    ],
    ['the date is today', promisedIn(0), [/Your order ships today/], [/changes/]],
    ['the date has passed', promisedIn(-1), [/and it is late/], [/expected|Ships by/]],
  ])('when %s', (_, given, says, never) => {
    const text = confirmation.text({ ...confirmation.PreviewProps, ...given });
    for (const words of says) expect(text).toMatch(words);
    for (const words of never) expect(text).not.toMatch(words);
  });
});

describe('the delay notice', () => {
  const to = (before: string, reason: string | null = null) => ({ change: { before, reason } });
  type Change = Partial<delayNotice.Props>;

  it.each<[string, Change, string, RegExp[], RegExp[]]>([
    [
      'the date moved later',
      { ...promisedIn(26), ...to('2027-01-15', 'The ship is late.') },
      'Your order 1001 is delayed',
      [
        /The date we gave you: Friday, January 15, 2027\nThe new date: Friday, February 5, 2027/,
        /The reason: The ship is late\./,
      ],
      [/has not changed|cannot give/],
    ],
    [
      'the date was taken away',
      { ...promisedIn(null), ...to('2027-01-15') },
      'Your order 1001 is delayed',
      [/Ships by: No date yet/, /We cannot give you a new date yet/],
      [/The reason|expected/],
    ],
    [
      'the new date has passed already',
      { ...promisedIn(-2), ...to('2027-01-02') },
      'Your order 1001 is delayed',
      [/Was to ship by: Friday, January 8, 2027/, /that day has passed/],
      [/The new date|If that date changes/],
    ],
    [
      'the date is back where it was',
      { ...promisedIn(5), ...to('2027-01-15', 'Never mind.'), lines: [] },
      'About your order 1001',
      [/Nothing has changed for you/, /Ships by: Friday, January 15, 2027/],
      [/delayed|The new date|The reason/],
    ],
    [
      'the date moved earlier',
      { ...promisedIn(5), ...to('2027-02-15') },
      'A new date for your order 1001',
      [/The new date: Friday, January 15, 2027/],
      [/delayed/],
    ],
    [
      'units wait again, and the date stands',
      { ...promisedIn(5), change: null, lines: [lamp] },
      'Some items in your order 1001 have to wait again',
      [
        /have to wait for new stock again/,
        /has not changed: Friday, January 15/,
        /- 1 × Brass lamp/,
      ],
      [/delayed|The new date/],
    ],
    [
      'they are set aside again by now',
      { ...promisedIn(5), change: null, lines: [], ...units({ setAside: 1 }) },
      'About your order 1001',
      [/Nothing has changed for you/],
      [/wait again|have to wait|keeps its place/],
    ],
    [
      'nothing is left by now',
      { ...promisedIn(26), ...to('2027-01-15', 'x'), ...units({ cancelled: 1 }) },
      'About your order 1001',
      [/There is nothing left of it to ship now/],
      [/The new date|keeps its place|cancel|Waiting for stock|The reason/],
    ],
  ])('when %s', (_, given, subject, says, never) => {
    const props: delayNotice.Props = { ...delayNotice.PreviewProps, lines: [], ...given };
    expect(delayNotice.subject(props)).toBe(subject);
    for (const words of says) expect(delayNotice.text(props)).toMatch(words);
    for (const words of never) expect(delayNotice.text(props)).not.toMatch(words);
  });
});

describe('the mail of a card that expires', () => {
  it.each<[string, Partial<cardExpiring.Props>, RegExp, RegExp]>([
    ['before the date', promisedIn(5), /before your order is expected to ship/, /not shipped yet/],
    [
      'after it',
      { ...promisedIn(5), expiresOn: '2027-01-31' },
      /not shipped yet/,
      /expected|before/,
    ],
    ['without a date', promisedIn(null), /not shipped yet/, /expected|before/],
    ['past the date', promisedIn(-5), /not shipped yet/, /expected|before/],
    [
      'nothing is left',
      units({ shipped: 1 }),
      /end of December/,
      /expected|before|not shipped|in line/,
    ],
  ])('%s', (_, given, says, never) => {
    const props = { ...cardExpiring.PreviewProps, ...given };
    expect(cardExpiring.text(props)).toMatch(says);
    expect(`${cardExpiring.subject(props)}${cardExpiring.text(props)}`).not.toMatch(never);
  });
});
