import type { Logger } from 'pino';
import type { EvidenceHead } from '../../workflows/domain/law/evidence.ts';
import { evidenceHead, workflowIdOf } from '../../workflows/messages.ts';
import type { Temporal } from './client.ts';
import { isGone } from './gone.ts';

/**
 * The head of an order's evidence by the word of its workflow, be it running or ended. Null when it
 * has none, or when nobody can be asked in time. Changes nothing.
 */
export type Witness = (orderId: string) => Promise<EvidenceHead | null>;

const deadlineMs = 2_000;

export const createWitness =
  ({ temporal, logger }: { temporal: Temporal; logger: Logger }): Witness =>
  async (orderId) => {
    try {
      const client = await temporal.client();
      return await client.withDeadline(Date.now() + deadlineMs, () =>
        client.workflow.getHandle(workflowIdOf(orderId)).query(evidenceHead),
      );
    } catch (error) {
      if (!isGone(error)) logger.warn({ err: error, orderId }, 'no workflow vouches for evidence');
      return null;
    }
  };
