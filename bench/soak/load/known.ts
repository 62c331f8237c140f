/** An order that the shop was answered for. */
export type Placed = {
  orderId: string;
  units: number;
  sku: string;
  /** Of the customer's page, without the origin. */
  page: string;
  fate: 'ship' | 'cancel' | 'wait';
};

/** What those outside were answered, and so may rely on. */
export type Known = {
  placed: Map<string, Placed>;
  /** Units that the warehouse received, by SKU. */
  received: Map<string, number>;
  shipped: Set<string>;
  cancelled: Set<string>;
};

export const createKnown = (): Known => ({
  placed: new Map(),
  received: new Map(),
  shipped: new Set(),
  cancelled: new Set(),
});

/** What is sold; the last one never comes. */
export const skus = ['LAMP-0', 'LAMP-1', 'LAMP-2', 'LAMP-3', 'LAMP-4'] as const;
export const neverComes = 'LAMP-NEVER';

export const location = 'main';
