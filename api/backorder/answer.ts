import type { BackorderRow } from '../../db/backorder/read.ts';
import { type LinkSecrets, signPageToken } from '../../db/page/page-token.ts';
import type { Attention } from '../../workflows/domain/backorder/attention.ts';
import type { Money } from '../../workflows/domain/money.ts';
import { wallToOrder } from '../../workflows/domain/order-time.ts';
import type { Problem } from '../../workflows/domain/payment/dunning/trouble.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { View } from '../../workflows/domain/view.ts';
import { workflowUrlOf } from '../../workflows/messages.ts';
import type { BackorderAnswer } from './backorder-schema.ts';
import { lawAnswerOf } from './law-answer.ts';

type Surroundings = {
  now: Instant;
  publicUrl: string;
  linkSecrets: LinkSecrets;
  temporalUiUrl: string;
  temporalNamespace: string;
};

/**
 * A backorder whose workflow has not shown itself yet. The shop's word counts for what was paid at
 * checkout.
 */
const shownBeforeStart = (row: BackorderRow): Shown => ({
  phase: 'awaiting_stock',
  payment: {
    state: stateBeforeStart(row),
    authorized: 0,
    captured: row.paidUpfront ?? 0,
    givenBack: 0,
    chargedBack: 0,
    holdUntil: null,
    problem: null,
    expiringOn: null,
    books: { waived: 0, foreign: 0 },
    isUnmatched: false,
  },
  next: null,
  attention: [],
  isSuspended: false,
});

const stateBeforeStart = ({ terms, askDays }: BackorderRow): View['payment']['state'] => {
  if (terms === 'none') return 'none';
  if (askDays !== null) return 'asked';
  return terms === 'prepaid' ? 'captured' : 'vaulted';
};

type Shown = Pick<View, 'phase' | 'payment' | 'next' | 'attention' | 'isSuspended'>;

/** One backorder as callers see it. `now` is wall time; the answer's is the order's own. */
export const toBackorderAnswer = (
  row: BackorderRow,
  { now, publicUrl, linkSecrets, temporalUiUrl, temporalNamespace }: Surroundings,
): BackorderAnswer => {
  const { phase, payment, next, attention, isSuspended } = row.view ?? shownBeforeStart(row);
  const money = (amount: number) => ({ amount, currency: row.currency });
  return {
    orderId: row.orderId,
    phase,
    revision: row.revision ?? 0,
    placedAt: row.placedAt,
    fulfilment: row.fulfilment,
    priority: row.priority,
    customer: {
      email: row.erasedAt ? null : row.email,
      name: row.erasedAt ? null : row.name,
      locale: row.locale,
      timeZone: row.timeZone,
    },
    shipTo: {
      country: row.country,
      ...(row.region !== null && { region: row.region }),
      ...(row.postalCode !== null && { postalCode: row.postalCode }),
    },
    lines: row.lines.map(({ lineId, ...line }) => ({
      id: lineId,
      ...line,
      unitPrice: money(line.unitPrice),
      total: money(line.total),
    })),
    promise: promiseOf(row),
    payment: {
      terms: row.terms,
      heldBy: row.heldBy,
      reference: row.heldReference,
      state: payment.state,
      authorized: money(payment.authorized),
      captured: money(payment.captured),
      refunded: money(payment.givenBack),
      waived: money(payment.books.waived),
      holdUntil: payment.holdUntil,
      problem: payment.problem && problemOf(payment.problem, money),
      askedUntil: payment.asked?.endsAt ?? null,
    },
    law: lawAnswerOf(row, wallToOrder(now, row.skippedMs)),
    cancellation: row.cancellation,
    shop: row.shop,
    next,
    attention: unite(attention, row.raised).map((item) => toItem(item, money)),
    hold: isSuspended ? { reason: row.suspensionReason, at: row.suspendedAt } : null,
    now: wallToOrder(now, row.skippedMs),
    links: {
      status: statusLinkOf(row, { publicUrl, linkSecrets }),
      workflow: workflowUrlOf({ temporalUiUrl, temporalNamespace }, row.orderId),
    },
  };
};

/** The same without whom it is for. The country stays, because it decides law and days. */
export const withoutPersonalData = (answer: BackorderAnswer): BackorderAnswer => ({
  ...answer,
  customer: { ...answer.customer, email: null, name: null },
  shipTo: { country: answer.shipTo.country, region: null, postalCode: null },
  links: { ...answer.links, status: null },
});

/** The secret address of the customer's page; null for an order that was erased. */
export const statusLinkOf = (
  { orderId, linkVersion: version, erasedAt }: BackorderRow,
  { publicUrl, linkSecrets }: Pick<Surroundings, 'publicUrl' | 'linkSecrets'>,
): string | null =>
  erasedAt === null ? `${publicUrl}/b/${signPageToken(linkSecrets, { orderId, version })}` : null;

const problemOf = (
  { intentId: _, amount, payBy, cancelsAt, ...problem }: Problem,
  money: (amount: number) => Money,
) => ({ ...problem, amount: money(amount), keptUntil: payBy, cancelledAt: cancelsAt });

const promiseOf = ({ promisedOn, promiseBasis, promiseStatedAt }: BackorderRow) =>
  promiseStatedAt === null
    ? null
    : { on: promisedOn, basis: promiseBasis, statedAt: promiseStatedAt };

/** An item that was raised both inside and outside is shown once, as the backorder shows it. */
const unite = (own: readonly Attention[], raised: readonly Attention[]): Attention[] => {
  const known = new Set(own.map(({ code }) => code));
  return [...own, ...raised.filter(({ code }) => !known.has(code))];
};

const toItem = ({ code, at, dueAt, amount }: Attention, money: (amount: number) => Money) => ({
  ...{ code, at, ...(dueAt && { dueAt }) },
  ...(amount !== undefined && { amount: money(amount) }),
});
