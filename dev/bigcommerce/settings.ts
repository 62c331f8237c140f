/** Who may call the stand-in and how it signs, unless told otherwise. Nobody else has them. */
export const demoStore = {
  storeHash: 'demo',
  accessToken: 'bc_demo_token',
  clientSecret: 'bc_demo_client_secret',
} as const;

export type StoreAccess = { storeHash: string; accessToken: string; clientSecret: string };

/** The store's one currency. */
export const currency = 'USD';

/** An amount as V2 writes it. */
export const decimal = (minor: number): string => (minor / 100).toFixed(4);

/** An amount as V3 writes it. */
export const major = (minor: number): number => minor / 100;

/** A date as V2 writes it. */
export const rfc2822 = (at: string): string => new Date(at).toUTCString().replace('GMT', '+0000');
