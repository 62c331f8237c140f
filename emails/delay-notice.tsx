import { moveOf, type PromiseMove } from '../workflows/domain/mail/standing.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import type { InRoom } from './parts/block.ts';
import { action } from './parts/blocks/action.tsx';
import { dates } from './parts/blocks/dates.tsx';
import { details } from './parts/blocks/details.tsx';
import { lines } from './parts/blocks/lines.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example, lamp } from './parts/example.ts';
import { cut } from './parts/format.ts';
import type { Notice } from './parts/notice/notice.ts';
import { noticePreviews } from './parts/notice/previews.ts';
import { noticeInLaw } from './parts/notice/written.ts';
import type { LinePart, MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';
import { cancelOffer, isOpen, promiseDetail } from './parts/wording.ts';

/**
 * `lines`: units that were set aside and still wait again. `change`: the date that the customer was
 * told before, and why it moved in somebody's own words; null when no date has moved. `notice`: what
 * it says in law; null when it is only news.
 */
export type Props = MailProps & {
  lines: readonly LinePart[];
  change: { before: CivilDate; reason: string | null } | null;
  notice: Notice | null;
};

/** What the notice is about, from the gravest: a date that is later or gone, units, or neither. */
type Matter = 'late' | 'moved' | 'back' | 'same' | 'over';

const matterOf = (props: Props): Matter => {
  if (!isOpen(props)) return 'over';
  const move = moveIn(props);
  if (move === 'later' || move === 'taken_away') return 'late';
  if (move === 'earlier') return 'moved';
  return props.lines.length > 0 ? 'back' : 'same';
};

const moveIn = ({ change, promise }: Props): PromiseMove =>
  change === null ? 'same' : moveOf(change.before, promise.is === 'none' ? null : promise.on);

export const subject = (props: Props): string => written(props).subject;

const subjectOfNews = (props: Props): string => {
  const { delayNotice } = props.words.say;
  const order = { order: props.order.number };
  switch (matterOf(props)) {
    case 'late':
      return delayNotice.subjectLate(order);
    case 'moved':
      return delayNotice.subjectMoved(order);
    case 'back':
      return delayNotice.subjectBack(order);
    default:
      return delayNotice.subjectSame(order);
  }
};

export const DelayNotice = (props: InRoom<Props>) => (
  <Sheet mail={props} written={written(props)} />
);

export const text = (props: Props): string => sheetText(props, written(props));

/** Once nothing is left to ship, a notice has nothing to ask. */
const written = (props: Props): Written => {
  const { notice, lines: again } = props;
  return notice !== null && isOpen(props)
    ? noticeInLaw({ mail: props, notice, again })
    : news(props);
};

const news = (props: Props): Written => {
  const { say } = props.words;
  return {
    kind: 'delay-notice',
    subject: subjectOfNews(props),
    preview: cause(props),
    heading: heading(props),
    blocks: [
      paragraphs([cause(props), alsoBack(props)], [reason(props)]),
      isOpen(props) ? when(props) : null,
      paragraphs([place(props), outlook(props)], [cancelOffer(props)]),
      action(props, {
        label: isOpen(props) ? say.letter.viewOrCancel() : say.letter.view(),
        href: props.links.status,
      }),
      lines(props, { title: say.delayNotice.waiting(), lines: isOpen(props) ? props.lines : [] }),
    ],
  };
};

const heading = (props: Props): string => {
  const { delayNotice } = props.words.say;
  switch (matterOf(props)) {
    case 'late':
      return delayNotice.headingLate();
    case 'moved':
      return delayNotice.headingMoved();
    case 'back':
      return delayNotice.headingBack();
    default:
      return delayNotice.headingSame();
  }
};

const cause = (props: Props): string => {
  const { delayNotice } = props.words.say;
  const order = { order: props.order.number };
  switch (matterOf(props)) {
    case 'late':
      return props.lines.length > 0 ? delayNotice.back(order) : delayNotice.late(order);
    case 'moved':
      return delayNotice.moved(order);
    case 'back':
      return delayNotice.back(order);
    case 'same':
      return delayNotice.mended(order);
    case 'over':
      return delayNotice.over(order);
  }
};

/** A date that moved earlier says nothing of units that wait again. */
const alsoBack = (props: Props): string =>
  matterOf(props) === 'moved' && props.lines.length > 0
    ? props.words.say.delayNotice.back({ order: props.order.number })
    : '';

const reason = (props: Props): string => {
  const said = cut(props.change?.reason ?? '', 500);
  return said === '' || !isOpen(props) || moveIn(props) === 'same'
    ? ''
    : props.words.say.delayNotice.reason({ reason: said });
};

/** The dates side by side if one has moved, else the one that stands. */
const when = (props: Props) => {
  const { change, promise, words } = props;
  const { delayNotice } = words.say;
  if (change === null || moveIn(props) === 'same') return details(props, [promiseDetail(props)]);
  const before = { label: delayNotice.before(), value: words.day(change.before) };
  // There is no new date to name where none stands, or the one that stands has passed.
  const now =
    promise.is === 'none' || promise.is === 'past'
      ? promiseDetail(props)
      : { label: delayNotice.now(), value: words.day(promise.on) };
  return dates(props, { before, now });
};

const outlook = (props: Props): string => {
  const { promise, words } = props;
  const { delayNotice, standing } = words.say;
  if (!isOpen(props)) return '';
  const isSame = moveIn(props) === 'same';
  if (promise.is === 'none') return isSame ? delayNotice.undated() : delayNotice.noNewDate();
  const day = words.day(promise.on);
  if (promise.is === 'past')
    return isSame ? delayNotice.dateStandsLate({ day }) : delayNotice.newDatePast({ day });
  return isSame ? delayNotice.dateStands({ day }) : standing.dateHolds();
};

const place = ({ units, words }: Props): string =>
  units.waiting > 0 ? words.say.delayNotice.placeKept() : '';

export const PreviewProps = {
  ...example,
  promise: { is: 'ahead', on: '2027-02-05', days: 40 },
  lines: [lamp],
  change: { before: '2027-01-15', reason: 'The ship with the brass is held up at sea.' },
  notice: null,
} satisfies Props;

export const previews: Record<string, Props> = noticePreviews(PreviewProps);

export default Object.assign(DelayNotice, { PreviewProps });
