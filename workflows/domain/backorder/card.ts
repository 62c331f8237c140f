import type { CivilDate, Instant } from '../time.ts';
import { type Looks, noLooks, wantAnother } from './look-counter.ts';

/** The payment method that a backorder charges, as far as its plan depends on it. */
export type Card = {
  /** The provider's id; null when nothing is left to be charged. */
  methodId: string | null;
  /** The last day on which it is valid, and what tells a replaced card from the one before. */
  expiresOn: CivilDate | null;
  fingerprint: string | null;
  trouble: Trouble | null;
  /** Who waits for kept units was told of trouble with the card before, not yet of its end. */
  isProblemTold: boolean;
  looks: Looks;
  /** The mail that told the customer that it expires too early. */
  expiryToldBy: string | null;
};

/** A form at the provider with which the customer gives another card. */
export type CardOffer = { offerId: string; isOpen: boolean; looks: Looks };

/** What the provider says of a card. `isUsable`: it still belongs to the customer. */
export type CardSeen = {
  methodId: string;
  expiresOn: CivilDate | null;
  fingerprint: string | null;
  isUsable: boolean;
};

/** A card nobody has looked at yet; the looks at the one before are counted on. */
export const newCard = (methodId: string | null, looks: Looks = noLooks): Card => ({
  methodId,
  expiresOn: null,
  fingerprint: null,
  trouble: null,
  isProblemTold: false,
  looks: wantAnother(looks),
  expiryToldBy: null,
});

/** Whether the customer was told of trouble that has not ended in a payment yet. */
export const isInTrouble = ({ trouble, isProblemTold }: Card): boolean =>
  isProblemTold || (trouble !== null && trouble.told.length > 0);

/** Whether the provider has another card for the same method: the bank has sent it a new one. */
export const isReplaced = (card: Card, seen: CardSeen): boolean =>
  (card.expiresOn !== null && seen.expiresOn !== card.expiresOn) ||
  (card.fingerprint !== null && seen.fingerprint !== card.fingerprint);

/** Never again with that very card, whatever the customer says. */
export const isFinal = (kind: ProblemKind): boolean => kind === 'hard' || kind === 'fraud';

/** Why an authorisation did not come about, as far as it decides what follows. */
export type ProblemKind = DeclineKind | 'authentication' | 'removed';

/**
 * What the bank's or the provider's no means for the same card. `hard`: never again. `expired`:
 * wait for a new card. `soft`: it may pass later. `fraud`: a bank or the provider suspects it, so
 * never again, and the customer is never told why.
 */
export type DeclineKind = 'soft' | 'hard' | 'expired' | 'fraud';

/** As much as a customer is told; why a bank says no stays with us. */
export const problemReasons = ['declined', 'expired', 'authentication', 'removed'] as const;

export type ProblemReason = (typeof problemReasons)[number];

/** What stands between a card and the next authorisation. */
export type Trouble = {
  kind: ProblemKind;
  firstAt: Instant;
  lastAt: Instant;
  /** How often the card was asked, the first time included. */
  tries: number;
  /** What the customer was told of it last, for each subject, and the mail that did. */
  told: { key: string; subject: string; reason: ProblemReason }[];
};
