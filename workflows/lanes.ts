import type { Priority } from '@temporalio/common';
import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { Answer, Call, RemoteActivities, ViewWrite } from '../activities/call.ts';
import { nameOf } from './domain/backorder/delays.ts';
import { lanes as allLanes, type Effect, type Lane } from './domain/backorder/effect.ts';
import type { Outcome } from './domain/backorder/fact.ts';
import { classOf } from './domain/backorder/message-kind.ts';
import type { EvidenceHead } from './domain/law/evidence.ts';
import { urgencyOfMail } from './domain/mail/urgency.ts';
import { inOneLine, summaryOfEffect } from './domain/story.ts';
import type { Instant } from './domain/time.ts';

const activities = proxyActivities<RemoteActivities>({
  scheduleToCloseTimeout: '5 minutes',
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout: '5 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '15 seconds' },
});

/** What an activity has done, one after the other: its own effect, and those it went on to. */
export type Done = { effect: Effect; outcomes: Outcome[] };

/**
 * An effect whose activity is over. `not yet`: its time ran out, but it may still come through.
 * `head`: of the order's evidence, as far as the view that came along has shown it.
 */
export type Ended = {
  effect: Effect;
  done: Done[] | 'not yet';
  view: ViewWrite | null;
  head: EvidenceHead | null;
};

/** Money, stock and mail have a lane each: one effect at a time, and no lane waits for another. */
export const createLanes = (onEnd: (ended: Ended) => void) => {
  const busy = new Set<Lane>();

  const perform = async (call: Call<Effect>): Promise<void> => {
    const { effect, view } = call;
    const ended = await endOf(call);
    busy.delete(effect.lane);
    onEnd({ effect, view, ...ended });
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

const endOf = async (call: Call<Effect>): Promise<Pick<Ended, 'done' | 'head'>> => {
  const { effect, followUps, at } = call;
  const activity = activities[effect.type] as unknown as AnyActivity;
  const effects = [effect, ...followUps.map((followUp) => followUp.effect)];
  const summary = inOneLine(effects.map(summaryOfEffect).join(', then '));
  try {
    const priority = { priorityKey: priorityOf(effect, at) };
    const { done, head } = await activity.executeWithOptions({ summary, priority }, [call]);
    const ofEach = (outcomes: Outcome[], index: number) => ({
      ...{ effect: effects[index] ?? effect, outcomes },
    });
    return { done: done.map(ofEach), head };
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    const { cause } = error;
    const isDeadEnd = cause instanceof ApplicationFailure && cause.nonRetryable;
    if (!isDeadEnd) return { done: 'not yet', head: null };
    const code = cause.type ?? 'unknown';
    const failed: Outcome = { type: 'EffectFailed', effect: nameOf(effect), code };
    return { done: [{ effect, outcomes: [failed] }], head: null };
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
  ) => Promise<Answer>;
};
