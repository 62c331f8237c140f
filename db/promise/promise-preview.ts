import type { NoticeTerms } from '../../workflows/domain/backorder/law.ts';
import { classify } from '../../workflows/domain/promise/classify.ts';
import type { CivilDate, Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import { listJudged } from './judged.ts';
import { promisedDates } from './project-shelf.ts';
import { createEnds } from './with-notices.ts';

/** What another promise by hand would mean for one order. */
export type PromisePreview = {
  from: CivilDate | null;
  to: CivilDate | null;
  isTold: boolean;
  notice: NoticeTerms | null;
  answerBy: Instant | null;
  /** As it would be from then on. */
  deadlineAt: Instant | null;
};

/** Nothing is written. Undefined when there is no such order. */
export const previewPromise = async (
  sql: Sql,
  orderId: string,
  on: CivilDate | null,
): Promise<PromisePreview | undefined> => {
  const judged = (await listJudged(sql, [orderId])).get(orderId);
  if (judged === undefined) return undefined;
  const from = (await promisedDates(sql, [{ orderId }])).get(orderId) ?? null;
  const { isTold, notice } = classify(judged, { known: from, on, isSupply: false });
  const { policy, facts, timeZone } = judged;
  const { deadlineOn } = notice ?? policy.standing(facts);
  const endOf = createEnds();
  return {
    ...{ from, to: on, isTold, notice },
    answerBy: endOf(notice?.answerOn ?? null, timeZone),
    deadlineAt: endOf(deadlineOn, timeZone),
  };
};
