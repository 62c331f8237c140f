import { day } from '../workflows/calendar/format.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import { example, lamp } from './parts/example.ts';
import { Layout } from './parts/layout.tsx';
import { detailsText, letter, linesText } from './parts/letter.ts';
import { LinesTable } from './parts/lines-table.tsx';
import { OrderButton } from './parts/order-button.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import { PromiseLine } from './parts/promise-line.tsx';
import type { LinePart, MailProps } from './parts/props.ts';
import { cancelOffer, promiseDetail } from './parts/wording.ts';

/**
 * `lines`: units that were set aside and wait again. `supply`: the stock comes later than the day
 * we had told, `before`, whether or not we know the new day.
 */
export type Props = MailProps & { lines: LinePart[]; supply: { before: CivilDate } | null };

export const subject = ({ order, supply }: Props) =>
  supply
    ? `Your order ${order.orderId} is delayed`
    : `Some items in your order ${order.orderId} have to wait again`;

export const DelayNotice = (props: Props) => (
  <Layout
    mail={props}
    kind="delay-notice"
    title={subject(props)}
    preview={status(props)}
    heading={props.supply ? 'Your order is delayed' : 'Some of your items have to wait again'}
  >
    <Paragraphs texts={[status(props), place(props)]} />
    <PromiseLine mail={props} />
    <Paragraphs texts={[cancelOffer(props)]} />
    <OrderButton mail={props} label={action} />
    {props.lines.length > 0 && <LinesTable {...affected(props)} />}
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'delay-notice',
    action,
    body: [
      status(props),
      place(props),
      detailsText([promiseDetail(props)]),
      cancelOffer(props),
      ...(props.lines.length > 0 ? [linesText(affected(props))] : []),
    ],
  });

const action = 'View or cancel your order';

const status = (props: Props) => {
  const { order, supply, lines } = props;
  const isBack = `some items that were set aside for your order ${order.orderId} are no longer available, so they have to wait for new stock again`;
  const isLate = `the stock that your order ${order.orderId} is waiting for is delayed`;
  const cause = `We are sorry, but ${supply && lines.length === 0 ? isLate : isBack}.`;
  return supply ? `${cause} ${dates(props, supply)}` : cause;
};

const dates = ({ promise, customer }: Props, supply: { before: CivilDate }) => {
  const before = day(supply.before, customer.locale);
  return promise
    ? `The date we gave you was ${before}; your order now ships by ${day(promise.on, customer.locale)}.`
    : `The date we gave you was ${before}; we cannot give you a new date right now.`;
};

const place = ({ promise, supply }: Props) => {
  if (supply) {
    return `Your order keeps its place in line.${promise ? '' : ' We will email you as soon as there is a date.'}`;
  }
  return promise
    ? 'Your order keeps its place in line. The date we gave you has not changed; if it does, we will let you know.'
    : 'Your order keeps its place in line. We cannot give you a date yet; we will email you as soon as there is one.';
};

const affected = ({ lines, customer }: Props) => ({
  title: 'Waiting for stock again',
  lines,
  locale: customer.locale,
});

export const PreviewProps = { ...example, lines: [lamp], supply: null } satisfies Props;

export default Object.assign(DelayNotice, { PreviewProps });
