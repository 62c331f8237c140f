import type { CivilDate, Instant } from '../time.ts';
import { type Looks, noLooks, wantAnother } from './look-counter.ts';

/** The payment method that a backorder charges: as much of it as the plan needs. */
export type Card = {
  /** The provider's id; null when nothing is left to charge. */
  methodId: string | null;
  /** The card's last valid day. A new day or a new fingerprint shows a replacement card. */
  expiresOn: CivilDate | null;
  fingerprint: string | null;
  trouble: Trouble | null;
  /**
   * The customer, who has units set aside, was told of trouble with the card before this one. They
   * have not been told yet that it is over.
   */
  isProblemTold: boolean;
  looks: Looks;
  /** Key of the mail that told the customer that this card expires before the promise. */
  expiryToldBy: string | null;
};

/** A form at the provider where the customer can enter another card. */
export type CardOffer = { offerId: string; isOpen: boolean; looks: Looks };

/** A card as the provider shows it. `isUsable`: it still belongs to the customer there. */
export type CardSeen = {
  methodId: string;
  expiresOn: CivilDate | null;
  fingerprint: string | null;
  isUsable: boolean;
};

/** A card that we have not looked at yet. Its count of looks goes on from the card before. */
export const newCard = (methodId: string | null, looks: Looks = noLooks): Card => ({
  methodId,
  expiresOn: null,
  fingerprint: null,
  trouble: null,
  isProblemTold: false,
  looks: wantAnother(looks),
  expiryToldBy: null,
});

/** Whether the customer was told of card trouble that no payment has ended yet. */
export const isInTrouble = ({ trouble, isProblemTold }: Card): boolean =>
  isProblemTold || (trouble !== null && trouble.told.length > 0);

/** Whether the method stands for a new card now, because the bank has replaced the old one. */
export const isReplaced = (card: Card, seen: CardSeen): boolean =>
  (card.expiresOn !== null && seen.expiresOn !== card.expiresOn) ||
  (card.fingerprint !== null && seen.fingerprint !== card.fingerprint);

/** Whether we must never try this card again, whatever the customer says. */
export const isFinal = (kind: ProblemKind): boolean => kind === 'hard' || kind === 'fraud';

/** Why an authorisation failed: just enough to decide what follows. */
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
  /** How often we tried the card, the first time included. */
  tries: number;
  /** For each subject, the reason that the customer was told last, and the key of that mail. */
  told: { key: string; subject: string; reason: ProblemReason }[];
};
