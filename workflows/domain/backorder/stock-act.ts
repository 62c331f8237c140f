/**
 * `payment`: it did not come within the grace. `card`: the customer gave no card, or no consent,
 * within the days for it.
 */
export type CancelCause = 'payment' | 'card';

export type StockAct =
  | {
      type: 'cancel';
      actId: string;
      by: 'customer' | 'shop' | 'system';
      /** Why the system did it. Absent for others, and where it is the payment. */
      cause?: CancelCause;
      lines: { lineId: string; quantity: number }[] | null;
    }
  | { type: 'ship'; actId: string; lines: { lineId: string; quantity: number }[] };
