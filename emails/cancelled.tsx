import { day, money } from '../workflows/calendar/format.ts';
import type { Money } from '../workflows/domain/money.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import { example, lamp, shades } from './parts/example.ts';
import { Layout } from './parts/layout.tsx';
import { letter, linesText } from './parts/letter.ts';
import { LinesTable } from './parts/lines-table.tsx';
import { OrderButton } from './parts/order-button.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { LinePart, MailProps } from './parts/props.ts';
import { unmatchedPayment } from './parts/wording.ts';

/**
 * `lines`: the units cancelled. `partial`: something of the order is left. `cause`: why the system
 * cancelled. Money is `refunded` once it was sent, on that day, `isRest` after other refunds of it;
 * `refunding` is still to come; `sent_before`: it had all gone back. `released`: was only held.
 * `charged_back` was given back by the customer's own bank; of what is `unmatched` nobody knows yet.
 */
export type Props = MailProps & {
  lines: LinePart[];
  partial: boolean;
  by: 'customer' | 'shop' | 'system';
  cause: 'payment' | null;
  cancelledOn: CivilDate;
  money:
    | { kind: 'never_charged' }
    | { kind: 'unmatched' }
    | { kind: 'released'; amount: Money }
    | { kind: 'refunding'; amount: Money }
    | { kind: 'charged_back'; amount: Money }
    | { kind: 'refunded'; amount: Money; on: CivilDate; isRest: boolean; released: Money | null }
    | { kind: 'sent_before'; released: Money | null };
};

export const subject = ({ order, partial }: Props) =>
  `${partial ? 'Part of your order' : 'Your order'} ${order.orderId} is cancelled`;

export const Cancelled = (props: Props) => (
  <Layout
    mail={props}
    kind="cancelled"
    title={subject(props)}
    preview={status(props)}
    heading={props.partial ? 'Part of your order is cancelled' : 'Your order is cancelled'}
  >
    <Paragraphs texts={[status(props), settlement(props), ...rest(props)]} />
    <OrderButton mail={props} label={action} />
    <LinesTable {...cancelled(props)} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'cancelled',
    action,
    body: [status(props), settlement(props), ...rest(props), linesText(cancelled(props))],
  });

const action = 'View your order';

const status = ({ order, partial, by, cause, cancelledOn, customer }: Props) => {
  const what = `${partial ? 'a part of your order' : 'your order'} ${order.orderId}`;
  const when = `on ${day(cancelledOn, customer.locale)}`;
  if (by === 'customer') return `As you asked, we cancelled ${what} ${when}.`;
  if (by === 'shop') return `We are sorry: we had to cancel ${what} ${when}.`;
  const why = cause === 'payment' ? ', because the payment could not be completed' : '';
  return `We are sorry: ${what} was cancelled ${when}${why}.`;
};

/** The written statement owed with a cancellation, 16 CFR 435.1(d)(2). */
const settlement = (props: Props): string => {
  const { money: state, partial, customer } = props;
  const what = partial ? 'these items' : 'it';
  const nothing = `Nothing was charged for ${what}, and nothing will be.`;
  switch (state.kind) {
    case 'never_charged':
      return nothing;
    case 'unmatched':
      return unmatchedPayment;
    case 'charged_back':
      return `Your bank has given you ${money(state.amount, customer.locale)} back for this order, so we do not send it once more.`;
    case 'released':
      return `${nothing}${release(props, state.amount)}`;
    case 'refunding':
      return `We are sending ${money(state.amount, customer.locale)} back, to the payment method you paid with. We will write again once it is sent.`;
    case 'sent_before':
      return `What you paid for ${what} has gone back already, and nothing more will be charged for ${partial ? 'them' : 'it'}.${release(props, state.released)}`;
    case 'refunded': {
      const sent = `We sent ${money(state.amount, customer.locale)} back on ${day(state.on, customer.locale)}, to the payment method you paid with. Your bank may need a few days to show it.`;
      const other = state.isRest ? ` What else you paid for ${what} went back separately.` : '';
      return `${sent}${other}${release(props, state.released)}`;
    }
  }
};

const release = ({ customer }: Props, amount: Money | null): string =>
  amount === null
    ? ''
    : ` The ${money(amount, customer.locale)} held on your card is released; your bank may need a few days to show it.`;

const rest = ({ partial }: Props) =>
  partial ? ['Nothing changes for the rest of your order.'] : [];

const cancelled = ({ lines, customer }: Props) => ({
  title: 'Cancelled',
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
