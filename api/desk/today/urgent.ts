import type { Sql } from '../../../db/client.ts';
import { type DueRow, listDue } from '../../../db/desk/today/attention.ts';
import { listTimed, type TimedRow } from '../../../db/desk/today/timed.ts';
import { zoneAtShipTo } from '../../../workflows/calendar/ship-to-day.ts';
import { attentionWords } from '../../../workflows/domain/desk/attention-words.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { happensTo } from './timed-lists.tsx';

/** Something of one order that is to be answered by then. */
export type Urgent = { orderId: string; at: Instant; zone: string; words: string[] };

export const shownUrgent = 10;

/** What has to be answered first, in the order of its days; what is late comes before. */
export const listUrgent = async (sql: Sql, now: Instant): Promise<Urgent[]> => {
  const at = { now, after: null, limit: shownUrgent };
  const deadlines = await listTimed(sql, 'deadlines', at);
  const notices = await listTimed(sql, 'notices', at);
  const holds = await listTimed(sql, 'holds', at);
  const refunds = await listTimed(sql, 'refunds', at);
  const due = await listDue(sql, shownUrgent);
  return nearest([
    ...due.flatMap(ofDue),
    ...deadlines.map((row) => of(row, row.at, deadlineWords(row))),
    ...notices.flatMap(ofNotice),
    ...refunds.map((row) => of(row, row.at, 'A refund is to be sent by then.')),
    ...holds.map((row) => of(row, row.at, 'The hold on the card ends.')),
  ]);
};

/** One line for what an order has to do with at one moment, each thing said once. */
export const nearest = (all: readonly Urgent[]): Urgent[] => {
  const lines = new Map<string, Urgent>();
  for (const one of all) {
    const key = `${one.at} ${one.orderId}`;
    const words = [...(lines.get(key)?.words ?? []), ...one.words];
    lines.set(key, { ...one, words: [...new Set(words)] });
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line)
    .slice(0, shownUrgent);
};

type Place = Pick<TimedRow, 'orderId' | 'country' | 'region' | 'postalCode'>;

const of = (row: Place, at: Instant, words: string): Urgent => ({
  ...{ orderId: row.orderId, at, zone: zoneAtShipTo(row), words: [words] },
});

const ofDue = (row: DueRow): Urgent[] =>
  row.items.flatMap(({ code, dueAt }) =>
    dueAt === undefined ? [] : [of(row, dueAt, `${attentionWords[code].title}.`)],
  );

const deadlineWords = (row: TimedRow): string => {
  const happens = happensTo(row);
  return `The deadline of the law ends.${happens === null ? '' : ` By itself: ${happens}.`}`;
};

/** Where silence does nothing, a notice may be answered at any time. */
const ofNotice = (row: TimedRow): Urgent[] => {
  const answerBy = row.lawState?.clock.answerBy ?? null;
  if (answerBy === null || row.law.silence === 'none') return [];
  const words =
    row.law.silence === 'cancels'
      ? 'The last day to answer a notice: silence cancels the order.'
      : 'The last day to answer a notice: silence counts as consent.';
  return [of(row, answerBy, words)];
};
