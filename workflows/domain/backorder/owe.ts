import type { Backorder } from './backorder.ts';
import type { OwedMail } from './mail.ts';

/** Adds a service mail to what the customer is owed; the same key is owed once. */
export const owe = (state: Backorder, mail: OwedMail): Backorder =>
  state.mail.owed.some(({ key }) => key === mail.key)
    ? state
    : { ...state, mail: { ...state.mail, owed: [...state.mail.owed, mail] } };
