import type { Priority } from '@temporalio/common';
import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { Call, RemoteActivities, ViewWrite } from '../activities/call.ts';
import { nameOf } from './domain/backorder/delays.ts';
import { lanes as allLanes, type Effect, type Lane } from './domain/backorder/effect.ts';
import type { Outcome } from './domain/backorder/fact.ts';
import { classOf } from './domain/backorder/message-kind.ts';
import { urgencyOfMail } from './domain/mail/urgency.ts';
import { summaryOfEffect } from './domain/story.ts';
import type { Instant } from './domain/time.ts';

const activities = proxyActivities<RemoteActivities>({
  scheduleToCloseTimeout: '5 minutes',
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout: '5 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '15 seconds' },
});

/** What an activity has done, one after the other: its own effect, and those it went on to. */
export type Done = { effect: Effect; outcomes: Outcome[] };

/** An effect whose activity is over. `not yet`: its time ran out, but it may still come through. */
export type Ended = { effect: Effect; done: Done[] | 'not yet'; view: ViewWrite | null };

/** Money, stock and mail have a lane each: one effect at a time, and no lane waits for another. */
export const createLanes = (onEnd: (ended: Ended) => void) => {
  const busy = new Set<Lane>();

  const perform = async (call: Call<Effect>): Promise<void> => {
    const { effect, view } = call;
    const done = await doneOf(call);
    busy.delete(effect.lane);
    onEnd({ effect, done, view });
  };

  return {
    isFree: (...lanes: Lane[]): boolean => lanes.every((lane) => !busy.has(lane)),
    isIdle: (): boolean => busy.size === 0,
    /** The lanes that are free, and stay so when these effects start. */
    idleBeside: (starting: readonly Effect[]): Lane[] =>
      allLanes.filter((lane) => !busy.has(lane) && starting.every((each) => each.lane !== lane)),
    start: (call: Call<Effect>): void => {
      busy.add(call.effect.lane);
      void perform(call);
    },
  };
};

const doneOf = async (call: Call<Effect>): Promise<Done[] | 'not yet'> => {
  const { effect, followUps, at } = call;
  const activity = activities[effect.type] as unknown as AnyActivity;
  const effects = [effect, ...followUps.map((followUp) => followUp.effect)];
  const summary = effects.map(summaryOfEffect).join(', then ');
  try {
    const priority = { priorityKey: priorityOf(effect, at) };
    const outcomes = await activity.executeWithOptions({ summary, priority }, [call]);
    return outcomes.map((each, index) => ({ effect: effects[index] ?? effect, outcomes: each }));
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    const { cause } = error;
    const isDeadEnd = cause instanceof ApplicationFailure && cause.nonRetryable;
    if (!isDeadEnd) return 'not yet';
    const code = cause.type ?? 'unknown';
    return [{ effect, outcomes: [{ type: 'EffectFailed', effect: nameOf(effect), code }] }];
  }
};

/**
 * What a worker that is short of slots takes first, 1 before 5: money and stock, then mail that the
 * customer must have now, then notices of far-off deadlines, then mail they may do without.
 */
const priorityOf = (effect: Effect, at: Instant): number => {
  if (effect.lane !== 'mail') return 1;
  if (effect.type !== 'sendMail') return 3;
  if (urgencyOfMail(effect, at) === 'at_once') return 2;
  return classOf(effect.message.kind) === 'service' ? 3 : 4;
};

/** Effects are named as their activities, so that each activity gets its own effect. */
type AnyActivity = {
  executeWithOptions: (
    options: { summary: string; priority: Priority },
    args: [Call<Effect>],
  ) => Promise<Outcome[][]>;
};
