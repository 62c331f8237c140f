/** Where a unit of an order stands: what that is called, and what it means. */
export const unitWords = {
  waiting: { name: 'Waiting', means: 'it waits in the queue' },
  kept: { name: 'Put by', means: 'it is there, and waits for the rest of its order' },
  leased: { name: 'Set aside', means: 'it is there, and its payment is being made ready' },
  firm: { name: 'Ready to ship', means: 'it is there, and its payment is ready' },
  shipped: { name: 'Shipped', means: 'it has left' },
  cancelled: { name: 'Cancelled', means: 'nobody waits for it any more' },
} as const;

export type UnitState = keyof typeof unitWords;
