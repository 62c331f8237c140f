import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { Activities, Call, Outcome, ViewWrite } from '../activities/call.ts';
import { nameOf } from './domain/backorder/delays.ts';
import type { Effect, Lane } from './domain/backorder/effect.ts';
import { summaryOfEffect } from './domain/story.ts';

const activities = proxyActivities<Activities>({
  scheduleToCloseTimeout: '5 minutes',
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout: '5 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '15 seconds' },
});

/** An effect whose activity is over. `not yet`: its time ran out, but it may still come through. */
export type Ended = {
  effect: Effect;
  outcomes: Outcome[] | 'not yet';
  view: ViewWrite | null;
};

/** Money, stock and mail have a lane each: one effect at a time, and no lane waits for another. */
export const createLanes = (onEnd: (ended: Ended) => void) => {
  const busy = new Set<Lane>();

  const perform = async (call: Call<Effect>): Promise<void> => {
    const { effect, view } = call;
    const outcomes = await outcomesOf(call);
    busy.delete(effect.lane);
    onEnd({ effect, outcomes, view });
  };

  return {
    isFree: (...lanes: Lane[]): boolean => lanes.every((lane) => !busy.has(lane)),
    isIdle: (): boolean => busy.size === 0,
    start: (call: Call<Effect>): void => {
      busy.add(call.effect.lane);
      void perform(call);
    },
  };
};

const outcomesOf = async (call: Call<Effect>): Promise<Outcome[] | 'not yet'> => {
  const { effect } = call;
  const activity = activities[effect.type] as unknown as AnyActivity;
  try {
    return await activity.executeWithOptions({ summary: summaryOfEffect(effect) }, [call]);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    const { cause } = error;
    const isDeadEnd = cause instanceof ApplicationFailure && cause.nonRetryable;
    if (!isDeadEnd) return 'not yet';
    return [{ type: 'EffectFailed', effect: nameOf(effect), code: cause.type ?? 'unknown' }];
  }
};

/** Effects are named as their activities, so that each activity gets its own effect. */
type AnyActivity = {
  executeWithOptions: (options: { summary: string }, args: [Call<Effect>]) => Promise<Outcome[]>;
};
