import type { CivilDate } from '../workflows/domain/time.ts';
import type { InRoom } from './parts/block.ts';
import { action, pageAsk } from './parts/blocks/action.tsx';
import { details } from './parts/blocks/details.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example } from './parts/example.ts';
import type { MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';
import { type Detail, isOpen, promiseDetail } from './parts/wording.ts';

/** `expiresOn`: the last day on which the card is valid. */
export type Props = MailProps & { expiresOn: CivilDate };

/** Whether it expires before a date that still stands: nothing else may be said to be expected. */
const isBefore = (props: Props): boolean =>
  isOpen(props) && props.promise.is === 'ahead' && props.expiresOn < props.promise.on;

export const subject = (props: Props): string => {
  const { cardExpiring } = props.words.say;
  const order = { order: props.order.number };
  return isBefore(props) ? cardExpiring.subject(order) : cardExpiring.subjectSoon(order);
};

export const CardExpiring = (props: InRoom<Props>) => (
  <Sheet mail={props} written={written(props)} />
);

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => {
  const { cardExpiring } = props.words.say;
  const change = { label: cardExpiring.change(), href: props.links.card };
  return {
    kind: 'card-expiring',
    subject: subject(props),
    preview: status(props),
    heading: isBefore(props) ? cardExpiring.heading() : cardExpiring.headingSoon(),
    blocks: [
      paragraphs([status(props)]),
      details(props, shown(props)),
      paragraphs([props.units.waiting > 0 ? cardExpiring.wish() : cardExpiring.wishSetAside()]),
      action(props, change, pageAsk(props)),
    ],
  };
};

const status = (props: Props): string => {
  const { order, expiresOn, words } = props;
  const card = { order: order.number, month: words.month(expiresOn) };
  const { cardExpiring } = words.say;
  if (!isOpen(props)) return cardExpiring.plain(card);
  return isBefore(props) ? cardExpiring.before(card) : cardExpiring.soon(card);
};

const shown = (props: Props): Detail[] => {
  const { expiresOn, words } = props;
  return [
    { label: words.say.cardExpiring.validThrough(), value: words.month(expiresOn) },
    ...(isOpen(props) ? [promiseDetail(props)] : []),
  ];
};

export const PreviewProps = { ...example, expiresOn: '2026-12-31' } satisfies Props;

export default Object.assign(CardExpiring, { PreviewProps });
