import { z } from '@hono/zod-openapi';
import type { PlatformKind } from '../port.ts';
import { apiBaseOf, createBigCommerce, isOrderOf } from './platform.ts';

const secret = z.string().regex(/^[\x21-\x7e]{1,256}$/, 'must be printable, without spaces');

const credentials = z.strictObject({
  /** Of the address of the control panel: `store-<hash>.mybigcommerce.com`. */
  storeHash: z.string().regex(/^[a-z0-9]{1,32}$/i, 'must be the hash of the store'),
  accessToken: secret,
  clientSecret: secret,
  /** Only for a store of several locations. */
  location: z.string().min(1).max(50).optional(),
});

/** A BigCommerce store, by an API account of its own. */
export const bigcommerce: PlatformKind = {
  credentials: credentials as z.ZodType<Record<string, string>>,
  apiBaseOf: ({ storeHash = '' }) => apiBaseOf(storeHash),
  secretOf: ({ clientSecret = '' }) => clientSecret,
  isOrderOf: ({ storeHash = '' }, url) => isOrderOf(storeHash, url),
  connect: ({ credentials: given, apiBase, location }, ask) =>
    createBigCommerce({ credentials: credentials.parse(given), apiBase, location, fetch: ask }),
};
