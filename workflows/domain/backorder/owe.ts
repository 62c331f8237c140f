import type { Instant } from '../time.ts';
import type { Backorder } from './backorder.ts';
import type { AboutOf, OwedMail, ServiceKind } from './mail.ts';

/** Owes the customer a service mail. Changes nothing if its key is owed already. */
export const owe = <K extends ServiceKind>(
  state: Backorder,
  mail: { key: string; kind: K; dueAt: Instant; about: AboutOf[K] },
): Backorder => {
  if (state.mail.owed.some(({ key }) => key === mail.key)) return state;
  const owed = [...state.mail.owed, { ...mail, isBegun: false } as unknown as OwedMail];
  return { ...state, mail: { ...state.mail, owed } };
};
