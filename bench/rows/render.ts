import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type PropsOf, renderMail, templates } from '../../emails/index.ts';
import { atMost, type Figure } from '../report/figure.ts';
import { compare } from '../report/measure.ts';

/** With subject, text part and everything else that makes a mail of React's markup. */
export const render = async (): Promise<Figure[]> => [
  await renderOf({ lines: 5, mails: 1_000 }),
  await renderOf({ lines: 100, mails: 100 }),
];

const renderOf = async ({ lines, mails }: { lines: number; mails: number }): Promise<Figure> => {
  const what = `render one confirmation of ${lines} lines`;
  const { default: Component } = templates.confirmation;
  const props = propsOf(lines);
  const measured = await compare(what, {
    subject: () => microsecondsEach(mails, () => renderMail('confirmation', props)),
    floor: () =>
      microsecondsEach(mails, () => renderToStaticMarkup(createElement(Component, props))),
    floorIs: 'renderToStaticMarkup of react-dom/server on the same tree',
  });
  return { what, unit: 'µs', ...measured, bar: atMost(1.5) };
};

/** Of a core, garbage collection included. */
const microsecondsEach = async (mails: number, work: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  for (let mail = 0; mail < mails; mail++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / mails;
};

const { left, ...rest } = templates.confirmation.PreviewProps;

const propsOf = (lines: number): PropsOf<'confirmation'> => ({
  ...rest,
  left: {
    ...left,
    lines: Array.from({ length: lines }, (_, index) => ({
      title: `Brass lamp, no. ${index + 1}`,
      quantity: index + 1,
      sku: `LAMP-BRASS-${index + 1}`,
      url: `https://shop.example.org/lamp-${index + 1}`,
      imageUrl: `https://shop.example.org/images/lamp-${index + 1}.png`,
      total: { amount: 12_900 * (index + 1), currency: 'USD' },
    })),
  },
});
