import {
  defineSearchAttributeKey,
  type SearchAttributePair,
  type SearchAttributeUpdatePair,
  type UpdateDefinition,
} from '@temporalio/common';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Backorder, Opening, Promised } from './domain/backorder/backorder.ts';
import type { MessageKind } from './domain/backorder/message-kind.ts';
import type { RefusalCode, Request } from './domain/backorder/request.ts';
import { phaseOf, type Snapshot } from './domain/backorder/snapshot.ts';
import type { EvidenceHead } from './domain/law/evidence.ts';
import type { PaymentHint } from './domain/payment/hint.ts';
import type { Instant } from './domain/time.ts';
import { paymentState } from './domain/view.ts';

export const workflowType = 'backorder';

export const workflowIdOf = (orderId: string): string => `backorder/${orderId}`;

/** Where operators look at the order's workflow. */
export const workflowUrlOf = (
  { temporalUiUrl, temporalNamespace }: { temporalUiUrl: string; temporalNamespace: string },
  orderId: string,
): string =>
  `${temporalUiUrl}/namespaces/${temporalNamespace}/workflows/${encodeURIComponent(workflowIdOf(orderId))}`;

/**
 * A backorder begins with its opening. After continue-as-new it goes on from its state, and after
 * its run was lost from the state that was kept: then not before `resumeAt`, its own time.
 */
export type Start =
  | { opening: Opening }
  /** `evidence`: the head of its chain, as the run before this one knew it. */
  | { state: Backorder; resumeAt?: Instant; evidence?: EvidenceHead | null };

/** The ledger has changed the order's stock. The workflow ignores older snapshots. */
export const stockChanged = defineSignal<[Snapshot]>('stockChanged');

/** Promises that supply has changed, oldest first, and the ledger as it was when they were read. */
export type PromiseMoves = { moves: Promised[]; snapshot: Snapshot };

/** Supply has changed promises. The workflow ignores those it knows, or that nothing waits for. */
export const promiseMoved = defineSignal<[PromiseMoves]>('promiseMoved');

/** Something may have happened at the payment provider: a reason to look there, and no more. */
export const paymentHinted = defineSignal<[PaymentHint]>('paymentHinted');

/**
 * A service mail, by its key, has come back. It may be said more than once; only the first counts.
 */
export const mailUndelivered = defineSignal<[{ key: string }]>('mailUndelivered');

/** The order's evidence has grown by what its workflow does not decide: it asks how far. */
export const evidenceAdded = defineSignal('evidenceAdded');

/** The head of the order's evidence, as the workflow knows it. */
export const evidenceHead = defineQuery<EvidenceHead | null>('evidenceHead');

/** What the customer wants to hear has changed, so held mail is decided again now. */
export const mailReconsidered = defineSignal('mailReconsidered');

export type UpdateAnswer = { refused: RefusalCode | null };

type RequestType = Request['type'];

type Updates = {
  [T in RequestType]: UpdateDefinition<UpdateAnswer, [Extract<Request, { type: T }>]>;
};

/** One Update for each request. A refusal is the failure's type, or `refused` if it kept facts. */
export const updates: Updates = {
  CancelBackorder: defineUpdate('cancelBackorder'),
  ReportShipment: defineUpdate('reportShipment'),
  ChangePromise: defineUpdate('changePromise'),
  ChangeCustomer: defineUpdate('changeCustomer'),
  AnswerNotice: defineUpdate('answerNotice'),
  WithdrawContract: defineUpdate('withdrawContract'),
  SetFurtherPeriod: defineUpdate('setFurtherPeriod'),
  ChangePaymentMethod: defineUpdate('changePaymentMethod'),
  SuspendBackorder: defineUpdate('suspendBackorder'),
  ResumeBackorder: defineUpdate('resumeBackorder'),
  ResolveAttention: defineUpdate('resolveAttention'),
  LookAtPayment: defineUpdate('lookAtPayment'),
  OfferCard: defineUpdate('offerCard'),
  AcceptMandate: defineUpdate('acceptMandate'),
};

/** The Update that carries a request of any type. */
export const updateOf = ({ type }: Request): UpdateDefinition<UpdateAnswer, [Request]> =>
  updates[type] as UpdateDefinition<UpdateAnswer, [Request]>;

const phaseKey = defineSearchAttributeKey('BackorderPhase', 'KEYWORD');
const orderKey = defineSearchAttributeKey('OrderId', 'KEYWORD');
const skusKey = defineSearchAttributeKey('Skus', 'KEYWORD_LIST');
const promisedKey = defineSearchAttributeKey('PromisedOn', 'KEYWORD');
const paymentKey = defineSearchAttributeKey('PaymentState', 'KEYWORD');
const attentionKey = defineSearchAttributeKey('Attention', 'KEYWORD_LIST');

/**
 * What operators can search for and what changes over a backorder's life; null for what there is
 * no more. A civil date is the same day wherever somebody reads it, which no datetime is.
 */
export const changingAttributes = (state: Backorder): SearchAttributeUpdatePair[] => [
  { key: phaseKey, value: phaseOf(state.stock) },
  { key: paymentKey, value: paymentState(state) },
  { key: attentionKey, value: state.attention.map(({ code }) => code) },
  { key: promisedKey, value: state.promise?.on ?? null },
];

/** Temporal refuses search attributes over 2 048 bytes, so we set only the first SKUs that fit. */
const skusBytes = 1_500;

export const openingAttributes = (
  state: Backorder,
  skus: readonly string[],
): SearchAttributePair[] => [
  { key: orderKey, value: state.orderId },
  { key: skusKey, value: firstThatFit(skus, skusBytes) },
  ...changingAttributes(state).filter(isSet),
];

const isSet = (pair: SearchAttributeUpdatePair): pair is SearchAttributePair => pair.value !== null;

const firstThatFit = (skus: readonly string[], bytes: number): string[] => {
  let left = bytes;
  return [...new Set(skus)].filter((sku) => {
    left -= new TextEncoder().encode(sku).length + 3;
    return left >= 0;
  });
};

export const reconciliationType = 'reconciliation';

/** How much a comparison of the books has read, and how many differences it found. */
export type ReconciliationReport = { intents: number; orders: number; differences: number };

/** The activity that compares the books. Called again with the same id, it begins that run anew. */
export type Reconcile = (run: { runId: string }) => Promise<ReconciliationReport>;

export const letterType = 'letter';

export const letterIdOf = (messageId: string): string => `letter/${messageId}`;

/** The message that a letter sends. */
export type Letter = { orderId: string; messageId: string; kind: MessageKind };

export type LetterEnd = 'sent' | 'failed' | 'unknown' | 'skipped';

/** A mail that an operator wants to see, of no order. */
export type SpecimenLetter = { specimenId: string; kind: MessageKind };

export const specimenIdOf = (specimenId: string): string => `specimen/${specimenId}`;

/** The activity that sends a letter's message; it answers once that is sent or given up. */
export type SendLetter = (letter: Letter | SpecimenLetter) => Promise<LetterEnd>;

/** So that operators find the letters of an order. */
export const letterAttributes = (orderId: string): SearchAttributePair[] => [
  { key: orderKey, value: orderId },
];
