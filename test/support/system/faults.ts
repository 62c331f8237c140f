import { emailOf } from '../lives/story.ts';
import { customerOf } from '../page/cardholder.ts';
import type { System } from './system.ts';

/** Lets the provider's next calls about this customer fail. */
export const failPayment = async (
  system: System,
  orderId: string,
  fault: string,
  { match = 'POST /v1/payment_intents', times = 1 } = {},
): Promise<void> => {
  const customer = await customerOf(system, orderId);
  await system.planStripeFaults([{ match, times, fault, customer }]);
};

/** Lets the next mails to this customer fail. */
export const failMail = (system: System, orderId: string, fault: string, times = 1) =>
  system.planResendFaults([{ match: 'POST /emails', times, fault, to: emailOf(orderId) }]);

/**
 * Lets a day pass on the wall for what was tried at the providers: keys are over, and calls that
 * were cut off can no longer arrive. Order time stands still.
 */
export const letADayPassOutside = async ({ db }: System, orderId: string): Promise<void> => {
  await db.sql`
    update payment_attempts set first_called_at = first_called_at - interval '1 day',
      last_called_at = last_called_at - interval '1 day'
    where order_id = ${orderId}`;
  await db.sql`
    update messages set first_attempt_at = first_attempt_at - interval '1 day'
    where order_id = ${orderId}`;
};
