import type { InRoom } from './parts/block.ts';
import { viewOrder } from './parts/blocks/action.tsx';
import { order } from './parts/blocks/lines.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { promise } from './parts/blocks/promise.tsx';
import { declinable } from './parts/example.ts';
import type { MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';
import {
  cancelOffer,
  dateOutlook,
  dateSentence,
  isOpen,
  isRest,
  itemsOf,
  placeSentence,
} from './parts/wording.ts';

/** `daysWaited`: whole days since the order was placed. */
export type Props = MailProps & { daysWaited: number };

export const subject = (props: Props): string => {
  const { units, left, words } = props;
  const items = itemsOf(left.lines, words);
  const { checkIn } = words.say;
  return units.waiting > 0 && props.promise.is === 'none'
    ? checkIn.subject({ items })
    : checkIn.subjectOther({ items });
};

export const CheckIn = (props: InRoom<Props>) => <Sheet mail={props} written={written(props)} />;

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => ({
  kind: 'check-in',
  subject: subject(props),
  preview: status(props),
  heading: props.words.say.checkIn.heading(),
  blocks: [
    paragraphs([status(props), placeSentence(props)]),
    promise(props),
    paragraphs([next(props), cancelOffer(props)]),
    viewOrder(props),
    order(props),
  ],
});

const status = (props: Props): string => {
  const { order, promise, daysWaited, words } = props;
  if (promise.is !== 'none' || !isOpen(props)) return dateSentence(props);
  const what = { order: order.number, rest: isRest(props) };
  return words.say.checkIn.waited({ ...what, days: daysWaited });
};

const next = (props: Props): string =>
  props.promise.is === 'none' && isOpen(props)
    ? props.words.say.checkIn.again()
    : dateOutlook(props);

export const PreviewProps = {
  ...declinable,
  promise: { is: 'none' },
  wait: null,
  daysWaited: 30,
} satisfies Props;

export default Object.assign(CheckIn, { PreviewProps });
