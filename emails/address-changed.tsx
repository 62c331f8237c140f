import { example } from './parts/example.ts';
import { Layout } from './parts/layout.tsx';
import { letter } from './parts/letter.ts';
import { OrderButton } from './parts/order-button.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { MailProps } from './parts/props.ts';

/**
 * Goes to the old address, whose reader may not manage the order any more. `links.status` is where
 * orders are looked for.
 */
export type Props = MailProps;

export const subject = ({ words, order }: Props) =>
  words.say.addressChanged.subject({ orderId: order.orderId });

export const AddressChanged = (props: Props) => (
  <Layout
    mail={props}
    kind="address-changed"
    title={subject(props)}
    preview={status(props)}
    heading={props.words.say.addressChanged.heading()}
  >
    <Paragraphs texts={before(props)} />
    <OrderButton mail={props} label={props.words.say.addressChanged.action()} />
    <Paragraphs texts={after(props)} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'address-changed',
    action: props.words.say.addressChanged.action(),
    body: [...before(props), ...after(props)],
  });

const status = ({ words, order }: Props) =>
  words.say.addressChanged.status({ orderId: order.orderId });

const before = (props: Props) => [status(props), props.words.say.addressChanged.link()];

const after = ({ words }: Props) => [words.say.addressChanged.notYou()];

export const PreviewProps = {
  ...example,
  links: { ...example.links, status: 'https://orders.example.org/find' },
} satisfies Props;

export default Object.assign(AddressChanged, { PreviewProps });
