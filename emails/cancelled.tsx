import { day, money } from '../workflows/calendar/format.ts';
import type { CancelCause } from '../workflows/domain/backorder/stock-act.ts';
import type { Money } from '../workflows/domain/money.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import { example, lamp, shades } from './parts/example.ts';
import { flat } from './parts/format.ts';
import { Layout } from './parts/layout.tsx';
import { letter, linesText } from './parts/letter.ts';
import { LinesTable } from './parts/lines-table.tsx';
import { OrderButton } from './parts/order-button.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { LinePart, MailProps } from './parts/props.ts';
import { isFree, unmatchedPayment } from './parts/wording.ts';

export type Props = MailProps & {
  /** The units cancelled. */
  lines: LinePart[];
  /** Whether something of the order is left, or has shipped. */
  partial: boolean;
  by: 'customer' | 'shop' | 'system';
  /** Why the system cancelled; null when the customer or the shop did. */
  cause: CancelCause | null;
  cancelledOn: CivilDate;
  money:
    | { kind: 'never_charged' }
    /** A payment took money, and nobody knows yet what for. */
    | { kind: 'unmatched' }
    /** The money was only held, and no longer is. */
    | { kind: 'released'; amount: Money }
    /** We still have to send it, or the shop that holds it. */
    | { kind: 'refunding' | 'shop_refunds'; amount: Money }
    /** The customer's own bank gave it back. */
    | { kind: 'charged_back'; amount: Money }
    /** Sent on that day. `isRest`: after other refunds of it. `released`: was only held. */
    | { kind: 'refunded'; amount: Money; on: CivilDate; isRest: boolean; released: Money | null }
    /** All of it had gone back before. */
    | { kind: 'sent_before'; released: Money | null };
};

export const subject = ({ order, partial }: Props) =>
  `${partial ? 'Part of your order' : 'Your order'} ${order.orderId} has been canceled`;

export const Cancelled = (props: Props) => (
  <Layout
    mail={props}
    kind="cancelled"
    title={subject(props)}
    preview={status(props)}
    heading={
      props.partial ? 'Part of your order has been canceled' : 'Your order has been canceled'
    }
  >
    <Paragraphs texts={[status(props), ...settlement(props), ...rest(props)]} />
    <OrderButton mail={props} label={action} />
    <LinesTable {...cancelled(props)} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'cancelled',
    action,
    body: [status(props), ...settlement(props), ...rest(props), linesText(cancelled(props))],
  });

const action = 'View your order';

const status = ({ order, partial, by, cause, cancelledOn, customer }: Props) => {
  const what = `${partial ? 'part of your order' : 'your order'} ${order.orderId}`;
  const when = `on ${day(cancelledOn, customer.locale)}`;
  if (by === 'customer') return `As you requested, we canceled ${what} ${when}.`;
  if (by === 'shop') return `We are sorry, but we had to cancel ${what} ${when}.`;
  const why = cause === null ? '' : `, because ${causes[cause]}`;
  return `We are sorry, but ${what} was canceled ${when}${why}.`;
};

const causes: Record<CancelCause, string> = {
  payment: 'the payment could not be completed',
  card: 'we did not receive your card and your agreement in time',
};

/** An order that costs nothing needs no word about money. */
const settlement = (props: Props): string[] =>
  isFree(props) && props.money.kind === 'never_charged' ? [] : [statement(props)];

/** The written statement that we owe with a cancellation, 16 CFR 435.1(d)(2). */
const statement = (props: Props): string => {
  const { money: state, partial, customer, shop } = props;
  const what = partial ? 'these items' : 'it';
  const nothing = `Nothing was charged for ${what}, and nothing will be.`;
  switch (state.kind) {
    case 'never_charged':
      return nothing;
    case 'unmatched':
      return unmatchedPayment;
    case 'charged_back':
      return `Your bank has credited you ${money(state.amount, customer.locale)} for this order, so we will not send a separate refund.`;
    case 'released':
      return `${nothing}${release(props, state.amount)}`;
    case 'refunding':
      return `We are refunding ${money(state.amount, customer.locale)} to the payment method you paid with. We will email you again once it has been sent.`;
    case 'shop_refunds':
      return `${flat(shop.name)} is refunding ${money(state.amount, customer.locale)} to the payment method you paid with. You will get another email once it has been sent.`;
    case 'sent_before':
      return `What you paid for ${what} has already been refunded, and nothing more will be charged for ${partial ? 'them' : 'it'}.${release(props, state.released)}`;
    case 'refunded': {
      const sent = `We refunded ${money(state.amount, customer.locale)} on ${day(state.on, customer.locale)}, to the payment method you paid with. Your bank may take a few days to show it.`;
      const other = state.isRest
        ? ` The rest of what you paid for ${what} was refunded separately.`
        : '';
      return `${sent}${other}${release(props, state.released)}`;
    }
  }
};

const release = ({ customer }: Props, amount: Money | null): string =>
  amount === null
    ? ''
    : ` The ${money(amount, customer.locale)} held on your card has been released; your bank may take a few days to show it.`;

const rest = ({ partial }: Props) => (partial ? ['The rest of your order is not affected.'] : []);

const cancelled = ({ lines, customer }: Props) => ({
  title: 'Canceled',
  lines,
  locale: customer.locale,
});

export const PreviewProps = {
  ...example,
  lines: [lamp, shades],
  partial: false,
  by: 'customer',
  cause: null,
  cancelledOn: '2026-12-01',
  money: { kind: 'never_charged' },
} satisfies Props;

export default Object.assign(Cancelled, { PreviewProps });
