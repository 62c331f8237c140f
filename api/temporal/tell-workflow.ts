import type { WorkflowHandle } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Db } from '../../db/client.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import type { Temporal } from './client.ts';
import { findEnd, isGone } from './gone.ts';
import type { Relay } from './relay.ts';
import { withinClaim } from './webhook-loop.ts';

type Deps = { db: Db; temporal: Temporal; relay: Pick<Relay, 'start'>; logger: Logger };

/** Tells an order's workflow, which is started if need be. False when none is left to be told. */
export const tellWorkflow = async (
  deps: Deps,
  { orderId, isStarted }: { orderId: string; isStarted: boolean },
  say: (workflow: WorkflowHandle) => Promise<void>,
): Promise<boolean> => {
  const client = await deps.temporal.client();
  try {
    if (!isStarted) await deps.relay.start(orderId);
    await withinClaim(client, () => say(client.workflow.getHandle(workflowIdOf(orderId))));
    return true;
  } catch (error) {
    if (!isGone(error)) throw error;
    await findEnd(deps, orderId);
    return false;
  }
};
