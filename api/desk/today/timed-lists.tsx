import {
  countTimed,
  listTimed,
  type TimedKind,
  type TimedRow,
} from '../../../db/desk/today/timed.ts';
import { zoneAtShipTo } from '../../../workflows/calendar/ship-to-day.ts';
import { attentionWords } from '../../../workflows/domain/desk/attention-words.ts';
import { policyWords, silenceWords } from '../../../workflows/domain/desk/law-words.ts';
import { phaseWords } from '../../../workflows/domain/desk/phase-words.ts';
import { atStart } from '../../../workflows/domain/desk/sentence.ts';
import { aheadOf } from '../../../workflows/domain/law/ahead.ts';
import { addMs, type Instant } from '../../../workflows/domain/time.ts';
import { Badge } from '../parts/badge.tsx';
import { OrderLink } from '../parts/order-link.tsx';
import { Day, Until, When } from '../parts/when.tsx';
import { phaseTones } from '../parts/words.ts';
import { aheadWords } from './ahead-words.ts';
import { type ListColumn, most, type TodayList } from './list.ts';

type Columns = (base: string) => ListColumn<TimedRow>[];

const order = (base: string): ListColumn<TimedRow> => ({
  head: 'Order',
  isHead: true,
  cell: ({ orderId }) => <OrderLink base={base} orderId={orderId} />,
  text: ({ orderId }) => orderId,
});

const phase: ListColumn<TimedRow> = {
  head: 'Phase',
  cell: (row) => <Badge tone={phaseTones[row.phase]}>{phaseWords[row.phase]}</Badge>,
  text: (row) => row.phase,
};

const until = (head: string): ListColumn<TimedRow> => ({
  head,
  cell: (row) => <Until at={row.at} zone={zoneAtShipTo(row)} />,
  text: ({ at }) => at,
});

const timed = (
  name: TimedKind,
  list: Pick<TodayList<TimedRow>, 'title' | 'about' | 'none'> & { columns: Columns },
): TodayList<TimedRow> => ({
  ...list,
  name,
  keyOf: ({ orderId }) => orderId,
  positionOf: ({ at, orderId }) => [at, orderId],
  count: (sql, now) => countTimed(sql, name, { now, most: most + 1 }),
  page: (sql, { now, after, limit }) =>
    listTimed(sql, name, { now, limit, after: after && { at: after[0], orderId: after[1] } }),
});

/** What comes next by itself; null while it is worked out anew. */
export const happensTo = ({ lawState }: TimedRow): string | null => {
  const next = lawState && aheadOf({ law: lawState });
  return next ? aheadWords[next.happens] : null;
};

const happens: ListColumn<TimedRow> = {
  head: 'If nobody acts',
  cell: (row) => happensTo(row) ?? <span className="muted">being worked out</span>,
  text: happensTo,
};

export const deadlines = timed('deadlines', {
  title: 'Legal deadlines of the next 72 hours',
  about:
    'The days by which the law wants goods sent, or the customer told. They are the days at ship-to, and each order does by itself what stands beside it.',
  none: 'No legal deadline ends within 72 hours.',
  columns: (base) => [
    order(base),
    until('Ends'),
    {
      head: 'Law of',
      cell: ({ law }) => atStart(policyWords[law.policy]),
      text: ({ law }) => law.policy,
    },
    happens,
    phase,
  ],
});

export const notices = timed('notices', {
  title: 'Notices without an answer',
  about:
    'Customers who were told of a delay and may still answer. If they have not by the end of the last day, what stands beside it follows.',
  none: 'No notice waits for an answer.',
  columns: (base) => [
    order(base),
    {
      head: 'Last day to answer',
      cell: ({ law }) => <Day on={law.notice?.answerOn ?? null} none="any time" />,
      text: ({ law }) => law.notice?.answerOn ?? null,
    },
    {
      head: 'No answer',
      cell: ({ law }) => atStart(silenceWords[law.silence]),
      text: ({ law }) => law.silence,
    },
    {
      head: 'Told on',
      cell: (row) => row.law.notice && <When at={row.law.notice.sentAt} zone={zoneAtShipTo(row)} />,
      text: ({ law }) => law.notice?.sentAt ?? null,
    },
    {
      head: 'New date',
      cell: ({ law }) => <Day on={law.notice?.newOn ?? null} />,
      text: ({ law }) => law.notice?.newOn ?? null,
    },
    phase,
  ],
});

export const holds = timed('holds', {
  title: 'Authorisations that end within 72 hours',
  about:
    'Money that is held on a card until then. It is captured when the goods go, or authorised anew before the hold ends; what ships later than that is charged for the first time.',
  none: 'No authorisation ends within 72 hours.',
  columns: (base) => [order(base), until('Hold ends'), phase],
});

/** Whether there is still time, in the order's own. */
const isInTime = ({ at, skippedMs }: TimedRow): boolean => at >= addMs(nowAt(), skippedMs);

const nowAt = (): Instant => new Date().toISOString();

export const refunds = timed('refunds', {
  title: 'Refunds that are owed',
  about:
    'Money to be sent back, and the day by which the law wants that. One that we can send goes out by itself; one that the shop holds, or that failed, needs a person.',
  none: 'No refund is owed.',
  columns: (base) => [
    order(base),
    until('To be sent by'),
    {
      head: 'In time',
      cell: (row) =>
        isInTime(row) ? <Badge tone="good">In time</Badge> : <Badge tone="bad">Late</Badge>,
      text: (row) => (isInTime(row) ? 'yes' : 'no'),
    },
    {
      head: 'Waits for a person',
      cell: ({ attention }) =>
        ofRefunds(attention).map(({ code }) => <div key={code}>{attentionWords[code].title}</div>),
      text: ({ attention }) =>
        ofRefunds(attention)
          .map(({ code }) => code)
          .join(' '),
    },
    phase,
  ],
});

const ofRefunds = (attention: TimedRow['attention']): TimedRow['attention'] =>
  attention.filter(({ code }) => code === 'refund_failed' || code === 'refund_wanted');
