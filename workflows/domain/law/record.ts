import type { Backorder, Promised } from '../backorder/backorder.ts';
import type { Fact } from '../backorder/fact.ts';
import { isHeldByShop } from '../backorder/intent.ts';
import type { Instant } from '../time.ts';
import { type EvidenceNote, isLegalMail } from './evidence.ts';

/**
 * What a fact that was applied adds to the order's evidence. Only ids, sums, dates and codes leave
 * the core. The same fact gives the same keys, so that it becomes evidence once.
 */
export const evidenceOf = (fact: Fact, before: Backorder, after: Backorder): EvidenceNote[] => {
  const { at } = fact;
  if (after === before) return [];
  switch (fact.type) {
    case 'PromiseChanged':
      return [promised(fact, at)];
    case 'MessageDecided':
      return fact.decision === 'sent' && isLegalMail(fact.kind) ? [noticeOf(fact.key, at)] : [];
    case 'NoticeAnswered':
    case 'ContractWithdrawn':
    case 'FurtherPeriodSet':
      return [answered(fact, before)];
    case 'StockActApplied':
      return applied(fact, before);
    case 'PaymentRefunded':
      return refunded(fact, before);
    case 'AttentionResolved':
      return fact.code === 'refund_wanted' ? givenBackByShop(at, before, after) : [];
    case 'SumsSeen':
      return givenBackElsewhere(fact, before, after);
    default:
      return [];
  }
};

/** The promise that stands when nothing is recorded yet, as a rule that of the checkout. */
export const evidenceAtStart = ({ promise }: Backorder): EvidenceNote[] =>
  promise === null ? [] : [promised(promise, promise.statedAt)];

/** A mail is out. Whoever else learns of it first may say so: it is the same entry. */
export const noticeOf = (mail: string, at: Instant): EvidenceNote => ({
  ...{ key: `notice/${mail}`, at, type: 'notice', mail },
});

const promised = ({ promiseId, on, statedAt }: Promised, at: Instant): EvidenceNote => ({
  ...{ key: `promise/${promiseId}`, at, type: 'promise', promiseId, on, statedAt },
});

type Of<T extends Fact['type']> = Extract<Fact, { type: T }>;

const answered = (
  fact: Of<'NoticeAnswered' | 'ContractWithdrawn' | 'FurtherPeriodSet'>,
  { law }: Backorder,
): EvidenceNote => {
  const { wordId, at, channel, receivedAt } = fact;
  const said = { key: `answer/${wordId}`, at, type: 'answer', channel, receivedAt } as const;
  const notice = law.notices.at(-1)?.key ?? null;
  switch (fact.type) {
    case 'NoticeAnswered':
      return {
        ...{ ...said, answer: fact.accept ? 'accepted' : 'refused' },
        ...{ until: fact.until, notice },
      };
    case 'ContractWithdrawn':
      return { ...said, answer: 'withdrawn', until: null, notice: null };
    case 'FurtherPeriodSet':
      return { ...said, answer: 'further_period', until: fact.until, notice };
  }
};

/** An act that the ledger has not carried out, or knew before, is none. */
const applied = (
  { actId, lines, refundBy, at }: Of<'StockActApplied'>,
  { acts }: Backorder,
): EvidenceNote[] => {
  const act = acts.find((each) => each.actId === actId);
  if (act === undefined || lines.length === 0) return [];
  if (act.type === 'ship') {
    return [{ key: `shipment/${actId}`, at, type: 'shipment', shipmentId: actId, lines }];
  }
  const { by, endedOn = null } = act;
  const cause = act.cause ?? (by === 'system' ? 'payment' : null);
  return [
    {
      ...{ key: `cancellation/${actId}`, at, type: 'cancellation', cancelId: actId },
      ...{ by, cause, endedOn, lines, refundBy: refundBy ?? null },
    },
  ];
};

/** A refund that came back and was sent anew is another one. */
const refunded = (
  { intentId, amount, refundedByUs, at }: Of<'PaymentRefunded'>,
  { intents }: Backorder,
): EvidenceNote[] => {
  const bounces = intents.find((each) => each.intentId === intentId)?.bounces ?? 0;
  const key = `refund/${intentId}/us/${refundedByUs}/${bounces}`;
  return amount > 0 ? [{ key, at, type: 'refund', intentId, amount, by: 'us' }] : [];
};

const givenBackByShop = (at: Instant, before: Backorder, after: Backorder): EvidenceNote[] =>
  after.intents.filter(isHeldByShop).flatMap(({ intentId, refundedByUs }) => {
    const was = before.intents.find((each) => each.intentId === intentId)?.refundedByUs ?? 0;
    const key = `refund/${intentId}/shop/${refundedByUs}`;
    const amount = refundedByUs - was;
    return amount > 0 ? [{ key, at, type: 'refund', intentId, amount, by: 'shop' } as const] : [];
  });

/** What a person gave back at the provider, and what a bank took back in a dispute. */
const givenBackElsewhere = (
  { intentId, at }: Of<'SumsSeen'>,
  before: Backorder,
  after: Backorder,
): EvidenceNote[] => {
  const find = ({ intents }: Backorder) => intents.find((each) => each.intentId === intentId);
  const [was, is] = [find(before), find(after)];
  if (was === undefined || is === undefined) return [];
  const all = is.returnedElsewhere - was.returnedElsewhere;
  const byBank = Math.min(all, is.chargedBack - was.chargedBack);
  const byHand = all - Math.max(0, byBank);
  const upTo = { hand: is.returnedElsewhere - is.chargedBack, bank: is.chargedBack };
  const sums = [
    { by: 'hand', amount: byHand },
    { by: 'bank', amount: byBank },
  ] as const;
  return sums
    .filter(({ amount }) => amount > 0)
    .map(({ by, amount }) => ({
      ...{ key: `refund/${intentId}/${by}/${upTo[by]}/${is.bounces}`, at, type: 'refund' as const },
      ...{ intentId, amount, by },
    }));
};
