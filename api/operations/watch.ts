import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Logger } from 'pino';
import { findLife } from '../../db/backorder/life.ts';
import { clearFound, listParked, raiseWatch, watches } from '../../db/backorder/watch.ts';
import type { Db } from '../../db/client.ts';
import { raiseAttention } from '../../db/record/attention.ts';
import { addMs } from '../../workflows/domain/time.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import type { Temporal } from '../temporal/client.ts';

type Deps = { db: Db; temporal: Temporal; logger: Logger };

/** How many workflows Temporal is asked about at a time: an outage parks them all at once. */
const maxAsked = 20;

/**
 * One round of the watchmen: raises attention on what stands still and takes it back from what has
 * moved on, then asks Temporal which of the overdue workflows are gone for good. Safe to repeat.
 */
export const watch = async (deps: Deps): Promise<void> => {
  const { db, temporal, logger } = deps;
  for (const each of watches) await raiseWatch(db.sql, each);
  await clearFound(db.sql);
  const parked = await listParked(db.sql, maxAsked);
  if (parked.length === 0) return;
  const client = await temporal.client();
  for (const orderId of parked) {
    if (await isRunning(client, orderId)) continue;
    const life = await findLife(db.sql, orderId);
    if (!life || life.outcome) continue;
    logger.error({ orderId }, 'the workflow is lost');
    const at = addMs(new Date().toISOString(), life.skippedMs);
    await raiseAttention(db.sql, { orderId, code: 'orphaned', at });
    await raiseWatch(db.sql, 'parked');
  }
};

const isRunning = async (client: Client, orderId: string): Promise<boolean> => {
  try {
    const { status } = await client.withDeadline(Date.now() + 5_000, () =>
      client.workflow.getHandle(workflowIdOf(orderId)).describe(),
    );
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
};
