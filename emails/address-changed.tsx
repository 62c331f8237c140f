import type { InRoom } from './parts/block.ts';
import { action } from './parts/blocks/action.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example } from './parts/example.ts';
import type { MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';

/**
 * Goes to the old address, whose reader may not manage the order any more. `links.status` is where
 * orders are looked for.
 */
export type Props = MailProps;

export const subject = ({ words, order }: Props): string =>
  words.say.addressChanged.subject({ orderId: order.number });

export const AddressChanged = (props: InRoom<Props>) => (
  <Sheet mail={props} written={written(props)} />
);

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => {
  const { words, order, links } = props;
  const { addressChanged } = words.say;
  const status = addressChanged.status({ orderId: order.number });
  return {
    kind: 'address-changed',
    subject: subject(props),
    preview: status,
    heading: addressChanged.heading(),
    blocks: [
      paragraphs([status], [addressChanged.link()]),
      action(props, { label: addressChanged.action(), href: links.status }),
      paragraphs([addressChanged.notYou()]),
    ],
  };
};

export const PreviewProps = {
  ...example,
  links: { ...example.links, status: 'https://orders.example.org/find' },
} satisfies Props;

export default Object.assign(AddressChanged, { PreviewProps });
