import type { Scope } from '../../access/auth.ts';

/** The page of what an entry of the audit log is about. Whoever lacks its scope does not see it. */
type SubjectPage = { path: string; scope: Scope };

type Leads = [at: RegExp, to: (...parts: string[]) => string, scope?: Scope];

/** By the address of the API that was asked. Its parts stand in an address of ours as they are. */
const leads: Leads[] = [
  [/^\/v1\/backorders\/([^/]+)\/messages\/([^/]+)/, (id, mail) => `orders/${id}/messages/${mail}`],
  [/^\/v1\/backorders\/([^/]+)/, (id) => `orders/${id}`],
  [/^\/v1\/(?:products|stock)\/([^/]+)/, (sku) => `products/${sku}`],
  [/^\/v1\/skus\/([^/]+)/, (sku) => `supplies/~sku/${sku}`],
  [/^\/v1\/supplies\/([^/]+)/, (id) => `supplies/${id}`],
  [/^\/v1\/keys(?:\/|$)/, () => 'plumbing/keys', 'admin'],
  [/^\/v1\/shops\/([^/]+)/, (id) => `plumbing/shops/${id}`],
  [/^\/v1\/shops$/, () => 'plumbing/shops'],
  [
    /^\/v1\/webhook-endpoints\/([^/]+)\/deliveries\/([^/]+)/,
    (id, delivery) => `plumbing/endpoints/${id}/deliveries/${delivery}`,
  ],
  [/^\/v1\/webhook-endpoints\/([^/]+)/, (id) => `plumbing/endpoints/${id}`],
  [/^\/v1\/webhook-endpoints$/, () => 'plumbing/endpoints'],
  [/^\/v1\/webhooks\/[^/]+\/([^/]+)/, (event) => `plumbing/webhooks?event=${event}`],
  [/^\/v1\/operators\/([^/]+)/, (id) => `people/accounts/${id}`, 'admin'],
  [/^\/v1\/import\//, () => 'plumbing/uploads'],
  [/^\/v1\/reconciliation/, () => 'plumbing/books'],
  [/^\/v1\/suppressions/, () => 'messages/suppressions', 'support'],
  [/^\/v1\/preferences/, () => 'messages/preferences', 'support'],
  [/^\/v1\/messages\/specimens/, () => 'messages/gallery'],
  [/^\/v1\/(?:restocks|adjustments)/, () => 'products'],
  [/^\/desk\/orders\.csv/, () => 'orders'],
];

/** Where `PUT /v1/supplies/PO-1` leads, below the desk; undefined where there is no such page. */
export const pageOfSubject = (subject: string): SubjectPage | undefined => {
  const asked = /^[A-Z]+ (\S+)$/.exec(subject)?.[1];
  if (asked === undefined) return undefined;
  for (const [at, to, scope = 'read'] of leads) {
    const parts = at.exec(asked)?.slice(1);
    if (parts) return { path: `/desk/${to(...parts)}`, scope };
  }
  return undefined;
};
