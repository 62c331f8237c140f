import { endOfDay } from '../../workflows/calendar/legal-days.ts';
import { classify } from '../../workflows/domain/promise/classify.ts';
import { endedOn } from '../../workflows/domain/promise/toll.ts';
import type { CivilDate, Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { Broken } from '../schema/promise/supply-changes.ts';
import { listJudged } from './judged.ts';

/** A promise that breaks, before it is known what that means in law. */
export type BrokenDate = Pick<Broken, 'orderId' | 'from' | 'to' | 'basis'>;

/** Says of each what its customer will be told, and what follows if they say nothing. */
export const withNotices = async (sql: Sql, broken: readonly BrokenDate[]): Promise<Broken[]> => {
  const judged = await listJudged(
    sql,
    broken.map(({ orderId }) => orderId),
  );
  const endOf = createEnds();
  return broken.map((each) => {
    const law = judged.get(each.orderId);
    if (law === undefined) throw new Error(`no order ${each.orderId}`);
    const { isTold, notice } = classify(law, { known: each.from, on: each.to, isSupply: true });
    const answerBy = endOf(notice?.answerOn ?? null, law.timeZone);
    const cancelledAt = endOf(endedOn(notice), law.timeZone);
    return { ...each, notice, isTold, answerBy, cancelledAt };
  });
};

/** The end of a day in a zone. Thousands of orders share a few of them, and each takes a while. */
export const createEnds = () => {
  const known = new Map<string, Instant>();
  return (on: CivilDate | null, timeZone: string): Instant | null => {
    if (on === null) return null;
    const key = `${on} ${timeZone}`;
    const end = known.get(key) ?? endOfDay(on, timeZone);
    known.set(key, end);
    return end;
  };
};
