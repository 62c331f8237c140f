import {
  isGrpcServiceError,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
} from '@temporalio/client';
import { reconciliationType } from '../../workflows/messages.ts';
import type { Temporal } from '../temporal/client.ts';
import { OutcomeUnknown } from '../temporal/port.ts';

const deadlineMs = 5_000;

/** Starts a comparison of books now. Within the same minute it is the same comparison. */
export const createReconciliation =
  ({ temporal, taskQueue }: { temporal: Temporal; taskQueue: string }) =>
  async (): Promise<string> => {
    const workflowId = `reconciliation/${new Date().toISOString().slice(0, 16)}`;
    const client = await temporal.client();
    try {
      await client.withDeadline(Date.now() + deadlineMs, () =>
        client.workflow.start(reconciliationType, {
          workflowId,
          taskQueue,
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        }),
      );
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return workflowId;
      if (!(error instanceof ServiceError) && !isGrpcServiceError(error)) throw error;
      throw new OutcomeUnknown('Temporal did not answer in time', { cause: error });
    }
    return workflowId;
  };
