import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import type { Logger } from 'pino';
import { dayMs } from '../../workflows/domain/time.ts';
import { reconciliationType } from '../../workflows/messages.ts';
import type { Temporal } from '../temporal/client.ts';
import { createLoop, type Loop } from '../temporal/loop.ts';

type Deps = { temporal: Temporal; taskQueue: string; everyHours: number; logger: Logger };

const scheduleId = 'reconciliation';

const deadlineMs = 5_000;
const pauseMs = 5_000;

/**
 * Keeps a schedule at Temporal that compares the books every so many hours. It tries until Temporal
 * answers, and once a day makes up for a schedule that somebody deleted. Any number of processes
 * may run it.
 */
export const keepSchedule = (deps: Deps): Loop =>
  createLoop(async () => {
    try {
      const client = await deps.temporal.client();
      await client.withDeadline(Date.now() + deadlineMs, () => putSchedule(client, deps));
      return dayMs;
    } catch (error) {
      deps.logger.warn({ err: error }, 'the schedule of reconciliation is made up for later');
      return pauseMs;
    }
  });

/** Creates the schedule, or gives the one that exists these settings; a pause of it stays. */
const putSchedule = async (client: Client, deps: Deps): Promise<void> => {
  const options = optionsOf(deps);
  try {
    await client.schedule.create(options);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const { action, spec, policies } = options;
    await client.schedule
      .getHandle(scheduleId)
      .update(({ state }) => ({ action, spec, policies, state }));
  }
};

/**
 * A comparison that takes long is not joined by another. An outage of up to a day is made up for.
 */
const optionsOf = ({ taskQueue, everyHours }: Deps) =>
  ({
    scheduleId,
    spec: { intervals: [{ every: `${everyHours}h` }] },
    action: {
      type: 'startWorkflow',
      workflowType: reconciliationType,
      workflowId: scheduleId,
      taskQueue,
      args: [],
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' },
  }) satisfies ScheduleOptions;
