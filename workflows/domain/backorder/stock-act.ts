import type { CivilDate } from '../time.ts';

/**
 * `payment`: it did not come within the grace. `card`: the customer gave no card, or no consent,
 * within the days for it. `law`: its deadline passed, and nobody had agreed to a later one.
 */
export type CancelCause = 'payment' | 'card' | 'law';

/** Whose act a cancellation can be. */
export const cancellingParties = ['customer', 'shop', 'system', 'law'] as const;

export type StockAct =
  | {
      type: 'cancel';
      actId: string;
      by: (typeof cancellingParties)[number];
      /** Why the system did it. Absent for others, and where it is the payment. */
      cause?: CancelCause;
      /** The last day of a deadline that ended the order by law. */
      endedOn?: CivilDate;
      lines: { lineId: string; quantity: number }[] | null;
    }
  | { type: 'ship'; actId: string; lines: { lineId: string; quantity: number }[] };
