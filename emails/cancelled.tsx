import type { CancelCause } from '../workflows/domain/backorder/stock-act.ts';
import type { Money } from '../workflows/domain/money.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import type { InRoom } from './parts/block.ts';
import { viewOrder } from './parts/blocks/action.tsx';
import { lines } from './parts/blocks/lines.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example, lamp, shades } from './parts/example.ts';
import { cut, flat } from './parts/format.ts';
import type { LinePart, MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';
import { isFree, isOpen } from './parts/wording.ts';

export type Props = MailProps & {
  /** The units cancelled. */
  lines: readonly LinePart[];
  by: 'customer' | 'shop' | 'system' | 'law';
  /** Why the system cancelled; null when the customer or the shop did. */
  cause: CancelCause | null;
  cancelledOn: CivilDate;
  /** In the shop's own words, where it gave up what was waited for. */
  reason: string | null;
  money:
    | { kind: 'never_charged' }
    /** A payment took money, and nobody knows yet what for. */
    | { kind: 'unmatched' }
    /** The money was only held, and no longer is. */
    | { kind: 'released'; amount: Money }
    /** We still have to send it, or the shop that holds it, on that day at the latest. */
    | { kind: 'refunding' | 'shop_refunds'; amount: Money; by: CivilDate | null }
    /** The customer's own bank gave it back. */
    | { kind: 'charged_back'; amount: Money }
    /** Sent on that day. `isRest`: after other refunds of it. `released`: was only held. */
    | {
        kind: 'refunded';
        amount: Money;
        on: CivilDate;
        isRest: boolean;
        isByShop?: boolean;
        released: Money | null;
      }
    /** All of it had gone back before. */
    | { kind: 'sent_before'; released: Money | null };
};

/** Whether something of the order is left, or has shipped. */
const isPartial = (props: Props): 'yes' | 'no' =>
  isOpen(props) || props.units.shipped > 0 ? 'yes' : 'no';

export const subject = (props: Props): string =>
  props.words.say.cancelled.subject({ order: props.order.number, partial: isPartial(props) });

export const Cancelled = (props: InRoom<Props>) => <Sheet mail={props} written={written(props)} />;

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => {
  const { cancelled } = props.words.say;
  return {
    kind: 'cancelled',
    subject: subject(props),
    preview: status(props),
    heading: cancelled.heading({ partial: isPartial(props) }),
    blocks: [
      paragraphs([status(props), reason(props)], settlement(props), [rest(props)]),
      viewOrder(props),
      lines(props, { title: cancelled.canceled(), lines: props.lines }),
    ],
  };
};

const status = (props: Props): string => {
  const { order, by, cause, cancelledOn, words } = props;
  const { cancelled: say } = words.say;
  const what = { order: order.number, partial: isPartial(props), day: words.day(cancelledOn) };
  if (by === 'customer') return say.byCustomer(what);
  if (by === 'shop') return say.byShop(what);
  if (cause === null) return say.bySystem(what);
  if (cause === 'law') return say.byLaw(what);
  return cause === 'payment' ? say.byPayment(what) : say.byCard(what);
};

const reason = ({ reason: said, words }: Props): string => {
  const shown = cut(said ?? '', 500);
  return shown === '' ? '' : words.say.cancelled.reason({ reason: shown });
};

/** An order that costs nothing needs no word about money. */
const settlement = (props: Props): string[] =>
  isFree(props) && props.money.kind === 'never_charged' ? [] : statement(props);

/** The written statement that we owe with a cancellation, 16 CFR 435.1(d)(2). */
const statement = (props: Props): string[] => {
  const { money: state, shop, words } = props;
  const { cancelled: say } = words.say;
  const partial = { partial: isPartial(props) };
  switch (state.kind) {
    case 'never_charged':
      return [say.neverCharged(partial)];
    case 'unmatched':
      return [words.say.standing.unmatched()];
    case 'charged_back':
      return [say.chargedBack({ amount: words.money(state.amount) })];
    case 'released':
      return [say.neverCharged(partial), release(props, state.amount)];
    case 'refunding':
      return [say.refunding({ amount: words.money(state.amount) }), sentBy(props, state)];
    case 'shop_refunds':
      return [
        say.shopRefunds({ shop: flat(shop.name), amount: words.money(state.amount) }),
        sentBy(props, state),
      ];
    case 'sent_before':
      return [say.sentBefore(partial), release(props, state.released)];
    case 'refunded':
      return [
        refundedWords(props, state),
        state.isRest ? say.refundedBefore(partial) : '',
        release(props, state.released),
      ];
  }
};

const sentBy = ({ words }: Props, { by }: { by: CivilDate | null }): string =>
  by === null ? '' : words.say.cancelled.sentBy({ day: words.day(by) });

const refundedWords = (
  { shop, words }: Props,
  { amount, on, isByShop }: Extract<Props['money'], { kind: 'refunded' }>,
): string => {
  const { cancelled: say } = words.say;
  const refund = { amount: words.money(amount), day: words.day(on) };
  return isByShop ? say.shopRefunded({ ...refund, shop: flat(shop.name) }) : say.refunded(refund);
};

const release = ({ words }: Props, amount: Money | null): string =>
  amount === null ? '' : words.say.cancelled.released({ amount: words.money(amount) });

/** What stays as it was; empty when nothing else is left. */
const rest = (props: Props): string => {
  const { cancelled: say } = props.words.say;
  if (isOpen(props)) return say.restOpen();
  return props.units.shipped > 0 ? say.restShipped() : '';
};

const none = { amount: 0, currency: 'USD' };

export const PreviewProps = {
  ...example,
  units: { waiting: 0, setAside: 0, shipped: 0, cancelled: 3 },
  left: { lines: [], shipping: null, total: none },
  lines: [lamp, shades],
  by: 'customer',
  cause: null,
  cancelledOn: '2026-12-01',
  reason: null,
  money: { kind: 'never_charged' },
} satisfies Props;

const cost = { amount: 21600, currency: 'USD' };
const byLaw = { ...PreviewProps, by: 'law', cause: 'law' } as const;
const refunded = { kind: 'refunded', amount: cost, on: '2026-12-02', isRest: false } as const;

/** By law, at the shop's word, and the rest of an order, with each thing that becomes of the money. */
export const previews = {
  'by law': byLaw,
  'by law, refunding': {
    ...byLaw,
    money: { kind: 'refunding', amount: cost, by: '2026-12-10' },
  },
  'by law, refunded': { ...byLaw, money: { ...refunded, released: null } },
  'by law, the rest': { ...byLaw, units: { ...PreviewProps.units, shipped: 1 }, lines: [lamp] },
  'by the shop': {
    ...PreviewProps,
    by: 'shop',
    money: { kind: 'shop_refunds', amount: cost, by: '2026-12-10' },
  },
  'given up': { ...PreviewProps, by: 'shop', reason: 'The maker has stopped making this lamp.' },
} satisfies Record<string, Props>;

export default Object.assign(Cancelled, { PreviewProps });
