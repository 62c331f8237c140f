import type { Money } from '../workflows/domain/money.ts';
import type { InRoom } from './parts/block.ts';
import { viewOrder } from './parts/blocks/action.tsx';
import { details } from './parts/blocks/details.tsx';
import { hero } from './parts/blocks/hero.tsx';
import { lines } from './parts/blocks/lines.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example, lamp, shades } from './parts/example.ts';
import { flat } from './parts/format.ts';
import type { LinePart, MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';
import type { Detail } from './parts/wording.ts';
import { isFree, isOpen } from './parts/wording.ts';

export type Props = MailProps & {
  lines: readonly LinePart[];
  carrier: string | null;
  tracking: string | null;
  /** Charged for this shipment; null while we do not know, or when it was paid before. */
  charged: Money | null;
  /** Paid before: with the whole order at `checkout`, or by a `deposit` that covers it. */
  paidBy: 'checkout' | 'deposit' | null;
  /** Never charged for what has left, because it is too little for it; null when nothing is. */
  waived: Money | null;
};

/** Whether something is still to come, this was all of the order, or it completes it. */
type Part = 'Part' | 'Whole' | 'All';

const partOf = (props: Props): Part => {
  if (isOpen(props)) return 'Part';
  const here = props.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return props.units.shipped > here ? 'All' : 'Whole';
};

export const subject = (props: Props): string =>
  props.words.say.shipped[`subject${partOf(props)}`]({ order: props.order.number });

export const Shipped = (props: InRoom<Props>) => <Sheet mail={props} written={written(props)} />;

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => {
  const { shipped } = props.words.say;
  return {
    kind: 'shipped',
    subject: subject(props),
    preview: status(props),
    heading: shipped[`heading${partOf(props)}`](),
    hero: hero(props, props.lines),
    blocks: [
      paragraphs([status(props), rest(props)]),
      details(props, shown(props)),
      viewOrder(props),
      lines(props, { title: shipped.inShipment(), lines: props.lines }),
      lines(props, { title: shipped.toCome(), lines: props.left.lines.map(unpriced) }),
    ],
  };
};

/** What it costs is said when it ships. */
const unpriced = ({ title, quantity, sku, url, imageUrl }: LinePart): LinePart => ({
  ...{ title, quantity, sku, url, imageUrl },
});

const status = (props: Props): string =>
  props.words.say.shipped[`status${partOf(props)}`]({ order: props.order.number });

/** What follows, and from where; empty when nothing does. */
const rest = (props: Props): string => {
  const { units, words } = props;
  const { shipped } = words.say;
  if (!isOpen(props)) return '';
  if (units.setAside === 0) return shipped.restWaits();
  return units.waiting === 0 ? shipped.restReady() : shipped.restMixed();
};

/** Carrier and tracking first, then what was charged. */
const shown = (props: Props): Detail[] => {
  const { carrier, tracking, charged, paidBy, waived, words } = props;
  const { shipped: say } = words.say;
  const paid = paidBy === 'checkout' ? say.paidAtCheckout() : say.paidByDeposit();
  const sums = [
    ...(charged ? [{ label: say.charged(), value: words.money(charged) }] : []),
    ...(paidBy && !charged ? [{ label: say.payment(), value: paid }] : []),
    ...(waived ? [{ label: say.waived(), value: words.money(waived) }] : []),
  ];
  return [
    ...(tracking ? [{ label: say.tracking(), value: flat(tracking) }] : []),
    ...(carrier ? [{ label: say.carrier(), value: flat(carrier) }] : []),
    ...(isFree(props) ? [] : sums),
  ];
};

export const PreviewProps = {
  ...example,
  units: { waiting: 2, setAside: 0, shipped: 1, cancelled: 0 },
  left: {
    lines: [{ ...shades, total: { amount: 7800, currency: 'USD' } }],
    shipping: { amount: 300, currency: 'USD' },
    total: { amount: 8100, currency: 'USD' },
  },
  lines: [lamp],
  carrier: 'UPS',
  tracking: '1Z999AA10123456784',
  charged: { amount: 13500, currency: 'USD' },
  paidBy: null,
  waived: null,
} satisfies Props;

export default Object.assign(Shipped, { PreviewProps });
