import type { PlatformKinds } from '../../../api/connector/port.ts';

/** How a test has a shop do what merchants, shoppers and bad networks do. */
export type ShopDriver = {
  /** What the connector is to know of this kind of platform. */
  platforms: PlatformKinds;
  /** The body of `PUT /v1/shops/:id`, without terms. */
  shop: { kind: string; credentials: Record<string, string>; apiBase?: string };
  /** Where its deliveries go, once the API is there. */
  connect(send: Send): void;
  /** Has an item with so many on the shelf. */
  stock(sku: string, available: number): Promise<void>;
  /** A shopper orders; answers the platform's id. */
  place(order: {
    lines: { sku: string; quantity: number }[];
    standing?: 'unpaid' | 'awaiting_payment' | 'open';
    /** Every unit lies on the shelf. */
    inStock?: boolean;
  }): Promise<string>;
  pay(orderId: string): Promise<void>;
  /** The merchant takes units off a line, which begins at 0. */
  edit(orderId: string, line: number, quantity: number): Promise<void>;
  cancel(orderId: string, options: { refund: boolean }): Promise<void>;
  restock(sku: string, quantity: number): Promise<void>;
  ship(orderId: string): Promise<void>;
  /** What becomes of deliveries from now on; those that were held back go out. */
  deliver(how: 'at once' | 'twice' | 'never' | 'backwards'): Promise<void>;
  /** Posts what only looks like a delivery about that order; answers the statuses. */
  forge(orderId: string): Promise<number[]>;
  /** The answers to the next acts are lost on the way, after they were done. */
  loseAnswers(count: number): void;
  disableHooks(): Promise<void>;
  /** The merchant removes us. */
  uninstall(): Promise<void>;
  /** What the platform shows. */
  show(orderId: string): Promise<{
    standing: string;
    shipments: number;
    shipped: number;
    refunded: number;
    promisedOn: string | null;
  }>;
  hooksActive(): Promise<boolean>;
  close?(): Promise<void>;
};

/** Posts to the API by path. */
export type Send = (path: string, init: RequestInit) => Promise<Response>;
