import { raise } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import { clearDelays } from '../backorder/delays.ts';
import type { Fact, MailFact } from '../backorder/fact.ts';
import { classOf } from '../backorder/message-kind.ts';

export const evolveMail = (state: Backorder, fact: Extract<Fact, MailFact>): Backorder => {
  if (fact.type === 'TimetableMade') {
    if (fact.planNumber !== state.mail.planNumber) return state;
    const made = { ...state, mail: { ...state.mail, timetable: fact.entries } };
    return clearDelays(made, (key) => key.startsWith('timetable:'));
  }
  const told = { ...state, mail: decideMessage(state, fact) };
  const next = clearDelays(told, (key) => key === fact.key || key === `skip:${fact.key}`);
  if (fact.decision === 'failed') return raise(next, 'mail_failed', fact.at);
  if (fact.decision === 'unknown') return raise(next, 'mail_unknown', fact.at);
  return next;
};

type Decided = Extract<Fact, { type: 'MessageDecided' }>;

const decideMessage = ({ mail, promise }: Backorder, { key, kind, decision, at }: Decided) => {
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
