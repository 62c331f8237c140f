import type { NoticeKind, NoticeTerms } from '../backorder/law.ts';
import type { CivilDate } from '../time.ts';

/** What a change costs the promises of all whom it concerns, listed or not. */
export type Toll = {
  /** How many of them hear of it by mail. */
  told: number;
  /** By the notice that the law wants of each; `none`: it wants none. */
  notices: Partial<Record<NoticeKind | 'none', number>>;
  /** How many orders end on each day if none of these customers answers. */
  cancels: Record<CivilDate, number>;
};

export const noToll: Toll = { told: 0, notices: {}, cancels: {} };

/** Of several pages, or shelves, together. */
export const sumOfTolls = (tolls: readonly Toll[]): Toll => {
  const sum = { told: 0, notices: {}, cancels: {} };
  for (const { told, notices, cancels } of tolls) {
    sum.told += told;
    addCounts(sum.notices, notices);
    addCounts(sum.cancels, cancels);
  }
  return sum;
};

export const tollOf = (orders: Iterable<{ isTold: boolean; notice: NoticeTerms | null }>): Toll => {
  const toll = { told: 0, notices: {}, cancels: {} };
  for (const { isTold, notice } of orders) {
    if (isTold) toll.told++;
    addCounts(toll.notices, { [notice?.kind ?? 'none']: 1 });
    const on = endedOn(notice);
    if (on !== null) addCounts(toll.cancels, { [on]: 1 });
  }
  return toll;
};

/** The day with whose end an unanswered notice ends the order; null if it does not. */
export const endedOn = (notice: NoticeTerms | null): CivilDate | null =>
  notice?.silence === 'cancels' ? notice.answerOn : null;

const addCounts = (
  to: Record<string, number>,
  counts: Record<string, number | undefined>,
): void => {
  for (const [name, count = 0] of Object.entries(counts)) to[name] = (to[name] ?? 0) + count;
};
