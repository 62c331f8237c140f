import { createTemporal } from '../../../api/temporal/client.ts';
import { type Found, reviveAll } from '../../../api/temporal/revive.ts';
import type { Db } from '../../../db/client.ts';
import { temporalAddress } from './stack.ts';

/** What `npm run revive` finds in a namespace, by order. */
export const reviveIn = async (
  { db, namespace }: { db: Db; namespace: string },
  { isRehearsal = false, restoredFrom = null as string | null } = {},
): Promise<Record<string, Found>> => {
  const connectionOptions = { address: temporalAddress() };
  const temporal = createTemporal({ connectionOptions, namespace });
  const found: Record<string, Found> = {};
  try {
    const deps = { db, client: await temporal.client(), taskQueue: 'backorders', joinLeasesMs: 0 };
    await reviveAll(deps, { isRehearsal, restoredFrom }, (orderId, each) => {
      found[orderId] = each;
    });
  } finally {
    await temporal.close();
  }
  return found;
};
