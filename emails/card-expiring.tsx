import type { CivilDate } from '../workflows/domain/time.ts';
import { AskButton } from './parts/ask-button.tsx';
import { Details } from './parts/details.tsx';
import { example } from './parts/example.ts';
import { month } from './parts/format.ts';
import { Layout } from './parts/layout.tsx';
import { detailsText, letter } from './parts/letter.ts';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { MailProps } from './parts/props.ts';
import { promiseDetail } from './parts/wording.ts';

/** `expiresOn`: the last day on which the card is valid. */
export type Props = MailProps & { expiresOn: CivilDate };

export const subject = ({ order }: Props) =>
  `Your card expires before order ${order.orderId} ships`;

export const CardExpiring = (props: Props) => (
  <Layout
    mail={props}
    kind="card-expiring"
    title={subject(props)}
    preview={status(props)}
    heading="Your card expires before your order ships"
  >
    <Paragraphs texts={[status(props)]} />
    <Details details={details(props)} />
    <Paragraphs texts={[wish]} />
    <AskButton mail={props} ask={askOf(props)} label={action} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'card-expiring',
    ask: askOf(props),
    action,
    body: [status(props), detailsText(details(props)), wish],
  });

const action = 'View your order';

const status = ({ order, expiresOn, customer }: Props) =>
  `The card you gave us for your order ${order.orderId} expires at the end of ${month(expiresOn, customer.locale)}, before your order is expected to ship.`;

const wish =
  'Please give us a different card, so that the payment can go through when your items come in. Nothing will be charged now, and you keep your place in line.';

const details = (props: Props) => [
  promiseDetail(props),
  { label: 'Card valid through', value: month(props.expiresOn, props.customer.locale) },
];

const askOf = ({ links }: Props) => ({ label: 'Use a different card', href: links.card });

export const PreviewProps = { ...example, expiresOn: '2026-12-31' } satisfies Props;

export default Object.assign(CardExpiring, { PreviewProps });
