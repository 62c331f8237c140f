import type { InRoom } from './parts/block.ts';
import { action } from './parts/blocks/action.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example } from './parts/example.ts';
import type { MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';

/** Somebody who knows the order and its address has asked for the link to its page. */
export type Props = MailProps;

export const subject = ({ words, order }: Props): string =>
  words.say.statusLink.subject({ orderId: order.number });

export const StatusLink = (props: InRoom<Props>) => <Sheet mail={props} written={written(props)} />;

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => {
  const { words, order, links } = props;
  const { statusLink } = words.say;
  const status = statusLink.status({ orderId: order.number });
  return {
    kind: 'status-link',
    subject: subject(props),
    preview: status,
    heading: statusLink.heading(),
    blocks: [
      paragraphs([status]),
      action(props, { label: statusLink.action(), href: links.status }),
      paragraphs([statusLink.keepPrivate()], [statusLink.notYou()]),
    ],
  };
};

export const PreviewProps = example satisfies Props;

export default Object.assign(StatusLink, { PreviewProps });
