import { raise } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import { forget } from '../backorder/delays.ts';
import type { Fact, MailFact } from '../backorder/fact.ts';
import { classOf } from '../backorder/message-kind.ts';

export const evolveMail = (state: Backorder, fact: Extract<Fact, MailFact>): Backorder => {
  if (fact.type === 'TimetableMade') {
    if (fact.planNumber !== state.mail.planNumber) return state;
    const made = { ...state, mail: { ...state.mail, timetable: fact.entries } };
    return forget(made, (key) => key.startsWith('timetable:'));
  }
  const told = { ...state, mail: settled(state, fact) };
  const next = forget(told, (key) => key === fact.key || key === `skip:${fact.key}`);
  if (fact.decision === 'failed') return raise(next, 'mail_failed', fact.at);
  if (fact.decision === 'unknown') return raise(next, 'mail_unknown', fact.at);
  return next;
};

type Settled = Extract<Fact, { type: 'MessageSettled' }>;

const settled = ({ mail, promise }: Backorder, { key, kind, decision, at }: Settled) => {
  const owed = mail.owed.filter((message) => message.key !== key);
  const left = mail.timetable?.filter((message) => message.key !== key) ?? null;
  const exhausted = left?.length === 0 && mail.timetable?.length === 1 && promise?.on == null;
  const heard = decision === 'sent';
  const relationship = heard && classOf(kind) === 'relationship';
  return {
    ...mail,
    owed,
    timetable: exhausted ? null : left,
    planNumber: exhausted ? mail.planNumber + 1 : mail.planNumber,
    confirmedAt: heard && kind === 'confirmation' ? at : mail.confirmedAt,
    lastRelationshipAt: relationship ? at : mail.lastRelationshipAt,
    lastExcitementAt: heard && kind === 'excitement' ? at : mail.lastExcitementAt,
  };
};
