import type { LinkSecrets } from '../../db/page/page-token.ts';

/**
 * Where the customer's links lead, and what signs them. `unsubscribeMailbox`: an address that takes
 * unsubscriptions by mail, if there is one.
 */
export type Links = {
  publicUrl: string;
  secrets: LinkSecrets;
  unsubscribeMailbox?: string | null;
};
