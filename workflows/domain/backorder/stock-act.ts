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

/** The cancellation that a give-up asks of one order in a round, by its name. */
export const cancelIdOf = ({ giveUpId, round }: { giveUpId: string; round: number }): string =>
  `${prefix}${giveUpId}/${round}`;

/** Whether a cancellation is one of many: all that waited for something were cancelled with it. */
export const isOfGiveUp = (cancelId: string): boolean => cancelId.startsWith(prefix);

const prefix = 'give-up/';
