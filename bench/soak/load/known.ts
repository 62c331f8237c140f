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
  /** Then it has forgotten what was over. */
  isTemporalLost: boolean;
};

export const createKnown = (): Known => ({
  placed: new Map(),
  received: new Map(),
  shipped: new Set(),
  cancelled: new Set(),
  isTemporalLost: false,
});

/** What is sold; the last one never comes. */
export const skus: readonly [string, ...string[]] = [
  'LAMP-0',
  ...Array.from({ length: 23 }, (_, index) => `LAMP-${index + 1}`),
];
export const neverComes = 'LAMP-NEVER';

export const location = 'main';
