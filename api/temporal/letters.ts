import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { Logger } from 'pino';
import type { Db } from '../../db/client.ts';
import { getKnown, giveUpLetter, listOwedLetters, type OwedLetter } from '../../db/mail/letters.ts';
import { endSpecimen, listOwedSpecimens } from '../../db/mail/specimens.ts';
import { wallToOrder } from '../../workflows/domain/order-time.ts';
import { minuteMs } from '../../workflows/domain/time.ts';
import {
  type Letter,
  letterAttributes,
  letterIdOf,
  letterType,
  type SpecimenLetter,
  specimenIdOf,
} from '../../workflows/messages.ts';
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
  const started = { letters: new Map<string, number>(), specimens: new Map<string, number>() };
  return createLoop(async () => {
    try {
      for (const of of Object.values(started)) forgetOld(of);
      const { sql } = deps.db;
      const asked = (of: Start['of']) => ({ except: [...started[of].keys()], limit: batch });
      const owed = [
        ...(await listOwedLetters(sql, asked('letters'))).map(startOf),
        ...(await listOwedSpecimens(sql, asked('specimens'))).map(startOfSpecimen),
      ];
      if (owed.length === 0) return pollMs;
      const client = await deps.temporal.client();
      for (const letter of owed) {
        await client.withDeadline(Date.now() + deadlineMs, () => start(deps, client, letter));
        started[letter.of].set(letter.id, Date.now());
      }
      return owed.length >= batch ? 0 : pollMs;
    } catch (error) {
      deps.logger.warn({ err: error }, 'letters are started later');
      return pollMs;
    }
  });
};

const forgetOld = (startedAt: Map<string, number>): void => {
  for (const [id, at] of startedAt) if (Date.now() - at > lookAgainMs) startedAt.delete(id);
};

/** How a letter is started, and what becomes of its row if it is over already. */
type Start = {
  of: 'letters' | 'specimens';
  id: string;
  workflowId: string;
  letter: Letter | SpecimenLetter;
  summary: string;
  /** So that it is found among the letters of its order, if it has one. */
  orderId: string | null;
  giveUp: (db: Db) => Promise<void>;
};

const startOf = (owed: OwedLetter): Start => {
  const { id, orderId, kind } = owed;
  return {
    ...{ of: 'letters', id, orderId, workflowId: letterIdOf(id) },
    letter: { orderId, messageId: id, kind },
    summary: `Mail ${kind} of order ${orderId}`,
    giveUp: async (db) => {
      const { skippedMs } = await getKnown(db.sql, orderId);
      const at = wallToOrder(new Date().toISOString(), skippedMs);
      await giveUpLetter(db, { orderId, id, at, decision: 'unknown', reason: endedBefore });
    },
  };
};

const startOfSpecimen = (owed: SpecimenLetter): Start => {
  const { specimenId, kind } = owed;
  return {
    ...{ of: 'specimens', id: specimenId, orderId: null, workflowId: specimenIdOf(specimenId) },
    letter: { specimenId, kind },
    summary: `Test mail ${kind} to an operator`,
    giveUp: ({ sql }) => endSpecimen(sql, { specimenId, decision: 'unknown', reason: endedBefore }),
  };
};

const endedBefore = 'ended_before';

/** A letter that was terminated starts anew; one that runs or has completed does not. */
const start = async (deps: Deps, client: Client, owed: Start): Promise<void> => {
  const { workflowId, letter, orderId, summary } = owed;
  try {
    await client.workflow.start(letterType, {
      workflowId,
      taskQueue: deps.taskQueue,
      args: [letter],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      ...(orderId !== null && {
        typedSearchAttributes: new TypedSearchAttributes(letterAttributes(orderId)),
      }),
      staticSummary: summary,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    await endIfOver(deps, client, owed);
  }
};

/**
 * A letter that is over has had an end, which a database that was restored has lost: perhaps it was
 * sent. So it is not sent again, and of an order's mail a person is asked.
 */
const endIfOver = async ({ db }: Deps, client: Client, owed: Start): Promise<void> => {
  const { status } = await client.workflow.getHandle(owed.workflowId).describe();
  if (status.name === 'COMPLETED') await owed.giveUp(db);
};
