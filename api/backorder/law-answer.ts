import type { BackorderRow } from '../../db/backorder/read.ts';
import { lawClock, usualLawRules } from '../../workflows/calendar/law-clock.ts';
import type { LawView } from '../../workflows/domain/law/view.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { BackorderAnswer } from './backorder-schema.ts';

type LawAnswer = BackorderAnswer['law'];

/** The law as callers see it. `now` is order time. */
export const lawAnswerOf = (row: BackorderRow, now: Instant): LawAnswer => {
  if (row.view === null) return lawBeforeStart(row, now);
  const { policy, deadlineAt, silence, notice } = row.view.law;
  return { policy, deadlineAt, silence, notice: notice && toNotice(notice, row.noticeId) };
};

const toNotice = (
  { kind, sentAt, newOn, answerBy, answer }: NonNullable<LawView['notice']>,
  id: string | null,
): LawAnswer['notice'] => ({ id, kind, sentAt, newOn, answerBy, answer });

/** Of a backorder whose workflow has not shown itself yet: the same clock that it starts from. */
const lawBeforeStart = (row: BackorderRow, now: Instant): LawAnswer => {
  const { placedAt, askDays, promisedOn, sellerCredit: hasCredit } = row;
  const nothing = { isEssential: false, notices: [], furtherOn: null, grantedOn: null };
  const startedAt = askDays === null ? placedAt : null;
  const { policy, deadlineAt, silence } = lawClock(
    0,
    { ...nothing, startedAt, statedOn: promisedOn, hasCredit, promisedOn },
    { ...usualLawRules, shipTo: row, now },
  );
  return { policy, deadlineAt, silence, notice: null };
};
