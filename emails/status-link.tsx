import { example } from './parts/example.ts';
import { Layout } from './parts/layout.tsx';
import { letter } from './parts/letter.ts';
import { OrderButton } from './parts/order-button.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { MailProps } from './parts/props.ts';

/** Somebody who knows the order and its address has asked for the link to its page. */
export type Props = MailProps;

export const subject = ({ words, order }: Props) =>
  words.say.statusLink.subject({ orderId: order.orderId });

export const StatusLink = (props: Props) => (
  <Layout
    mail={props}
    kind="status-link"
    title={subject(props)}
    preview={status(props)}
    heading={props.words.say.statusLink.heading()}
  >
    <Paragraphs texts={before(props)} />
    <OrderButton mail={props} label={props.words.say.statusLink.action()} />
    <Paragraphs texts={after(props)} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'status-link',
    action: props.words.say.statusLink.action(),
    body: [...before(props), ...after(props)],
  });

const status = ({ words, order }: Props) => words.say.statusLink.status({ orderId: order.orderId });

const before = (props: Props) => [status(props)];

const after = ({ words }: Props) => [
  words.say.statusLink.keepPrivate(),
  words.say.statusLink.notYou(),
];

export const PreviewProps = example satisfies Props;

export default Object.assign(StatusLink, { PreviewProps });
