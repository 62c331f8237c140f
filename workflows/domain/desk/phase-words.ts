import type { Phase } from '../backorder/snapshot.ts';

/** What a phase is called where people read it. The API keeps the codes. */
export const phaseWords: Record<Phase, string> = {
  awaiting_stock: 'Awaiting stock',
  awaiting_payment: 'Awaiting payment',
  ready_to_ship: 'Ready to ship',
  shipped: 'Shipped',
  cancelled: 'Cancelled',
};
