import {
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import { findLife, type Life } from '../../db/backorder/life.ts';
import type { Db } from '../../db/client.ts';
import { raiseAttention } from '../../db/record/attention.ts';
import { wallToOrder } from '../../workflows/domain/order-time.ts';

/**
 * Whether Temporal says that no run can answer: the workflow was never started, has ended or is
 * lost. Temporal says so in three ways, by what was asked.
 */
export const isGone = (error: unknown): boolean =>
  error instanceof WorkflowNotFoundError || isEndOfUpdate(error) || isClosedRun(error);

/**
 * What is left of a backorder whose workflow is gone: its life, with the outcome it ended in.
 * Undefined when it never ended: then the workflow is lost, and a person is asked.
 */
export const findEnd = async (
  { db, logger }: { db: Db; logger: Logger },
  orderId: string,
): Promise<Life | undefined> => {
  const life = await findLife(db.sql, orderId);
  if (!life || life.outcome) return life;
  logger.error({ orderId }, 'the workflow is lost');
  const at = wallToOrder(new Date().toISOString(), life.skippedMs);
  await raiseAttention(db.sql, { orderId, code: 'orphaned', at });
  return undefined;
};

/** The run accepted the Update, and was over before it answered. */
const isEndOfUpdate = (error: unknown): boolean =>
  error instanceof WorkflowUpdateFailedError &&
  error.cause instanceof ApplicationFailure &&
  error.cause.type === 'AcceptedUpdateCompletedWorkflow';

/** The service itself was asked to change a run that it does not have, or that is over. */
const isClosedRun = (error: unknown): boolean =>
  isGrpcServiceError(error) &&
  (error.code === grpcNotFound || error.code === grpcFailedPrecondition);

const grpcNotFound = 5;
const grpcFailedPrecondition = 9;
