import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Request } from '../../../workflows/domain/backorder/request.ts';
import { updateOf } from '../../../workflows/messages.ts';
import { workflowOf } from '../lives/story.ts';
import { patienceMs } from '../patience.ts';
import type { System } from '../system/system.ts';

/** The customer asks, as the status page does for them, for a form with which to give a card. */
export const askForForm = async (system: System, orderId: string): Promise<void> => {
  const request: Request = { type: 'OfferCard', offerId: randomUUID() };
  await (await workflowOf(system, orderId)).executeUpdate(updateOf(request), { args: [request] });
};

/** The customer agrees, as the page does for them, to what their card will be charged. */
export const acceptMandate = async (system: System, orderId: string): Promise<void> => {
  const request: Request = { type: 'AcceptMandate' };
  await (await workflowOf(system, orderId)).executeUpdate(updateOf(request), { args: [request] });
};

/** The customer fills the form in; its setup is the only one there is. */
export const fillForm = async (system: System, orderId: string): Promise<void> => {
  const setupId = await untilForm(system, orderId);
  await system.stripe.setupIntents.confirm(setupId, { payment_method: 'pm_card_mastercard' });
  await (await workflowOf(system, orderId)).signal('paymentHinted', { about: 'offer' });
};

export const untilForm = async ({ db }: System, orderId: string): Promise<string> => {
  const endsAt = Date.now() + patienceMs;
  for (;;) {
    const rows = await db.sql<{ setupId: string | null }[]>`
      select setup_id from card_offers where order_id = ${orderId}`;
    const [setupId] = rows.flatMap((row) => row.setupId ?? []);
    if (setupId) return setupId;
    if (Date.now() > endsAt) throw new Error(`no form among ${rows.length} for ${orderId}`);
    await sleep(50);
  }
};
