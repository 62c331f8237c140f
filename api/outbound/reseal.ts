import type { Sql } from '../../db/client.ts';
import { listEndpoints, resealSecrets } from '../../db/outbound/endpoints.ts';
import type { Seal } from '../access/sealed.ts';
import { sealAnew } from './secret.ts';

const page = 100;

/**
 * Encrypts the secrets of all endpoints anew under the first of ours, so that an older one can be
 * taken out. What cannot be read is left alone: signing says so. Safe to repeat, and to do at once.
 */
export const resealAll = async (sql: Sql, seal: Seal): Promise<void> => {
  let after: { at: string; id: string } | null = null;
  do {
    const endpoints = await listEndpoints(sql, { after, limit: page });
    for (const endpoint of endpoints) {
      const { endpointId, secrets: before } = endpoint;
      const resealed = findResealed(seal, endpoint);
      if (resealed) await resealSecrets(sql, { endpointId, before, after: resealed });
    }
    const last = endpoints.length === page ? endpoints.at(-1) : undefined;
    after = last ? { at: last.createdAt, id: last.endpointId } : null;
  } while (after !== null);
};

const findResealed = (seal: Seal, endpoint: Parameters<typeof sealAnew>[1]) => {
  try {
    return sealAnew(seal, endpoint);
  } catch {
    return undefined;
  }
};
