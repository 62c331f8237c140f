import { lawClock, usualLawRules } from '../../workflows/calendar/law-clock.ts';
import type {
  LawClock,
  LawQuestion,
  MomentKind,
  NoticeTerms,
  PolicyName,
  Until,
} from '../../workflows/domain/backorder/law.ts';
import { policies } from '../../workflows/domain/law/policy/policies.ts';
import type { LawFacts } from '../../workflows/domain/law/policy/policy.ts';
import type { CivilDate, Instant } from '../../workflows/domain/time.ts';

/** One story of `test/vectors/law`: an order, and what happens to its promise step by step. */
export type Story = {
  title: string;
  cites: string;
  shipTo: { country: string; region?: string; postalCode?: string };
  startedAt: Instant | null;
  statedOn?: CivilDate | null;
  hasCredit?: boolean;
  rules?: { leadDays?: number; mayTell?: boolean };
  steps: Step[];
};

/** At most one act. `accept: null` agrees to the notice's own date; `notice: null` names none. */
export type Step = {
  now?: Instant;
  notice?: CivilDate | null;
  says?: Partial<NoticeTerms>;
  accept?: Until | null;
  bounce?: true;
  grant?: CivilDate;
  further?: CivilDate;
  promise?: CivilDate;
  expect?: Expected;
};

type Expected = {
  policy?: PolicyName;
  startOn?: CivilDate;
  deadlineOn?: CivilDate | null;
  deadlineAt?: Instant | null;
  silence?: LawClock['silence'];
  answerBy?: Instant | null;
  needs?: Record<string, boolean>;
  inTime?: Record<Instant, boolean>;
  moments?: [MomentKind, Instant][];
  momentsOn?: CivilDate;
};

export const questionOf = ({
  startedAt,
  statedOn = null,
  hasCredit = false,
}: Story): LawQuestion => ({
  ...{ startedAt, statedOn, hasCredit, isEssential: false },
  ...{ notices: [], furtherOn: null, grantedOn: null, promisedOn: statedOn },
});

/** The clock as it is worked out where the order goes to. */
export const clockOf = ({ shipTo, rules }: Story, asked: LawQuestion, now: Instant): LawClock => {
  const { country, region = null, postalCode = null } = shipTo;
  const place = { ...usualLawRules, ...rules, shipTo: { country, region, postalCode }, now };
  return lawClock(0, asked, place);
};

/** What the policy of that clock judges by. */
export const factsOf = (asked: LawQuestion, clock: LawClock): LawFacts => {
  const { startedAt: _, promisedOn: __, ...facts } = asked;
  return { ...facts, startOn: clock.startOn };
};

/** The question after an act, with the notice written as the policy would. */
export const afterStep = (asked: LawQuestion, step: Step, clock: LawClock): LawQuestion => {
  if (step.notice !== undefined) return told(asked, step.notice, clock);
  if (step.accept !== undefined) return accepted(asked, step.accept);
  if (step.bounce) return { ...asked, notices: asked.notices.slice(0, -1) };
  if (step.grant !== undefined) {
    const notices = asked.notices.map((notice) => ({ ...notice, isPast: true }));
    return { ...asked, notices, grantedOn: step.grant, promisedOn: step.grant };
  }
  const { further: furtherOn = asked.furtherOn, promise: promisedOn = asked.promisedOn } = step;
  return { ...asked, furtherOn, promisedOn };
};

const told = (asked: LawQuestion, newOn: CivilDate | null, clock: LawClock): LawQuestion => {
  const terms = policies[clock.policy].termsOf(factsOf(asked, clock), newOn);
  const key = `notice-${asked.notices.length + 1}`;
  const sent = { key, promiseId: key, before: null, sentAt: '2026-12-01T12:00:00.000Z' };
  const notice = { ...terms, ...sent, answer: null, isPast: false };
  return { ...asked, promisedOn: newOn, notices: [...asked.notices, notice] };
};

const accepted = (asked: LawQuestion, wanted: Until | null): LawQuestion => {
  const last = asked.notices.at(-1);
  if (last === undefined) throw new Error('nothing to accept');
  const until = wanted ?? last.newOn ?? 'open';
  const answer = { accept: true, until, channel: 'page', at: '2026-12-02T12:00:00.000Z' };
  return { ...asked, notices: [...asked.notices.slice(0, -1), { ...last, answer, isPast: false }] };
};
