import type { CivilDate } from '../workflows/domain/time.ts';
import type { InRoom } from './parts/block.ts';
import { viewOrder } from './parts/blocks/action.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example } from './parts/example.ts';
import type { MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';
import { cancelOffer } from './parts/wording.ts';

/**
 * What the customer has told us: to keep their order until that day, or `open`, without one; or that
 * it is the last day that they give us.
 */
export type Props = MailProps & {
  answer: 'accepted' | 'period';
  until: CivilDate | 'open';
};

export const subject = (props: Props): string =>
  props.words.say.delayAnswer.subject({ order: props.order.orderId });

export const DelayAnswer = (props: InRoom<Props>) => (
  <Sheet mail={props} written={written(props)} />
);

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => ({
  kind: 'delay-answer',
  subject: subject(props),
  preview: said(props),
  heading: props.words.say.delayAnswer.heading(),
  blocks: [paragraphs([said(props)], [cancelOffer(props)]), viewOrder(props)],
});

const said = ({ answer, until, order: { orderId: order }, words }: Props): string => {
  const { delayAnswer } = words.say;
  if (until === 'open') return delayAnswer.open({ order });
  const day = words.day(until);
  return answer === 'period'
    ? delayAnswer.period({ order, day })
    : delayAnswer.until({ order, day });
};

export const PreviewProps = { ...example, answer: 'accepted', until: '2027-02-05' } satisfies Props;

export const previews = {
  open: { ...PreviewProps, until: 'open' },
  period: { ...PreviewProps, answer: 'period' },
} satisfies Record<string, Props>;

export default Object.assign(DelayAnswer, { PreviewProps });
