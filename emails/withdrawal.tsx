import type { InRoom } from './parts/block.ts';
import { viewOrder } from './parts/blocks/action.tsx';
import { details } from './parts/blocks/details.tsx';
import { lines } from './parts/blocks/lines.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example, lamp } from './parts/example.ts';
import { cut, flat } from './parts/format.ts';
import { moneyLeftOf } from './parts/notice/notice.ts';
import type { LinePart, MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';
import type { Detail } from './parts/wording.ts';

/**
 * Acknowledges a withdrawal with its content, date and time, as Directive 2011/83/EU art. 11a(4)
 * wants. `when`: day and time at ship-to, in words. `lines`: all that it covers.
 */
export type Props = MailProps & {
  when: string;
  shipped: 'nothing' | 'some' | 'all';
  isPaid: boolean;
  lines: readonly LinePart[];
};

export const subject = (props: Props): string =>
  props.words.say.withdrawal.subject({ order: props.order.number });

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
      paragraphs([received(props)], [declared(props)]),
      details(props, content(props)),
      paragraphs(next(props)),
      viewOrder(props),
      lines(props, { title: withdrawal.covers(), lines: props.lines }),
    ],
  };
};

const received = ({ order: { number: order }, when, words }: Props): string =>
  words.say.withdrawal.received({ order, when });

const declared = ({ order: { number: order, placedOn }, words }: Props): string =>
  words.say.withdrawal.declared({ order, day: words.day(placedOn) });

/** Who withdrew, and when; somebody whose name we do not know stays unnamed. */
const content = ({ customer, order, when, words }: Props): Detail[] => {
  const { withdrawal } = words.say;
  const name = cut(customer.name ?? '', 80);
  return [
    { label: withdrawal.receivedAt(), value: when },
    { label: withdrawal.placedOn(), value: words.day(order.placedOn) },
    ...(name === '' ? [] : [{ label: withdrawal.name(), value: name }]),
  ];
};

const next = (props: Props): string[] => {
  const { shipped, shop, words } = props;
  const { withdrawal } = words.say;
  const name = { shop: flat(shop.name) };
  if (shipped === 'all') return [withdrawal.handedOver(name)];
  const rest = shipped === 'some' ? 'yes' : 'no';
  const refund = withdrawal.refund({ money: moneyLeftOf(props, props), rest });
  return shipped === 'nothing'
    ? [withdrawal.canceled(), refund]
    : [withdrawal.partly(name), refund];
};

export const PreviewProps = {
  ...example,
  units: { waiting: 0, setAside: 0, shipped: 0, cancelled: 1 },
  left: { lines: [], shipping: null, total: { amount: 0, currency: 'USD' } },
  when: 'Tuesday, December 1, 2026 at 10:00 AM EST',
  shipped: 'nothing',
  isPaid: false,
  lines: [lamp],
} satisfies Props;

export const previews = {
  paid: { ...PreviewProps, isPaid: true },
  shipped: { ...PreviewProps, shipped: 'all', isPaid: true },
  partly: { ...PreviewProps, shipped: 'some' },
} satisfies Record<string, Props>;

export default Object.assign(Withdrawal, { PreviewProps });
