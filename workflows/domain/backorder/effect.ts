import type { CivilDate, Instant } from '../time.ts';
import type { LawQuestion } from './law.ts';
import type { OutgoingMail } from './mail.ts';
import type { SkipReason } from './mail-reason.ts';
import type { MessageKind } from './message-kind.ts';
import type { StockAct } from './stock-act.ts';

/** Something to do outside the workflow. Its type is the name of the activity that does it. */
export type Effect = StockEffect | MoneyEffect | CardEffect | SearchEffect | MailEffect | LawEffect;

/** Each lane does one effect at a time. No lane waits for another. */
export const lanes = ['stock', 'money', 'mail', 'law'] as const;

export type Lane = (typeof lanes)[number];

/**
 * Tells one effect from another: two effects of the same name are the same work. `subject`: the id
 * of the thing it acts on. `turn`: tells later effects of the same kind apart, such as looks.
 */
export type EffectName = { type: Effect['type']; subject: string; turn: string };

type Named = { subject: string; turn: string };

export type StockEffect = { lane: 'stock' } & Named &
  (
    | { type: 'applyStockAct'; act: StockAct }
    | { type: 'makeUnitsFirm'; leaseId: string }
    /** Makes these leases one: the first of them, which is the oldest, gets all units. */
    | { type: 'joinLeases'; leaseIds: string[] }
    /** `bar`: the order keeps its place, but gets no units until its payment changes. */
    | { type: 'endLease'; leaseId: string; bar: 'payment' | null }
    /** Ends the bar: the order takes part in the queue again, at the place it always had. */
    | { type: 'rejoinQueue' }
  );

export type MoneyEffect = { lane: 'money'; intentId: string } & Named &
  (
    | { type: 'authorizePayment'; leaseId: string; amount: number; methodId: string | null }
    | { type: 'capturePayment'; amount: number }
    | { type: 'voidHold' }
    /** `upTo`: the sum of all our refunds of the intent, this one included. */
    | { type: 'refundPayment'; amount: number; upTo: number }
    /** Reads the intent at the provider. `look`: how many reasons to look are known by then. */
    | { type: 'lookAtIntent'; look: number }
  );

/** Questions to the provider about the card itself. They share the money lane. */
export type CardEffect = { lane: 'money' } & Named &
  (
    | { type: 'lookAtCard'; methodId: string; look: number }
    | { type: 'offerCard'; offerId: string }
    /** `methodId`: the card that pays now. */
    | { type: 'lookAtOffers'; offerId: string; look: number; methodId: string | null }
  );

/**
 * Reads all that the provider has of the order, before it is asked for anything again. `known`: the
 * intents of the state that started anew.
 */
export type SearchEffect = { lane: 'money' } & Named & {
    type: 'findIntents';
    known: KnownIntent[];
  };

/** `isAnswered`: its authorisation has an answer. `refundedByUs`: minor units. */
export type KnownIntent = { intentId: string; isAnswered: boolean; refundedByUs: number };

export type MailEffect = { lane: 'mail' } & Named &
  (
    | ({ type: 'sendMail'; message: OutgoingMail; next: TimetableQuestion | null } & MailLimits)
    | { type: 'recordSkippedMail'; messages: SkippedMail[] }
    | ({ type: 'planMail' } & TimetableQuestion)
  );

export type LawEffect = { lane: 'law' } & Named &
  /** Works out the days of the law at ship-to. */
  (
    | { type: 'planLaw'; question: number; asked: LawQuestion }
    /**
     * States another promise, because this day cannot be met any more: a few days later if all units
     * are set aside, else what supply gives, else none. `unlessInTime`: not if units or supply are there
     * in time; a person is asked then.
     */
    | { type: 'foreseeDelay'; on: CivilDate; isSetAside: boolean; unlessInTime: boolean }
    /** Waits until nothing that the customer said before then is still on its way to us. */
    | { type: 'hearCustomer'; deadlineAt: Instant }
  );

/** What the gate has to know of a mail's order. */
export type MailLimits = {
  /** From then on the mail makes no sense any more; null for service mail. */
  until: Instant | null;
  /** A notice that is early may wait for the morning before then; null if it may not wait. */
  deadlineAt: Instant | null;
  isSuspended: boolean;
};

/** What the timetable depends on, besides the customer's time zone. */
export type TimetableQuestion = {
  planNumber: number;
  placedAt: Instant;
  promise: { on: CivilDate | null };
  confirmedAt: Instant | null;
  lastRelationshipAt: Instant | null;
  lastExcitementAt: Instant | null;
};

export type SkippedMail = { key: string; kind: MessageKind; dueAt: Instant; reason: SkipReason };
