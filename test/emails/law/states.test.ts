import { describe, expect, it } from 'vitest';
import * as answer from '../../../emails/delay-answer.tsx';
import * as delayNotice from '../../../emails/delay-notice.tsx';
import { lamp } from '../../../emails/parts/example.ts';
import * as withdrawal from '../../../emails/withdrawal.tsx';
import { promisedIn, units } from '../states.ts';

describe('a notice that counts in law', () => {
  it.each([
    ['consents', 'Your order 1001 is delayed: it now ships by Feb 5'],
    ['beyond', 'Your order 1001 is delayed: please answer by Feb 14'],
    ['undated', 'No new date for your order 1001: please answer by Feb 14'],
    ['informs', 'Your order 1001 is delayed: it now ships by Feb 5'],
    ['informs undated', 'Your order 1001 is delayed, without a new date'],
    ['period over', 'The last date for your order 1001 has passed'],
  ])('says in an inbox what it is: %s', (name, subject) => {
    const props = delayNotice.previews[name];
    if (props === undefined) throw new Error('there is such a preview');
    expect(delayNotice.subject(props)).toBe(subject);
  });

  const { consents } = delayNotice.previews as Record<string, delayNotice.Props>;
  const textOf = (change: Partial<delayNotice.Props>) =>
    delayNotice.text({ ...(consents as delayNotice.Props), ...change });

  it('names what has not left, and what waits again', () => {
    const text = textOf({ ...units({ waiting: 1, setAside: 1, shipped: 1 }), lines: [lamp] });
    expect(text).toContain('the rest of your order 1001 is delayed');
    expect(text).toContain('Waiting for stock again:\n- 1 × Brass lamp');
    expect(text).toContain('Still to come from your order 1001:\n- 2 × Brass lamp');
  });

  it('asks nothing once nothing is left to ship', () => {
    const text = textOf({ ...units({ shipped: 1 }), lines: [] });
    expect(text).toContain('There is nothing left of it to ship now.');
    expect(text).not.toMatch(/answer|cancel|do not hear/);
  });

  it('weighs both answers the same', () => {
    expect(textOf({})).toMatch(
      /Keep my order:\n\S+=keep\n\nCancel my order:\n\S+=cancel\n\nWhat happens if you do nothing\n/,
    );
  });
});

describe('the answer to a notice', () => {
  it.each<[string, Partial<answer.Props>, RegExp[], RegExp[]]>([
    [
      'it is a day, by which the order ends by law',
      {},
      [
        /until Friday, February 5, 2027\. We received your answer on Tuesday, December 1/,
        /is canceled\. Nothing has been charged/,
        /You can cancel on your order page/,
      ],
      [/refunded/],
    ],
    [
      'it was paid for, and some has shipped',
      { isPaid: true, ...units({ waiting: 1, shipped: 1 }) },
      [
        /wait for the rest of your order 1001/,
        /the rest of your order is canceled\. Everything you have paid/,
      ],
      [/Nothing has been charged/],
    ],
    [
      'it is a day that both are bound to',
      { isEndedByLaw: false },
      [/It is now the day that we have agreed on/],
      [/is canceled/],
    ],
    [
      'it is open',
      { until: 'open', ...promisedIn(null) },
      [/without a new date/, /We will email you as soon as there is a date/],
      [/is canceled/],
    ],
    [
      'it is open, and there is a date by now',
      { until: 'open', ...promisedIn(9) },
      [/without a new date/],
      [/as soon as there is a date/],
    ],
    [
      'it is the last date that the customer sets',
      { answer: 'period', isEndedByLaw: false, isPaid: true },
      [
        /You gave us a last date .*: Friday, February 5, 2027/,
        /you can end the contract and get back everything/,
      ],
      [/agreed/],
    ],
    [
      'nothing is left to ship by now',
      units({ shipped: 1 }),
      [/We received your answer/, /nothing left to ship/],
      [/cancel|the rest/],
    ],
  ])('when %s', (_, given, says, never) => {
    const text = answer.text({ ...answer.PreviewProps, ...given });
    for (const words of says) expect(text).toMatch(words);
    for (const words of never) expect(text).not.toMatch(words);
  });
});

describe('the withdrawal', () => {
  it.each<[string, Partial<withdrawal.Props>, RegExp[], RegExp[]]>([
    [
      'nothing has shipped',
      {},
      [
        /Received: Tuesday, December 1, 2026 at 10:00 AM EST\nOrdered on: .*\nName: Ada\n/,
        /We have canceled the order\. Nothing has been charged/,
        /Your withdrawal covers:\n- 1 ×/,
      ],
      [/refunded|return/],
    ],
    [
      'it was paid for',
      { isPaid: true },
      [
        /refunded without undue delay, within 14 days at most\. A separate email tells you the amount/,
      ],
      [/Nothing has been charged/],
    ],
    [
      'some has shipped',
      { shipped: 'some' },
      [/canceled what had not shipped\. Lantern & Sons takes care of the rest/],
      [/canceled the order/],
    ],
    [
      'all has shipped',
      { shipped: 'all', isPaid: true },
      [/Lantern & Sons takes care of your withdrawal/],
      [/canceled|refunded/],
    ],
    [
      'nobody knows the name',
      { customer: { name: ' ', locale: 'en-US' } },
      [/Received: /],
      [/Name:/],
    ],
  ])('when %s', (_, given, says, never) => {
    const text = withdrawal.text({ ...withdrawal.PreviewProps, ...given });
    for (const words of says) expect(text).toMatch(words);
    for (const words of never) expect(text).not.toMatch(words);
  });
});
