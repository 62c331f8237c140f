import type { NoticeKind, PolicyName, Silence } from '../backorder/law.ts';
import type { cancellingParties } from '../backorder/stock-act.ts';

/** Which law an order is under. */
export const policyWords: Record<PolicyName, string> = {
  us: 'United States',
  eu: 'European Union',
  uk: 'United Kingdom',
  strict: 'a country without rules of its own here, by the strictest',
};

const sources: Record<PolicyName, string | null> = {
  us: '16 CFR 435',
  eu: 'Directive 2011/83/EU',
  uk: 'Consumer Rights Act 2015',
  strict: null,
};

/** The same with where it stands. */
export const policyInFull = (policy: PolicyName): string =>
  sources[policy] === null ? policyWords[policy] : `${policyWords[policy]} (${sources[policy]})`;

/** What it does that a customer says nothing; completes "no answer …". */
export const silenceWords: Record<Silence, string> = {
  none: 'changes nothing',
  consents: 'counts as consent',
  cancels: 'cancels the order, and the money goes back',
};

/** What a notice of a delay says. */
export const noticeWords: Record<NoticeKind, string> = {
  first_within_30: 'the first notice of a delay, of 30 days or less',
  first_beyond_30: 'the first notice of a delay, of more than 30 days',
  first_undated: 'the first notice of a delay, without a new date',
  later: 'a further notice of a delay',
  informs: 'a notice of the new date, which asks for no answer',
};

type CancellingParty = (typeof cancellingParties)[number];

/** Who ended an order. */
export const cancellerWords: Record<CancellingParty, string> = {
  customer: 'the customer',
  shop: 'the shop',
  system: 'the system, because the payment, the card or the consent did not come in time',
  law: 'the law, because the customer had agreed to no later date',
};
