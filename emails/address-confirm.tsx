import type { InRoom } from './parts/block.ts';
import { action } from './parts/blocks/action.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example } from './parts/example.ts';
import type { MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';

/**
 * Goes to the new address, which nobody has proven yet. `links.status` is where it is confirmed: the
 * mail leads to no page of the order, and names nobody.
 */
export type Props = MailProps;

export const subject = ({ words }: Props): string => words.say.addressConfirm.subject();

export const AddressConfirm = (props: InRoom<Props>) => (
  <Sheet mail={props} written={written(props)} />
);

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => {
  const { words, order, links } = props;
  const { addressConfirm } = words.say;
  const status = addressConfirm.status({ orderId: order.number });
  return {
    kind: 'address-confirm',
    subject: subject(props),
    preview: status,
    heading: addressConfirm.heading(),
    blocks: [
      paragraphs([status, addressConfirm.ask()]),
      action(props, { label: addressConfirm.action(), href: links.status }),
      paragraphs([addressConfirm.notYou()]),
    ],
  };
};

export const PreviewProps = {
  ...example,
  customer: { ...example.customer, name: null },
  links: { ...example.links, status: 'https://orders.example.org/a/4fJx2' },
} satisfies Props;

export default Object.assign(AddressConfirm, { PreviewProps });
