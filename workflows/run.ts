import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setCurrentDetails,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { type Backorder, open } from './domain/backorder/backorder.ts';
import { nameOf } from './domain/backorder/delays.ts';
import type { Effect } from './domain/backorder/effect.ts';
import type { Fact } from './domain/backorder/fact.ts';
import { begin } from './domain/begin.ts';
import { changesOf } from './domain/changes.ts';
import { evolve, retryAt } from './domain/evolve.ts';
import { followUpsOf } from './domain/follow-ups.ts';
import { evidenceAtStart, evidenceOf } from './domain/law/record.ts';
import { factsOfTime } from './domain/law/steps.ts';
import { observe } from './domain/observe.ts';
import { type Outcome, plan } from './domain/plan.ts';
import { detailsOf, entryOf, inOneLine } from './domain/story.ts';
import { addMs, type Instant, minuteMs, msBetween } from './domain/time.ts';
import { viewOf } from './domain/view.ts';
import { createLanes, type Ended } from './lanes.ts';
import type { Start } from './messages.ts';
import { createAttributes } from './search-attributes.ts';
import { createViewWriter } from './view-writer.ts';
import { createWakeTimer } from './wake-timer.ts';

export type Run = ReturnType<typeof createRun>;

/** Longer than any activity goes on trying. */
const tryMs = 10 * minuteMs;

/** One run of a backorder: its state, what may change it, and the loop that does what it plans. */
export const createRun = (start: Start) => {
  let state: Backorder = 'state' in start ? start.state : open(start.opening);
  let isDirty = true;
  let waiting = 0;

  const { orderId } = state;
  const now = (): Instant => new Date(Date.now()).toISOString();
  const wake = (): void => {
    isDirty = true;
  };
  const head = 'state' in start ? (start.evidence ?? null) : null;
  const views = createViewWriter({
    orderId,
    head,
    wake,
    viewNow: () => viewOf(state, plan(state, now()), now()),
    stateNow: () => state,
  });
  if (head === null) views.record(evidenceAtStart(state));
  const setTimer = createWakeTimer({ now, wake });
  const showAttributes = createAttributes(state);

  const apply = (facts: readonly Fact[]): void => {
    for (const fact of facts) {
      const before = state;
      state = evolve(state, fact);
      const entry = state === before ? undefined : entryOf(fact, state.revision);
      if (entry) views.note(entry);
      views.record(evidenceOf(fact, before, state));
      views.tell(changesOf(fact, before, state));
    }
    isDirty ||= facts.length > 0;
  };

  const lanes = createLanes(({ effect, done, view, head: seen }: Ended): void => {
    const at = now();
    if (done === 'not yet') {
      if (view) views.lose(view);
      const until = retryAt(state, effect, at);
      apply([{ type: 'EffectDelayed', at, effect: nameOf(effect), until }]);
    } else {
      if (view) views.confirm(view, seen);
      for (const [index, { effect: its, outcomes }] of done.entries()) {
        if (index > 0) apply(begin(state, its, at));
        for (const outcome of outcomes) apply(observe(state, { ...outcome, at }));
      }
    }
  });

  /** Whether a caller waits for nothing but the view. */
  const isAwaited = (): boolean => waiting > 0 && state.acts.length === 0;

  /** The first effect carries the new view to PostgreSQL, unless a caller waits for the view. */
  const startEffects = (effects: Effect[]): void => {
    const starting = effects.filter(({ lane }) => lanes.isFree(lane));
    const at = now();
    const idle = lanes.idleBeside(starting);
    const calls = starting.map((effect) => ({
      effect,
      followUps: followUpsOf(state, effect, { at, idle }),
    }));
    apply(starting.flatMap((effect) => begin(state, effect, at)));
    let carries = !isAwaited() && views.isNew();
    for (const call of calls) {
      lanes.start({ orderId, at, ...call, view: carries ? views.claim() : null });
      carries = false;
    }
  };

  /** A timer for later waits until stock and money rest, because they may change its time. */
  const mayWait = (wakeAt: Instant | undefined): boolean =>
    lanes.isFree('stock', 'money') || wakeAt === undefined || wakeAt < addMs(now(), tryMs);

  const isAtRest = (): boolean => lanes.isIdle() && !isDirty && views.stands();

  /** Starts what is planned now, and returns the plan. */
  const turn = () => {
    apply(factsOfTime(state, now()));
    isDirty = false;
    const next = plan(state, now());
    startEffects(next.start);
    views.show({ isAwaited: isAwaited() });
    if (lanes.isFree('stock', 'money')) showAttributes(state);
    setCurrentDetails(detailsOf(state, next));
    if (mayWait(next.wakeAt)) setTimer(next.wakeAt, inOneLine(next.why));
    return next;
  };

  return {
    now,
    apply,
    state: (): Backorder => state,
    evidence: views.head,
    fallBehind: (): void => {
      views.fallBehind();
      wake();
    },

    /** Waits until `isDone` holds, nothing is left to plan, and others can see the view. */
    untilSeen: async (isDone: () => boolean): Promise<void> => {
      waiting += 1;
      wake();
      await condition(() => !isDirty && isDone() && views.stands());
      waiting -= 1;
    },

    live: async (): Promise<Outcome> => {
      const resumeAt = 'state' in start ? start.resumeAt : undefined;
      if (resumeAt !== undefined && resumeAt > now()) {
        await sleep(msBetween(now(), resumeAt), { summary: 'its own time' });
      }
      for (;;) {
        const { done } = turn();
        const mayEnd = done !== undefined || workflowInfo().continueAsNewSuggested;
        await condition(() => isDirty || (mayEnd && isAtRest() && allHandlersFinished()));
        if (isDirty) continue;
        if (done) return done;
        const revision = state.revision + views.writes();
        await continueAsNew<(start: Start) => Promise<Outcome>>({
          state: { ...state, revision },
          evidence: views.head(),
        });
      }
    },
  };
};
