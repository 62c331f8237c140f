import type { Backorder } from '../backorder/backorder.ts';
import { clearDelays, never } from '../backorder/delays.ts';
import type { SkippedMail } from '../backorder/effect.ts';
import type { Fact } from '../backorder/fact.ts';
import type { HeldMail } from '../backorder/mail.ts';
import { isTerminal, phaseOf } from '../backorder/snapshot.ts';
import { putBackNotice } from '../law/tell.ts';
import type { Instant } from '../time.ts';

/** The mail waits. If what held it has changed since it was asked, it is decided again at once. */
export const hold = (
  state: Backorder,
  { key, kind, dueAt, until, reason, askedAt, at }: Extract<Fact, { type: 'MessageHeld' }>,
): Backorder => {
  const { held, reconsideredAt } = state.mail;
  const hasChanged =
    reason === 'on_hold'
      ? !state.isSuspended
      : reconsideredAt !== null && reconsideredAt >= askedAt;
  const mail = { key, kind, dueAt, until: hasChanged ? at : until, reason };
  const others = held.filter((each) => each.key !== key);
  const waiting = putBackNotice(state, key);
  const next = { ...waiting, mail: { ...waiting.mail, held: [...others, mail] } };
  return clearDelays(next, ({ type, subject }) => type === 'sendMail' && subject === key);
};

/** The customer has changed their wishes, which may let mail go out now or not at all. */
export const reconsider = (state: Backorder, at: Instant): Backorder => {
  const next = endHolds(state, at, ({ reason }) => reason !== 'on_hold');
  return { ...next, mail: { ...next.mail, reconsideredAt: at } };
};

/** An operator let the order go on. */
export const resumeHeld = (state: Backorder, at: Instant): Backorder =>
  endHolds(state, at, ({ reason }) => reason === 'on_hold');

const endHolds = (
  state: Backorder,
  at: Instant,
  isOver: (mail: HeldMail) => boolean,
): Backorder => ({
  ...state,
  mail: {
    ...state.mail,
    held: state.mail.held.map((mail) =>
      isOver(mail) && mail.until > at ? { ...mail, until: at } : mail,
    ),
  },
});

/** Whether the mail still waits. */
export const isHeld = ({ mail }: Backorder, key: string, at: Instant): boolean =>
  mail.held.some((each) => each.key === key && each.until > at);

/** When a held mail is decided again; undefined if it is not held, or not by a clock. */
export const heldUntil = ({ mail }: Backorder, key: string): Instant | undefined => {
  const until = mail.held.find((each) => each.key === key)?.until;
  return until === never ? undefined : until;
};

/** Held mail that nothing owes or plans any more, because the order ended or was planned anew. */
export const abandoned = (state: Backorder): SkippedMail[] => {
  const { held, owed, timetable } = state.mail;
  if (timetable === null) return [];
  const known = new Set([...owed, ...timetable].map(({ key }) => key));
  const reason = isTerminal(phaseOf(state.stock)) ? 'order_closed' : 'superseded';
  return held
    .filter(({ key }) => !known.has(key))
    .map(({ key, kind, dueAt }) => ({ key, kind, dueAt, reason }));
};
