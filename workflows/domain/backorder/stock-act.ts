export type StockAct =
  | {
      type: 'cancel';
      actId: string;
      /** `system`: the payment did not come within the grace. */
      by: 'customer' | 'shop' | 'system';
      lines: { lineId: string; quantity: number }[] | null;
    }
  | { type: 'ship'; actId: string; lines: { lineId: string; quantity: number }[] };
