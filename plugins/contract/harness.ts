/** What merchants, shoppers and bad networks do at a shop, and what the shop then shows. */
export type ShopActs = {
  /** Has an item with so many on the shelf, of which more may be ordered. */
  stock(sku: string, available: number): Promise<void>;
  /** Has an item that is not counted, so that it is never on backorder. */
  stockUncounted(sku: string): Promise<void>;
  /** A shopper orders; answers the shop's id. */
  place(order: {
    lines: { sku: string; quantity: number }[];
    standing?: 'unpaid' | 'awaiting_payment' | 'open';
    /** Every unit lies on the shelf. */
    inStock?: boolean;
  }): Promise<string>;
  pay(orderId: string): Promise<void>;
  /** What a shopper pays for so many of one item, in minor units. */
  totalOf(quantity: number): number;
  /** The merchant takes units off a line, which begins at 0. */
  edit(orderId: string, line: number, quantity: number): Promise<void>;
  cancel(orderId: string, options: { refund: boolean }): Promise<void>;
  restock(sku: string, quantity: number): Promise<void>;
  ship(orderId: string): Promise<void>;
  /**
   * What becomes of the notices of what happens there from now on, be they deliveries or jobs; those
   * that were held back go out. What the pull finds, and what is forged, is none.
   */
  deliver(how: 'at once' | 'twice' | 'never' | 'backwards'): Promise<void>;
  /** Posts what only looks like a delivery about that order; answers the statuses. */
  forge(orderId: string): Promise<number[]>;
  /** The answers to so many next acts of one side at the other are lost, after they were done. */
  loseAnswers(count: number): void;
  /** What the shop shows; the money in minor units. */
  show(orderId: string): Promise<Shown>;
};

export type Shown = { standing: string; shipments: number; shipped: number; refunded: number };

/** A shop that is connected, and the Meanwhile that it is connected to. */
export type Harness = ShopActs & {
  /** A call of Meanwhile's API, with a key that may do everything. */
  call<Body = unknown>(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: Body }>;
  /** What Meanwhile has of the shop's order. */
  findOurs(orderId: string): Promise<Ours | undefined>;
  /** As if the minutes until the next pull had passed, and what it led to were done. */
  pull(): Promise<void>;
};

type Money = { amount: number };

/** As much of a backorder as the cases look at. */
export type Ours = {
  orderId: string;
  phase: string;
  lines: {
    id: string;
    quantity: number;
    waiting: number;
    allocated: number;
    shipped: number;
    cancelled: number;
  }[];
  payment: { terms: string; heldBy: string | null; captured: Money; refunded: Money };
  attention: { code: string; amount?: Money }[];
};
