/** When the customer pays: when the goods go, a part before, or all of it before. */
export const terms = ['on_shipment', 'deposit', 'prepaid'] as const;

export type Terms = (typeof terms)[number];
