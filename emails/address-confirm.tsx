import { example } from './parts/example.ts';
import { Layout } from './parts/layout.tsx';
import { letter } from './parts/letter.ts';
import { OrderButton } from './parts/order-button.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { MailProps } from './parts/props.ts';

/**
 * Goes to the new address, which nobody has proven yet. `links.status` is where it is confirmed: the
 * mail leads to no page of the order, and names nobody.
 */
export type Props = MailProps;

export const subject = ({ words }: Props) => words.say.addressConfirm.subject();

export const AddressConfirm = (props: Props) => (
  <Layout
    mail={props}
    kind="address-confirm"
    title={subject(props)}
    preview={status(props)}
    heading={props.words.say.addressConfirm.heading()}
  >
    <Paragraphs texts={before(props)} />
    <OrderButton mail={props} label={props.words.say.addressConfirm.action()} />
    <Paragraphs texts={after(props)} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'address-confirm',
    action: props.words.say.addressConfirm.action(),
    body: [...before(props), ...after(props)],
  });

const status = ({ words, order }: Props) =>
  words.say.addressConfirm.status({ orderId: order.orderId });

const before = (props: Props) => [status(props), props.words.say.addressConfirm.ask()];

const after = ({ words }: Props) => [words.say.addressConfirm.notYou()];

export const PreviewProps = {
  ...example,
  customer: { ...example.customer, name: null },
  links: { ...example.links, status: 'https://orders.example.org/a/4fJx2' },
} satisfies Props;

export default Object.assign(AddressConfirm, { PreviewProps });
