import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { getOpening } from '../../db/backorder/opening.ts';
import {
  greetRevived,
  listUnended,
  noteRevival,
  type Unended,
} from '../../db/backorder/revival.ts';
import type { Db } from '../../db/client.ts';
import { raiseAttention } from '../../db/record/attention.ts';
import type { LawRules } from '../../workflows/calendar/law-clock.ts';
import { type Backorder, open } from '../../workflows/domain/backorder/backorder.ts';
import { evolve } from '../../workflows/domain/evolve.ts';
import { wallToOrder } from '../../workflows/domain/order-time.ts';
import { revive } from '../../workflows/domain/payment/revival.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import {
  openingAttributes,
  type Start,
  workflowIdOf,
  workflowType,
} from '../../workflows/messages.ts';
import { fastForward, readSkippedMs } from './fast-forward.ts';
import { isGone } from './gone.ts';

type Deps = { db: Db; client: Client; taskQueue: string; joinLeasesMs: number; law?: LawRules };

type Wish = {
  /** Only says what it would do. */
  isRehearsal: boolean;
  /** When the copy was taken from which the database was restored; null: it was never lost. */
  restoredFrom: Instant | null;
};

/**
 * `revived`: it was lost and runs again. `running`: it was not lost. `unstarted`: the relay starts
 * it. `completed`: it has ended in Temporal, unknown to us. `unknown`: no state of it was kept. A
 * person is asked about the last two.
 */
export type Found = 'revived' | 'running' | 'unstarted' | 'completed' | 'unknown';

const page = 200;
const atOnce = 10;

/**
 * Starts a workflow for each order that has not ended and has none, from what PostgreSQL keeps, and
 * tells each finding. Repeating it is safe, and so is running it beside the relay and workers.
 */
export const reviveAll = async (
  deps: Deps,
  wish: Wish,
  tell: (orderId: string, found: Found) => void,
): Promise<void> => {
  let after = '';
  for (;;) {
    const orders = await listUnended(deps.db.sql, { after, limit: page });
    for (let next = 0; next < orders.length; next += atOnce) {
      const some = orders.slice(next, next + atOnce);
      const found = await Promise.all(some.map((order) => reviveOne(deps, wish, order)));
      some.forEach(({ orderId }, index) => {
        tell(orderId, found[index] as Found);
      });
    }
    const last = orders.at(-1);
    if (orders.length < page || !last) return;
    after = last.orderId;
  }
};

const reviveOne = async (deps: Deps, wish: Wish, order: Unended): Promise<Found> => {
  const { orderId, isStarted } = order;
  // In a copy that was put back, an order may have started since, and moved money.
  if (!isStarted && wish.restoredFrom === null) return 'unstarted';
  const life = await findLife(deps.client, orderId);
  if (life === 'running') {
    if (!wish.isRehearsal) await catchUp(deps, order);
    return 'running';
  }
  const begun = await stateOf(deps, order);
  if (life === 'lost' && begun)
    return wish.isRehearsal ? 'revived' : start(deps, wish, order, begun);
  if (!wish.isRehearsal) await askPerson(deps, order);
  return life === 'completed' ? 'completed' : 'unknown';
};

/** A run that was terminated, or failed, is as lost as one that Temporal does not know. */
const findLife = async (
  client: Client,
  orderId: string,
): Promise<'running' | 'completed' | 'lost'> => {
  try {
    const { status } = await client.workflow.getHandle(workflowIdOf(orderId)).describe();
    if (status.name === 'RUNNING') return 'running';
    return status.name === 'COMPLETED' ? 'completed' : 'lost';
  } catch (error) {
    if (isGone(error)) return 'lost';
    throw error;
  }
};

type Begun = { state: Backorder; skus: string[] };

/** The state to start from; undefined when the order has lived and no state of it was kept. */
const stateOf = async (deps: Deps, order: Unended): Promise<Begun | undefined> => {
  const { orderId, skippedMs, revision, state } = order;
  if (state === null && revision !== null) return undefined;
  const { opening, skus } = await getOpening(deps.db.sql, orderId, deps);
  const at = wallToOrder(new Date().toISOString(), skippedMs);
  const begun = revive(state ?? open(opening), { shown: revision ?? 0 });
  return { skus, state: evolve(begun, { type: 'StockChanged', at, snapshot: opening.stock }) };
};

const start = async (
  deps: Deps,
  { restoredFrom }: Wish,
  order: Unended,
  { state, skus }: Begun,
): Promise<Found> => {
  const { db, client, taskQueue } = deps;
  const { orderId, skippedMs } = order;
  const resumeAt = skippedMs > 0 ? wallToOrder(new Date().toISOString(), skippedMs) : undefined;
  const begin: Start = { state, ...(resumeAt !== undefined && { resumeAt }) };
  await noteRevival(db.sql, { orderId, restoredFrom });
  try {
    await client.workflow.start(workflowType, {
      workflowId: workflowIdOf(orderId),
      taskQueue,
      args: [begin],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      typedSearchAttributes: new TypedSearchAttributes(openingAttributes(state, skus)),
      staticSummary: `Backorder ${orderId}`,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    return 'running';
  }
  await greetRevived(db.sql, orderId);
  await catchUp(deps, order);
  return 'revived';
};

/** A new run begins at the wall's time, so it has to skip again what the order had skipped. */
const catchUp = async ({ client }: Deps, { orderId, skippedMs }: Unended): Promise<void> => {
  if (skippedMs === 0) return;
  const skipped = await readSkippedMs(client, { workflowId: workflowIdOf(orderId) });
  const left = skippedMs - (skipped ?? 0);
  if (left > driftMs) await fastForward(client, orderId, left);
};

/** What two clocks may differ by. */
const driftMs = 60_000;

const askPerson = ({ db }: Deps, { orderId, skippedMs }: Unended): Promise<void> => {
  const at = wallToOrder(new Date().toISOString(), skippedMs);
  return raiseAttention(db.sql, { orderId, code: 'orphaned', at });
};
