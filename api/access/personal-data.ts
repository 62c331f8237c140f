import type { Principal } from '../http/env.ts';
import type { Scope } from './auth.ts';

/** Those who take orders in, and those who speak with customers. */
const seers: readonly Scope[] = ['checkout', 'support', 'admin'];

/**
 * Whether a caller is answered whom an order is for: addresses, names, what mails say, and the
 * customer's link, with which anybody can cancel.
 */
export const seesPersonalData = ({ scopes }: Pick<Principal, 'scopes'>): boolean =>
  seers.some((scope) => scopes.includes(scope));
