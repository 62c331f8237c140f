import { setTimeout as sleep } from 'node:timers/promises';
import { acceptMandate, askForForm, fillForm, untilForm } from '../page/card-form.ts';
import { patienceMs } from '../patience.ts';
import type { System } from '../system/system.ts';
import { untilMail } from './aftermath.ts';
import { cancel, checkout, readyToShip, restock, ship, untilPhase } from './story.ts';
import { checkoutUpfront } from './terms.ts';
import { checkoutAsking } from './terms-without-card.ts';

/** A life up to the effect in question, what starts that, the rest, and how it has to end. */
type Life = {
  prepare(system: System, orderId: string): Promise<unknown>;
  begin(system: System, orderId: string): Promise<unknown>;
  finish(system: System, orderId: string): Promise<unknown>;
  /** The effect takes more steps than these: it writes, calls, and writes again. */
  steps: number;
  inTheEnd: { money: object; mails: string[]; attempts: string[] };
};

const shipped = {
  money: { held: 0, captured: 13_800, refunded: 0, intents: 1 },
  mails: ['confirmation', 'ready-to-ship', 'shipped'],
  attempts: ['authorize AuthorizationApproved', 'capture PaymentCaptured'],
};

const untilReady = async (system: System, orderId: string): Promise<void> => {
  await untilPhase(system, orderId, 'ready_to_ship', 40_000);
  await untilMail(system, orderId, 'ready-to-ship');
};

const ready = async (system: System, orderId: string): Promise<void> => {
  await readyToShip(system, { orderId });
  await untilReady(system, orderId);
};

const restockAndShip = async (system: System, orderId: string): Promise<void> => {
  await restock(system, orderId, 1);
  await untilReady(system, orderId);
  await ship(system, orderId);
};

const nothing = async (): Promise<void> => {};

const placed = async (system: System, orderId: string): Promise<void> => {
  await checkout(system, { orderId });
  await untilMail(system, orderId, 'confirmation');
};

/** The customer has agreed, and the provider knows nothing of them. */
const asked = async (system: System, orderId: string): Promise<void> => {
  await checkoutAsking(system, { orderId });
  await untilMail(system, orderId, 'card-wanted');
  await acceptMandate(system, orderId);
};

const prepaid = async (system: System, orderId: string): Promise<void> => {
  await checkoutUpfront(system, { orderId, terms: 'prepaid', upfront: 13_800 });
  await untilMail(system, orderId, 'confirmation');
};

export const lives = {
  authorizePayment: {
    prepare: placed,
    begin: (system, orderId) => restock(system, orderId, 1),
    finish: async (system, orderId) => {
      await untilReady(system, orderId);
      await ship(system, orderId);
    },
    steps: 8,
    inTheEnd: shipped,
  },
  capturePayment: {
    prepare: ready,
    begin: ship,
    finish: nothing,
    steps: 8,
    inTheEnd: shipped,
  },
  voidHold: {
    prepare: ready,
    begin: cancel,
    finish: nothing,
    steps: 8,
    inTheEnd: {
      money: { held: 0, captured: 0, refunded: 0, intents: 1 },
      mails: ['cancelled', 'confirmation', 'ready-to-ship'],
      attempts: ['authorize AuthorizationApproved', 'void HoldVoided'],
    },
  },
  refundPayment: {
    prepare: prepaid,
    begin: cancel,
    finish: nothing,
    steps: 8,
    inTheEnd: {
      money: { held: 0, captured: 13_800, refunded: 13_800, intents: 1 },
      mails: ['cancelled', 'confirmation', 'refunded'],
      attempts: ['refund PaymentRefunded'],
    },
  },
  offerCard: {
    prepare: asked,
    begin: askForForm,
    finish: async (system, orderId) => {
      await fillForm(system, orderId);
      await untilCardOf(system, orderId);
      await restockAndShip(system, orderId);
    },
    steps: 6,
    inTheEnd: {
      ...shipped,
      mails: ['card-wanted', 'confirmation', 'payment-recovered', 'ready-to-ship', 'shipped'],
    },
  },
  lookAtOffers: {
    prepare: async (system, orderId) => {
      await placed(system, orderId);
      await askForForm(system, orderId);
      await untilForm(system, orderId);
    },
    begin: fillForm,
    finish: async (system, orderId) => {
      await untilCardOf(system, orderId);
      await restockAndShip(system, orderId);
    },
    steps: 1,
    inTheEnd: shipped,
  },
} as const satisfies Record<string, Life>;

export type Kind = keyof typeof lives;

export const kinds = Object.keys(lives) as Kind[];

/** The card that was given pays, and the form is over: its card was adopted once. */
const untilCardOf = async ({ db, stripe }: System, orderId: string): Promise<void> => {
  const endsAt = Date.now() + patienceMs;
  for (;;) {
    const rows = await db.sql<{ setupId: string; method: string; endedAt: string | null }[]>`
      select f.setup_id, f.ended_at, o.payment_method_id as method
      from card_offers f join orders o using (order_id) where order_id = ${orderId}`;
    const [form] = rows;
    if (rows.length === 1 && form?.endedAt) {
      const setup = await stripe.setupIntents.retrieve(form.setupId);
      if (setup.payment_method === form.method) return;
    }
    if (Date.now() > endsAt) throw new Error(`no card for ${orderId}: ${JSON.stringify(rows)}`);
    await sleep(100);
  }
};
