import type { CivilDate } from '../workflows/domain/time.ts';
import type { InRoom } from './parts/block.ts';
import { viewOrder } from './parts/blocks/action.tsx';
import { order } from './parts/blocks/lines.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example } from './parts/example.ts';
import { moneyLeftOf } from './parts/notice/notice.ts';
import type { MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';
import { cancelOffer, isOpen, isRest } from './parts/wording.ts';

/**
 * What the customer has told us: to keep their order until that day, or `open`, without one; or that
 * it is the last day that they give us. `when`: day and time at ship-to, in words. `isEndedByLaw`:
 * the order ends by law if that day passes.
 */
export type Props = MailProps & {
  answer: 'accepted' | 'period';
  until: CivilDate | 'open';
  when: string;
  isPaid: boolean;
  isEndedByLaw: boolean;
};

export const subject = (props: Props): string =>
  props.words.say.delayAnswer.subject({ order: props.order.number });

export const DelayAnswer = (props: InRoom<Props>) => (
  <Sheet mail={props} written={written(props)} />
);

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => ({
  kind: 'delay-answer',
  subject: subject(props),
  preview: said(props),
  heading: props.words.say.delayAnswer.heading(),
  blocks: [
    paragraphs([said(props), received(props)], [next(props)], [cancelOffer(props)]),
    viewOrder(props),
    order(props),
  ],
});

const said = (props: Props): string => {
  const { answer, until, words } = props;
  const { delayAnswer } = words.say;
  const rest = isOpen(props) ? isRest(props) : 'no';
  const what = { order: props.order.number, rest };
  if (until === 'open') return delayAnswer.open(what);
  const day = words.day(until);
  return answer === 'period'
    ? delayAnswer.period({ ...what, day })
    : delayAnswer.until({ ...what, day });
};

const received = ({ when, words }: Props): string => words.say.delayAnswer.received({ when });

/** What follows from the answer, as long as anything is left to ship. */
const next = (props: Props): string => {
  const { answer, until, isEndedByLaw, words } = props;
  const { delayAnswer, standing } = words.say;
  const money = moneyLeftOf(props, props);
  if (!isOpen(props)) return standing.over({ order: props.order.number });
  if (answer === 'period') return delayAnswer.nextPeriod({ money });
  if (until === 'open') return props.promise.is === 'none' ? standing.dateToCome() : '';
  return isEndedByLaw
    ? delayAnswer.nextUntil({ day: words.day(until), rest: isRest(props), money })
    : delayAnswer.nextAgreed();
};

export const PreviewProps = {
  ...example,
  ...{ answer: 'accepted', until: '2027-02-05', isPaid: false, isEndedByLaw: true },
  when: 'Tuesday, December 1, 2026 at 10:00 AM EST',
} satisfies Props;

export const previews = {
  open: { ...PreviewProps, until: 'open', promise: { is: 'none' } },
  agreed: { ...PreviewProps, isEndedByLaw: false, isPaid: true },
  period: { ...PreviewProps, answer: 'period', isEndedByLaw: false, isPaid: true },
} satisfies Record<string, Props>;

export default Object.assign(DelayAnswer, { PreviewProps });
