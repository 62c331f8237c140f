import type { Fault } from './fault.ts';

/** Each strikes so often at most while it lasts. */
const times = 6;
const kinds = ['status:500', 'status:429', 'drop-after', 'drop-before', 'hang', 'drop-after'];

/** What providers do wrong, and what comes from strangers. */
export const outsideFaults: Record<string, Fault> = {
  'stripe-fails': {
    reach: 'elsewhere',
    strike: async ({ stand: { outside }, random, hold }) => {
      const match = 'POST /v1/payment_intents';
      await outside.planStripeFaults(
        random.shuffled(kinds).map((fault) => ({ match, fault, times })),
      );
      await hold();
      await outside.planStripeFaults([]);
    },
  },
  'resend-fails': {
    reach: 'elsewhere',
    strike: async ({ stand: { outside }, random, hold }) => {
      const match = 'POST /emails';
      await outside.planResendFaults(
        random.shuffled(kinds).map((fault) => ({ match, fault, times })),
      );
      await hold();
      await outside.planResendFaults([]);
    },
  },
  'events-in-disorder': {
    reach: 'elsewhere',
    strike: async ({ stand: { outside }, hold }) => {
      await outside.setDeliveries({ repeat: 2, shuffle: true, delayMs: 1_000 });
      await hold();
      await outside.setDeliveries({});
    },
  },
  'strangers-hammer': {
    reach: 'elsewhere',
    strike: async ({ strangers, hold }) => {
      const ending = new AbortController();
      const hammering = strangers.hammer(8, ending.signal);
      await hold();
      ending.abort();
      await hammering;
    },
  },
};
