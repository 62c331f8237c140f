import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import { findLife } from '../../db/backorder/life.ts';
import { setSkipped } from '../../db/backorder/place.ts';
import type { Db } from '../../db/client.ts';
import type { RefusalCode, Request } from '../../workflows/domain/backorder/request.ts';
import { type UpdateAnswer, updateOf, workflowIdOf } from '../../workflows/messages.ts';
import { answerAfterEnd } from './answer-after-end.ts';
import type { Temporal } from './client.ts';
import { fastForward } from './fast-forward.ts';
import { findEnd, isGone } from './gone.ts';
import { type ActAnswer, type BackorderActs, OutcomeUnknown } from './port.ts';
import type { Relay } from './relay.ts';

type Deps = { db: Db; temporal: Temporal; relay: Relay; logger: Logger };

const deadlineMs = 5_000;

/** Acts on backorders through Updates of their workflows. */
export const createTemporalActs = (deps: Deps): BackorderActs => ({
  act: async (orderId, request, { id }) => {
    const { db } = deps;
    const life = await findLife(db, orderId);
    if (life?.outcome) return answerAfterEnd(db, orderId, { life, request });
    const client = await startedClient(deps, orderId);
    try {
      return await update(client, { orderId, request, id });
    } catch (error) {
      if (!isGone(error)) throw asOutcome(error);
      const end = await findEnd(deps, orderId);
      if (!end) throw new OutcomeUnknown('the workflow is lost', { cause: error });
      return answerAfterEnd(db, orderId, { life: end, request });
    }
  },

  fastForward: async (orderId, ms) => {
    if ((await findLife(deps.db, orderId))?.outcome) return 'done';
    const client = await startedClient(deps, orderId);
    const { outcome, skippedMs } = await fastForward(client, orderId, ms).catch((error) => {
      throw asOutcome(error);
    });
    if (skippedMs !== null) await setSkipped(deps.db, orderId, skippedMs);
    if (outcome === 'gone') await findEnd(deps, orderId);
    return outcome === 'unfinished' ? 'unfinished' : 'done';
  },
});

/** A client for the order. The news of one that was placed a moment ago is delivered first. */
const startedClient = async ({ db, temporal, relay }: Deps, orderId: string): Promise<Client> => {
  const client = await temporal.client();
  const life = await findLife(db, orderId);
  if (!life || life.isStarted) return client;
  try {
    await client.withDeadline(Date.now() + deadlineMs, () => relay.start(orderId));
  } catch (error) {
    throw asOutcome(error);
  }
  return client;
};

const update = async (
  client: Client,
  { orderId, request, id }: { orderId: string; request: Request; id: string },
): Promise<ActAnswer> => {
  const handle = client.workflow.getHandle(workflowIdOf(orderId));
  const options = { args: [request] as [Request], updateId: id };
  try {
    const { refused } = await client.withDeadline(
      Date.now() + deadlineMs,
      (): Promise<UpdateAnswer> => handle.executeUpdate(updateOf(request), options),
    );
    return refused === null ? { ok: true } : { refused };
  } catch (error) {
    const code = refusalOf(error);
    if (code) return { refused: code };
    throw error;
  }
};

/** A refusal is the type of the failure with which the workflow rejected the Update. */
const refusalOf = (error: unknown): RefusalCode | undefined => {
  if (!(error instanceof WorkflowUpdateFailedError)) return undefined;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || isGone(error)) return undefined;
  return (cause.type as RefusalCode | null | undefined) ?? undefined;
};

const asOutcome = (error: unknown): unknown =>
  error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
  error instanceof ServiceError ||
  isGrpcServiceError(error)
    ? new OutcomeUnknown('the workflow did not answer in time', { cause: error })
    : error;
