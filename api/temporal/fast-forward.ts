import { randomUUID } from 'node:crypto';
import { type Client, isGrpcServiceError } from '@temporalio/client';
import { msNumberToTs, tsToMs } from '@temporalio/common/lib/time.js';
import proto, { type temporal } from '@temporalio/proto';
import { skippedMsOf } from '../../workflows/domain/order-time.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { isGone } from './gone.ts';

const { FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED: completed } =
  proto.temporal.api.enums.v1.FastForwardPollingResult;

const pollForMs = 25_000;
const sliceMs = 1_000;
const maxSessionSkipCount = 1_000;

/**
 * Skips time for one workflow on the server and waits until it has caught up. Skipping is switched
 * off again in every case: left on, it would skip the back-off of retries too. Returns what the
 * order has skipped by then; null when the server tells no clock of its own.
 */
export const fastForward = async (
  client: Client,
  orderId: string,
  ms: number,
): Promise<{ outcome: 'done' | 'unfinished' | 'gone'; skippedMs: number | null }> => {
  const execution = { workflowId: workflowIdOf(orderId) };
  const id = randomUUID();
  try {
    await configure(client, execution, {
      enabled: true,
      fastForwardConfig: { id, duration: msNumberToTs(ms) },
      maxSessionSkipCount,
    });
    const outcome = await waitFor(client, execution, id);
    return { outcome, skippedMs: await readSkippedMs(client, execution) };
  } catch (error) {
    if (!isGone(error)) throw error;
    return { outcome: 'gone', skippedMs: await readSkippedMs(client, execution) };
  } finally {
    await switchOff(client, execution);
  }
};

type Execution = { workflowId: string };

const configure = (
  { workflowService, options }: Client,
  workflowExecution: Execution,
  timeSkippingConfig: temporal.api.common.v1.ITimeSkippingConfig,
) =>
  workflowService.updateWorkflowExecutionOptions({
    namespace: options.namespace,
    workflowExecution,
    workflowExecutionOptions: { timeSkippingConfig },
    updateMask: { paths: ['time_skipping_config'] },
  });

/** Waits in slices, because the server does not tell a waiting call that the run is over. */
const waitFor = async (
  client: Client,
  workflowExecution: Execution,
  fastForwardId: string,
): Promise<'done' | 'unfinished' | 'gone'> => {
  const { connection, workflowService, options } = client;
  const endsAt = Date.now() + pollForMs;
  while (Date.now() < endsAt) {
    const poll = () =>
      workflowService.pollWorkflowExecutionTimeSkipping({
        namespace: options.namespace,
        workflowExecution,
        fastForwardId,
      });
    try {
      const answer = await connection.withDeadline(Date.now() + sliceMs, poll);
      if (answer.fastForwardPollingResult === completed) return 'done';
    } catch (error) {
      if (!isPatienceOver(error)) throw error;
    }
    const { status } = await client.workflow.getHandle(workflowExecution.workflowId).describe();
    if (status.name !== 'RUNNING') return 'gone';
  }
  return 'unfinished';
};

const switchOff = async (client: Client, execution: Execution): Promise<void> => {
  try {
    await configure(client, execution, { enabled: false });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
};

/** The workflow's own clock against the wall; null when the server tells no clock of its own. */
export const readSkippedMs = async (
  { workflowService, options }: Client,
  execution: Execution,
): Promise<number | null> => {
  const { workflowExtendedInfo: info } = await workflowService.describeWorkflowExecution({
    namespace: options.namespace,
    execution,
  });
  const currentTime = info?.timeSkippingInfo?.currentTime;
  if (!currentTime) return null;
  const orderNow = new Date(tsToMs(currentTime)).toISOString();
  return skippedMsOf({ orderNow, wallNow: new Date().toISOString() });
};

/** Our own deadline reads as either: the client or the server may notice it first. */
const isPatienceOver = (error: unknown): boolean =>
  isGrpcServiceError(error) &&
  (error.code === grpcDeadlineExceeded || error.code === grpcCancelled);

const grpcCancelled = 1;
const grpcDeadlineExceeded = 4;
