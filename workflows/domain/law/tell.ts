import { closeAttention } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import type { MailDecision } from '../backorder/fact.ts';
import type { Notice } from '../backorder/law.ts';
import type { OwedMail, OwedOf, SaidInLaw } from '../backorder/mail.ts';
import type { Instant } from '../time.ts';
import { lawOf } from './facts.ts';
import { tellAnew } from './tell-anew.ts';
import { ask, withLaw } from './with-law.ts';

type DelayNotice = OwedOf<'delay-notice'>;

/**
 * What a notice says in law: as it was begun, else by what is known now. Null when the law does not
 * want it said, its deadline is over, or the clock does not run.
 */
export const saidInLaw = (state: Backorder, mail: DelayNotice): SaidInLaw | null => {
  const { policy, facts } = lawOf(state);
  const { sending } = state.law;
  const common = {
    policy: policy.name,
    isEssential: facts.isEssential,
    isPeriodOver: mail.about.isPeriodOver === true,
  };
  if (sending?.key === mail.key) {
    const { key: _, promiseId: __, ...said } = sending;
    return { ...said, ...common };
  }
  const { promise } = state;
  if (isTooLate(state)) return null;
  if (common.isPeriodOver && !policy.isEndedByLaw) {
    return { ...policy.termsOf(facts, promise?.on ?? null), before: facts.furtherOn, ...common };
  }
  if (mail.about.change === null || !policy.needsNotice(facts, promise?.on ?? null)) return null;
  const { deadlineOn } = policy.standing(facts);
  return {
    ...policy.termsOf(facts, promise?.on ?? null),
    before: mail.about.change.before ?? deadlineOn,
    ...common,
  };
};

/** After a deadline that ends the order a date is only news: a notice would come too late. */
const isTooLate = ({ law }: Backorder): boolean =>
  lawOf({ law }).policy.isEndedByLaw &&
  law.passed !== null &&
  law.passed.deadlineAt === law.clock.deadlineAt;

/** The notice is on its way: what it says stands from now on. */
export const beginNotice = (state: Backorder, mail: OwedMail): Backorder => {
  if (mail.kind !== 'delay-notice' || mail.about.promiseId === null) return state;
  const said = saidInLaw(state, mail);
  if (said === null) return state;
  const { policy: _, isEssential: __, isPeriodOver: ___, ...terms } = said;
  const { key } = mail;
  return withLaw(state, () => ({
    sending: { ...terms, key, promiseId: mail.about.promiseId ?? '' },
  }));
};

/**
 * A notice that waits for the morning has told nobody: it begins anew then, because what it says
 * depends on what the customer has agreed to meanwhile.
 */
export const putBackNotice = (state: Backorder, key: string): Backorder => {
  if (state.law.sending?.key !== key) return state;
  const owed = state.mail.owed.map((mail) =>
    mail.key === key ? { ...mail, isBegun: false } : mail,
  );
  return withLaw({ ...state, mail: { ...state.mail, owed } }, () => ({ sending: null }));
};

/** The oldest notices are forgotten: the newest count, and the last one that was agreed to. */
const kept = 10;

const withoutOldest = (notices: Notice[]): Notice[] => {
  const recent = notices.slice(-kept);
  const agreed = notices.findLast(isAgreed);
  return agreed === undefined || recent.includes(agreed) ? recent : [agreed, ...recent];
};

const isAgreed = ({ answer, silence }: Notice): boolean =>
  answer === null ? silence === 'consents' : answer.accept;

/**
 * A notice that went out in time is one; after the deadline it is none. 16 CFR 435.2(b)(1). One that
 * its provider refused waits for another address.
 */
export const endNotice = (
  state: Backorder,
  { key, decision, at }: { key: string; decision: MailDecision; at: Instant },
): Backorder => {
  const { sending, clock } = state.law;
  if (sending?.key !== key) return state;
  const { promiseId } = sending;
  const next = withLaw(state, ({ returned }) => ({
    sending: null,
    returned: decision === 'failed' ? { promiseId, key } : returned,
  }));
  const { policy } = lawOf(state);
  const isInTime = !policy.isEndedByLaw || clock.deadlineAt === null || at < clock.deadlineAt;
  if (decision !== 'sent' || !isInTime) return next;
  const notice: Notice = { ...sending, sentAt: at, answer: null, isPast: false };
  const noted = withLaw(next, ({ notices }) => ({
    notices: withoutOldest([...notices, notice]),
    returned: null,
  }));
  return ask(closeAttention(noted, 'notice_due'));
};

/**
 * A notice that came back is none, unless it was answered: whoever answered it had it. Nobody gets it
 * again at that address. If mail goes to another one by then, it is told there at once.
 */
export const takeBackNotice = (state: Backorder, key: string, at: Instant): Backorder => {
  const notice = state.law.notices.find((each) => each.key === key);
  if (notice === undefined) return state;
  const { promiseId, sentAt, answer } = notice;
  const counts = (each: Notice) => each !== notice || answer !== null;
  const without = ask(withLaw(state, ({ notices }) => ({ notices: notices.filter(counts) })));
  const { addressedAt } = state.law;
  return addressedAt !== null && addressedAt >= sentAt
    ? tellAnew(without, at)
    : withLaw(without, () => ({ returned: { promiseId, key } }));
};
