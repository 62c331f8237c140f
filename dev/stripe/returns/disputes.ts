import { Hono } from 'hono';
import { z } from 'zod';
import type { Endpoint } from '../http/endpoint.ts';
import { missing, refused } from '../http/errors.ts';
import { createdIn, listPage, ofCharge } from '../http/lists.ts';
import { common, flag, listOfCharge, mergeMetadata, metadata, readParams } from '../http/params.ts';
import { newId } from '../ids.ts';
import { putCharge } from '../intents/charges.ts';
import type { Charge } from '../records/charge.ts';
import type { Dispute } from '../records/dispute.ts';
import type { Store } from '../store.ts';

/** Card networks give one to three weeks. */
const answerWithinSeconds = 7 * 24 * 60 * 60;

const updateParams = z.strictObject({
  ...common,
  evidence: z.record(z.string(), z.string()).optional(),
  metadata: metadata.optional(),
  submit: flag.default(true),
});

/** `/v1/disputes`; the test words of `evidence[uncategorized_text]` end one. */
export const disputeRoutes = (endpoint: Endpoint, store: Store): Hono =>
  new Hono()
    .get(
      '/',
      endpoint(({ form, path }) => {
        const params = readParams(listOfCharge, form);
        const all = disputesOf(store, params).filter(createdIn(params.created));
        return listPage(path, all, params);
      }),
    )
    .get(
      '/:id',
      endpoint(({ id }) => getDispute(store, id)),
    )
    .post(
      '/:id',
      endpoint(({ id, form }) => answer(store, getDispute(store, id), form)),
    )
    .post(
      '/:id/close',
      endpoint(({ id }) => closeDispute(store, getDispute(store, id), { won: false })),
    );

/** Those of an intent or a charge, newest first. */
export const disputesOf = (
  store: Store,
  of: { charge?: string | undefined; payment_intent?: string | undefined },
): Dispute[] => store.list('dispute').filter(ofCharge(of));

/** The cardholder's bank takes the money back; an inquiry only asks, and takes nothing. */
export const openDispute = (
  store: Store,
  charge: Charge,
  { reason, inquiry, nowMs }: { reason: string; inquiry: boolean; nowMs: number },
): Dispute => {
  if (!charge.captured || charge.amount_captured === 0)
    throw refused(`Charge ${charge.id} has taken no money that could be disputed.`);
  const created = Math.floor(nowMs / 1000);
  const dispute: Dispute = {
    id: newId('du'),
    object: 'dispute',
    amount: charge.amount_captured,
    balance_transactions: [],
    charge: charge.id,
    created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: {},
    evidence_details: {
      due_by: created + answerWithinSeconds,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
    },
    is_charge_refundable: inquiry,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method_details: {
      type: 'card',
      card: {
        brand: charge.payment_method_details.card.brand,
        case_type: inquiry ? 'inquiry' : 'chargeback',
      },
    },
    reason,
    status: inquiry ? 'warning_needs_response' : 'needs_response',
  };
  putCharge(store, { ...charge, disputed: true });
  return put(store, dispute);
};

/**
 * The bank has decided, or the account gave in; an inquiry just ends. What was won back can be
 * refunded again. Throws a 400 the second time.
 */
export const closeDispute = (
  store: Store,
  dispute: Dispute,
  { won }: { won: boolean },
): Dispute => {
  if (!isOpen(dispute)) throw refused(`This dispute is already closed: ${dispute.status}.`);
  if (dispute.status === 'warning_needs_response')
    return put(store, { ...dispute, status: 'warning_closed' });
  return put(store, { ...dispute, is_charge_refundable: won, status: won ? 'won' : 'lost' });
};

export const isOpen = ({ status }: Dispute): boolean => status.endsWith('needs_response');

const answer = (store: Store, dispute: Dispute, form: Parameters<typeof readParams>[1]) => {
  const params = readParams(updateParams, form);
  const evidence = { ...dispute.evidence, ...params.evidence };
  const submitted = params.evidence !== undefined && params.submit;
  if (submitted && !isOpen(dispute)) throw refused('This dispute is already closed.');
  const answered = put(store, {
    ...dispute,
    evidence,
    evidence_details: {
      ...dispute.evidence_details,
      has_evidence: Object.keys(evidence).length > 0,
      submission_count: dispute.evidence_details.submission_count + (submitted ? 1 : 0),
    },
    metadata: mergeMetadata(dispute.metadata, params.metadata),
  });
  const word = submitted ? evidence.uncategorized_text : undefined;
  if (word === 'escalate_inquiry_evidence' && answered.status === 'warning_needs_response')
    return put(store, { ...answered, is_charge_refundable: false, status: 'needs_response' });
  return word === 'winning_evidence' || word === 'losing_evidence'
    ? closeDispute(store, answered, { won: word === 'winning_evidence' })
    : answered;
};

const getDispute = (store: Store, id: string): Dispute => {
  const dispute = store.find('dispute', id);
  if (!dispute) throw missing('dispute', id);
  return dispute;
};

const put = (store: Store, dispute: Dispute): Dispute => {
  store.put('dispute', dispute);
  return dispute;
};
