import type { InRoom } from './parts/block.ts';
import { viewOrder } from './parts/blocks/action.tsx';
import { lines } from './parts/blocks/lines.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example, lamp } from './parts/example.ts';
import { flat } from './parts/format.ts';
import type { LinePart, MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';

/**
 * Acknowledges a withdrawal with its content, date and time, as Directive 2011/83/EU art. 11a(3)
 * wants. `when`: day and time at ship-to, in words. `lines`: all that it covers.
 */
export type Props = MailProps & {
  when: string;
  shipped: 'nothing' | 'some' | 'all';
  lines: readonly LinePart[];
};

export const subject = (props: Props): string =>
  props.words.say.withdrawal.subject({ order: props.order.orderId });

export const Withdrawal = (props: InRoom<Props>) => <Sheet mail={props} written={written(props)} />;

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => {
  const { withdrawal } = props.words.say;
  return {
    kind: 'withdrawal',
    subject: subject(props),
    preview: received(props),
    heading: withdrawal.heading(),
    blocks: [
      paragraphs([received(props)], [next(props)]),
      viewOrder(props),
      lines(props, { title: withdrawal.covers(), lines: props.lines }),
    ],
  };
};

const received = ({ order: { orderId: order }, when, words }: Props): string =>
  words.say.withdrawal.received({ order, when });

const next = ({ shipped, shop, words }: Props): string => {
  const { withdrawal } = words.say;
  if (shipped === 'nothing') return withdrawal.canceled();
  const name = { shop: flat(shop.name) };
  return shipped === 'all' ? withdrawal.handedOver(name) : withdrawal.partly(name);
};

export const PreviewProps = {
  ...example,
  when: 'Tuesday, December 1, 2026 at 10:00 AM EST',
  shipped: 'nothing',
  lines: [lamp],
} satisfies Props;

export const previews = {
  shipped: { ...PreviewProps, shipped: 'all' },
  partly: { ...PreviewProps, shipped: 'some' },
} satisfies Record<string, Props>;

export default Object.assign(Withdrawal, { PreviewProps });
