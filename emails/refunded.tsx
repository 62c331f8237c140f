import type { Money } from '../workflows/domain/money.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import type { InRoom } from './parts/block.ts';
import { viewOrder } from './parts/blocks/action.tsx';
import { details } from './parts/blocks/details.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example } from './parts/example.ts';
import { flat } from './parts/format.ts';
import type { MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';
import { type Detail, isOpen } from './parts/wording.ts';

export type Props = MailProps & {
  amount: Money;
  /** The day on which we sent the money, which the law asks for, and not the day it arrives. */
  refundedOn: CivilDate;
  /** All that was paid so far, a part of it, or what was left of it. */
  share: 'all' | 'part' | 'rest';
  /** The customer's own bank gave it back. */
  isByBank: boolean;
  /** The shop that held the money gave it back, by its own way. */
  isByShop: boolean;
};

export const subject = ({ amount, order, shop, isByBank, isByShop, words }: Props): string => {
  const { refunded: say } = words.say;
  const refund = { amount: words.money(amount), order: order.number };
  if (isByBank) return say.subjectBank(refund);
  return isByShop ? say.subjectShop({ ...refund, shop: flat(shop.name) }) : say.subjectUs(refund);
};

export const Refunded = (props: InRoom<Props>) => <Sheet mail={props} written={written(props)} />;

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => {
  const { refunded: say } = props.words.say;
  return {
    kind: 'refunded',
    subject: subject(props),
    preview: status(props),
    heading: props.isByBank ? say.headingBank() : say.heading(),
    blocks: [
      paragraphs([status(props), isAll(props) ? say.everything() : '']),
      details(props, shown(props)),
      paragraphs(
        [props.isByBank ? say.nothingToDo() : say.arrival()],
        [isOpen(props) ? say.remains() : ''],
      ),
      viewOrder(props),
    ],
  };
};

/** Said once the last of several refunds is out. */
const isAll = ({ share, isByBank }: Props): boolean => share === 'rest' && !isByBank;

const status = ({ order, shop, share, isByBank, isByShop, words }: Props): string => {
  const { refunded: say } = words.say;
  const refund = { order: order.number, share };
  if (isByBank) return say.byBank({ order: order.number });
  return isByShop ? say.byShop({ ...refund, shop: flat(shop.name) }) : say.byUs(refund);
};

const shown = ({ amount, refundedOn, isByBank, words }: Props): Detail[] => {
  const { refunded: say } = words.say;
  const sum = { label: say.amount(), value: words.money(amount) };
  if (isByBank) return [sum];
  return [
    sum,
    { label: say.refundedOn(), value: words.day(refundedOn) },
    { label: say.refundedTo(), value: say.paymentMethod() },
  ];
};

export const PreviewProps = {
  ...example,
  units: { waiting: 0, setAside: 0, shipped: 0, cancelled: 3 },
  left: { lines: [], shipping: null, total: { amount: 0, currency: 'USD' } },
  amount: { amount: 21600, currency: 'USD' },
  refundedOn: '2026-12-02',
  share: 'all',
  isByBank: false,
  isByShop: false,
} satisfies Props;

export default Object.assign(Refunded, { PreviewProps });
