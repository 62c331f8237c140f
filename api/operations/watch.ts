import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { clearFound, listParked, raiseWatch, watches } from '../../db/backorder/watch.ts';
import type { Db } from '../../db/client.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import type { Temporal } from '../temporal/client.ts';
import { findEnd, isGone } from '../temporal/gone.ts';

type Deps = { db: Db; temporal: Temporal; logger: Logger };

/** How many workflows Temporal is asked about at a time: an outage parks them all at once. */
const maxAsked = 20;

/**
 * One round of the watch. It raises attention on orders that stand still, and takes it back from
 * those that have moved on. Then it asks Temporal which overdue workflows are gone for good. Safe
 * to repeat.
 */
export const watch = async (deps: Deps): Promise<void> => {
  const { db, temporal } = deps;
  for (const each of watches) await raiseWatch(db, each);
  await clearFound(db);
  const parked = await listParked(db, maxAsked);
  if (parked.length === 0) return;
  const client = await temporal.client();
  for (const orderId of parked) {
    if (await isRunning(client, orderId)) continue;
    if (!(await findEnd(deps, orderId))) await raiseWatch(db, 'parked');
  }
};

const isRunning = async (client: Client, orderId: string): Promise<boolean> => {
  try {
    const { status } = await client.withDeadline(Date.now() + 5_000, () =>
      client.workflow.getHandle(workflowIdOf(orderId)).describe(),
    );
    return status.name === 'RUNNING';
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
};
