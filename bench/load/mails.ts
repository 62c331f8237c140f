import type { OutgoingMail } from '../../workflows/domain/backorder/mail.ts';
import { addMs, dayMs, hourMs, type Instant } from '../../workflows/domain/time.ts';
import type { MailCall } from './one-mail.ts';

/** Noon of tomorrow in New York, so that no mail is held overnight. */
export const noon = (): Instant =>
  addMs(`${new Date().toISOString().slice(0, 10)}T00:00:00.000Z`, dayMs + 17 * hourMs);

const nothingPaid = {
  ...{ captured: 0, givenBack: 0, chargedBack: 0, voided: 0, owed: 0 },
  ...{ refundedAt: null, isUnmatched: false },
};

/** A mail that the customer may do without. */
export const countdown = (orderId: string, at: Instant): MailCall =>
  mail({ orderId, at, until: addMs(at, dayMs) }, { kind: 'countdown', about: {} });

/** A mail that the customer must have. */
export const paymentProblem = (orderId: string, at: Instant): MailCall =>
  mail(
    { orderId, at, until: null },
    {
      kind: 'payment-problem',
      about: {
        ...{ subject: 'card', stage: 'due', reason: 'declined', amount: 13_800, intentId: null },
        ...{ payBy: addMs(at, 3 * dayMs), cancelsAt: addMs(at, 14 * dayMs), retryAt: null },
      },
    },
  );

const mail = (
  { orderId, at, until }: { orderId: string; at: Instant; until: Instant | null },
  said: Pick<OutgoingMail, 'kind' | 'about'>,
): MailCall => {
  const key = `${said.kind}:1`;
  const promise = { on: addMs(at, 7 * dayMs).slice(0, 10) };
  const message = { ...said, key, dueAt: at, promise, money: nothingPaid } as OutgoingMail;
  return {
    ...{ orderId, at, view: null, followUps: [] },
    effect: {
      ...{ type: 'sendMail', lane: 'mail', subject: key, turn: '', next: null, message },
      ...{ until, deadlineAt: null, isSuspended: false },
    },
  };
};
