import { raise } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import { clearDelays } from '../backorder/delays.ts';
import type { Fact, MailFact } from '../backorder/fact.ts';
import { classOf, type MessageKind } from '../backorder/message-kind.ts';
import { beginNotice, endNotice } from '../law/tell.ts';
import { noteTold, noteUntold } from '../payment/dunning/tell.ts';
import type { Instant } from '../time.ts';
import { hold, reconsider } from './held.ts';
import { reasonToSkip } from './skip-reason.ts';
import { leaveOut } from './tell-charge.ts';
import { noteUndelivered } from './undelivered.ts';

export const evolveMail = (state: Backorder, fact: Extract<Fact, MailFact>): Backorder => {
  switch (fact.type) {
    case 'MailBegun':
      return beginMail(state, fact);
    case 'TimetableMade': {
      if (fact.planNumber !== state.mail.planNumber) return state;
      const made = { ...state, mail: { ...state.mail, timetable: fact.entries } };
      return clearDelays(made, ({ type }) => type === 'planMail');
    }
    case 'MessageDecided':
      return decide(state, fact);
    case 'MailUndelivered':
      return noteUndelivered(state, fact);
    case 'MessageHeld':
      return hold(state, fact);
    case 'MailReconsidered':
      return reconsider(state, fact.at);
  }
};

/** The mail's words stand from now on, and the customer may have read them. */
const beginMail = (
  state: Backorder,
  { key, isCharged }: Extract<Fact, { type: 'MailBegun' }>,
): Backorder => {
  const mail = state.mail.owed.find((each) => each.key === key);
  if (mail === undefined || mail.isBegun) return state;
  const begun = withBegun(
    mail.kind === 'shipped' && !isCharged ? leaveOut(state, key) : state,
    key,
  );
  if (mail.kind === 'payment-problem') return noteTold(begun, mail);
  if (mail.kind === 'delay-notice') return beginNotice(begun, mail);
  return mail.kind === 'card-expiring'
    ? { ...begun, card: { ...begun.card, expiryToldBy: key } }
    : begun;
};

const withBegun = (state: Backorder, key: string): Backorder => ({
  ...state,
  mail: {
    ...state.mail,
    owed: state.mail.owed.map((mail) => (mail.key === key ? { ...mail, isBegun: true } : mail)),
  },
});

const decide = (state: Backorder, fact: Decided): Backorder => {
  const { key, kind, decision, at } = fact;
  const isBarred = decision === 'skipped' && isNoticeBarred(state, key, at);
  const ended = endNotice(state, { key, decision: isBarred ? 'failed' : decision, at });
  const decided = { ...ended, mail: decideMessage(ended, fact) };
  const next = clearDelays(
    decision === 'skipped' ? takeBack(decided, kind, key) : decided,
    ({ type, subject }) => subject === key && (type === 'sendMail' || type === 'recordSkippedMail'),
  );
  if (isBarred) return raise(next, 'mail_undelivered', at, dueAtOf(next, key));
  if (decision === 'failed') return raise(next, 'mail_failed', at, dueAtOf(next, key));
  if (decision === 'unknown') return raise(next, 'mail_unknown', at, dueAtOfNotice(state, key));
  return next;
};

/** By when a notice that may never have gone out has to be given: it counts for none. */
const dueAtOfNotice = ({ law }: Backorder, key: string): Instant | undefined =>
  law.sending?.key === key ? (law.clock.deadlineAt ?? undefined) : undefined;

/**
 * Whether a notice of the law that makes sense still goes to nobody: the address is outside a trial,
 * or there is none. A person has to reach the customer.
 */
const isNoticeBarred = (state: Backorder, key: string, at: Instant): boolean => {
  const mail = state.mail.owed.find((each) => each.key === key);
  return (
    mail !== undefined &&
    state.law.sending?.key === key &&
    reasonToSkip(state, mail, at) === undefined
  );
};

/** By when a notice that never went out had to be given. */
const dueAtOf = ({ law }: Backorder, key: string): Instant | undefined =>
  law.returned?.key === key ? (law.clock.deadlineAt ?? undefined) : undefined;

/** A skipped mail has told nobody. */
const takeBack = (state: Backorder, kind: MessageKind, key: string): Backorder => {
  if (kind === 'payment-problem') return noteUntold(state, key);
  return state.card.expiryToldBy === key
    ? { ...state, card: { ...state.card, expiryToldBy: null } }
    : state;
};

type Decided = Extract<Fact, { type: 'MessageDecided' }>;

const decideMessage = ({ mail, promise }: Backorder, { key, kind, decision, at }: Decided) => {
  const owed = mail.owed.filter((message) => message.key !== key);
  const left = mail.timetable?.filter((message) => message.key !== key) ?? null;
  const exhausted = left?.length === 0 && mail.timetable?.length === 1 && promise?.on == null;
  const heard = decision === 'sent' || decision === 'merged';
  const relationship = heard && classOf(kind) === 'relationship';
  return {
    ...mail,
    owed,
    held: mail.held.filter((message) => message.key !== key),
    timetable: exhausted ? null : left,
    planNumber: exhausted ? mail.planNumber + 1 : mail.planNumber,
    confirmedAt: heard && kind === 'confirmation' ? at : mail.confirmedAt,
    lastRelationshipAt: relationship ? at : mail.lastRelationshipAt,
    lastExcitementAt: heard && kind === 'excitement' ? at : mail.lastExcitementAt,
  };
};
