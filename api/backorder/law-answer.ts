import type { BackorderRow } from '../../db/backorder/read.ts';
import { firstLawClock, usualLawRules } from '../../workflows/calendar/law-clock.ts';
import { endOfDay } from '../../workflows/calendar/legal-days.ts';
import { zoneAtShipTo } from '../../workflows/calendar/ship-to-day.ts';
import type { LawView } from '../../workflows/domain/law/view.ts';
import type { CivilDate, Instant } from '../../workflows/domain/time.ts';
import type { BackorderAnswer } from './backorder-schema.ts';

type LawAnswer = BackorderAnswer['law'];

/** The law as callers see it. `now` is order time. */
export const lawAnswerOf = (row: BackorderRow, now: Instant): LawAnswer => {
  if (row.view === null) return lawBeforeStart(row, now);
  const { policy, deadlineOn, deadlineAt, silence } = row.view.law;
  return {
    ...{ policy, silence, notice: toNotice(row, row.view.law) },
    deadlineAt: deadlineAt ?? endOf(row, deadlineOn),
  };
};

/** A day is known before the workflow has had its end worked out. */
const endOf = (row: BackorderRow, on: CivilDate | null): Instant | null =>
  on === null ? null : endOfDay(on, zoneAtShipTo(row));

const toNotice = (row: BackorderRow, { notice }: LawView): LawAnswer['notice'] => {
  if (notice === null) return null;
  const { kind, sentAt, newOn, answerOn, answer } = notice;
  return { id: row.noticeId, kind, sentAt, newOn, answerBy: endOf(row, answerOn), answer };
};

/** Of a backorder whose workflow has not shown itself yet: the same clock that it starts from. */
const lawBeforeStart = (row: BackorderRow, now: Instant): LawAnswer => {
  const { placedAt, askDays, promisedOn, sellerCredit: hasCredit } = row;
  const startedAt = askDays === null ? placedAt : null;
  const { policy, deadlineAt, silence } = firstLawClock(
    { startedAt, statedOn: promisedOn, hasCredit, isEssential: false },
    { ...usualLawRules, shipTo: row, now },
  );
  return { policy, deadlineAt, silence, notice: null };
};
