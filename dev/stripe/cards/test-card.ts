import type { CardChecks } from '../records/payment-method.ts';

/** A card of Stripe's test set and how it behaves when it is charged. */
export type TestCard = {
  brand: string;
  last4: string;
  funding: 'credit' | 'debit' | 'prepaid';
  /** Where it was issued; the United States unless told. */
  country?: string;
  /** A second network that it is branded with. */
  coBrand?: string;
  /** The decline code of every charge. */
  decline?: string;
  /** Declined before the bank is asked. */
  blocked?: boolean;
  risk?: 'elevated' | 'highest';
  /** When the bank asks for 3D Secure; `unless-set-up` is meant for payments off-session. */
  authenticate?: 'always' | 'unless-set-up' | 'on-session';
  /** A decline that already the set-up of the card meets. */
  declinesSetup?: boolean;
  /** What follows once its money is taken. */
  dispute?: { reason: string; inquiry?: boolean; times?: number };
  fraudWarning?: boolean;
  /** How its refunds end, a moment after they were made. */
  refundEnds?: 'succeeded' | 'failed';
  checks?: Partial<CardChecks>;
};

/**
 * Whether the bank wants the customer present before it approves. On-session a card that has been
 * set up is asked for all the same.
 */
export const mustAuthenticate = (
  card: TestCard,
  { setUp, offSession }: { setUp: boolean; offSession: boolean },
): boolean => {
  if (card.authenticate === 'unless-set-up') return !offSession || !setUp;
  return card.authenticate === 'always' || (card.authenticate === 'on-session' && !offSession);
};
