import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { Logger } from 'pino';
import type { Db } from '../../db/client.ts';
import { getKnown, giveUpLetter, listOwedLetters, type OwedLetter } from '../../db/mail/letters.ts';
import { wallToOrder } from '../../workflows/domain/order-time.ts';
import { minuteMs } from '../../workflows/domain/time.ts';
import { type Letter, letterAttributes, letterIdOf, letterType } from '../../workflows/messages.ts';
import type { Temporal } from './client.ts';
import { createLoop, type Loop } from './loop.ts';

type Deps = { db: Db; temporal: Temporal; taskQueue: string; logger: Logger };

const batch = 50;
const pollMs = 1_000;
const deadlineMs = 10_000;
/** A letter that has not ended by then is looked after once more. */
const lookAgainMs = 10 * minuteMs;

/**
 * Starts a workflow for each mail that is owed. Several processes may do it at once, and after a
 * crash another one goes on: what counts is the row, and Temporal starts each letter once.
 */
export const createLetters = (deps: Deps): Loop => {
  const startedAt = new Map<string, number>();
  return createLoop(async () => {
    try {
      for (const [id, at] of startedAt) if (Date.now() - at > lookAgainMs) startedAt.delete(id);
      const owed = await listOwedLetters(deps.db.sql, {
        except: [...startedAt.keys()],
        limit: batch,
      });
      if (owed.length === 0) return pollMs;
      const client = await deps.temporal.client();
      for (const letter of owed) {
        await client.withDeadline(Date.now() + deadlineMs, () => start(deps, client, letter));
        startedAt.set(letter.id, Date.now());
      }
      return owed.length === batch ? 0 : pollMs;
    } catch (error) {
      deps.logger.warn({ err: error }, 'letters are started later');
      return pollMs;
    }
  });
};

/** A letter that was terminated starts anew; one that runs or has completed does not. */
const start = async (deps: Deps, client: Client, owed: OwedLetter): Promise<void> => {
  const { id: messageId, orderId, kind } = owed;
  const letter: Letter = { orderId, messageId, kind };
  try {
    await client.workflow.start(letterType, {
      workflowId: letterIdOf(messageId),
      taskQueue: deps.taskQueue,
      args: [letter],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      typedSearchAttributes: new TypedSearchAttributes(letterAttributes(orderId)),
      staticSummary: `Mail ${kind} of order ${orderId}`,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    await endIfOver(deps, client, owed);
  }
};

/**
 * A letter that is over has had an end, which a database that was restored has lost: perhaps it was
 * sent. So a person is asked, and it is not sent again.
 */
const endIfOver = async ({ db }: Deps, client: Client, letter: OwedLetter): Promise<void> => {
  const { id, orderId } = letter;
  const { status } = await client.workflow.getHandle(letterIdOf(id)).describe();
  if (status.name !== 'COMPLETED') return;
  const { skippedMs } = await getKnown(db.sql, orderId);
  const at = wallToOrder(new Date().toISOString(), skippedMs);
  await giveUpLetter(db, { orderId, id, at, decision: 'unknown', reason: 'ended_before' });
};
