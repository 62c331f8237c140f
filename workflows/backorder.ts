import {
  ActivityFailure,
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { type Activities, activityOf, type Call, type Outcome } from '../activities/call.ts';
import { open } from './domain/backorder.ts';
import { decide, isRefusal } from './domain/decide.ts';
import type { Effect, Lane } from './domain/effect.ts';
import { evolve, retryAt } from './domain/evolve.ts';
import type { Fact } from './domain/fact.ts';
import { begun } from './domain/payment.ts';
import { type Plan, plan } from './domain/plan.ts';
import type { Request } from './domain/request.ts';
import { isSettling } from './domain/settling.ts';
import { detailsOf, entryOf, summaryOfEffect } from './domain/story.ts';
import { type Instant, msBetween } from './domain/time.ts';
import { viewOf } from './domain/view.ts';
import {
  changingAttributes,
  type Start,
  stockChanged,
  type UpdateAnswer,
  updates,
} from './messages.ts';
import { createProjector } from './projector.ts';

const activities = proxyActivities<Activities>({
  scheduleToCloseTimeout: '5 minutes',
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout: '5 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '15 seconds' },
});

/** One backorder, from its opening until its phase is terminal and nothing is owed. */
export async function backorder(start: Start): Promise<Plan['done']> {
  const cancelled = CancellationScope.current().cancelRequested;
  return CancellationScope.nonCancellable(() => live(start, cancelled));
}

const live = async (start: Start, cancelled: Promise<never>): Promise<Plan['done']> => {
  let state = 'state' in start ? start.state : open(start.opening);
  let dirty = true;
  let waiting = 0;
  let writes = 0;
  let timer: { wakeAt: Instant; scope: CancellationScope } | undefined;
  let attributes = JSON.stringify(changingAttributes(state));
  const busy = new Set<Lane>();

  const now = (): Instant => new Date(Date.now()).toISOString();
  const wake = (): void => {
    dirty = true;
  };
  const { orderId } = state;
  const projector = createProjector(orderId, wake);
  const view = () => viewOf(state, plan(state, now()), now());

  const apply = (facts: readonly Fact[]): void => {
    for (const fact of facts) {
      state = evolve(state, fact);
      const entry = entryOf(fact, state.revision);
      if (entry) projector.note(entry);
    }
    dirty ||= facts.length > 0;
  };

  const answer = async (request: Request): Promise<UpdateAnswer> => {
    if (request.type === 'ReportShipment') await condition(() => !isSettling(state, now()));
    const decision = decide(state, request, now());
    apply(isRefusal(decision) ? decision.facts : decision);
    waiting += 1;
    wake();
    await condition(() => !dirty && state.acts.length === 0 && projector.stands(view()));
    waiting -= 1;
    return { refused: isRefusal(decision) ? decision.refused : null };
  };

  const validate = (request: Request): void => {
    const decision = decide(state, request, now());
    if (isRefusal(decision) && decision.facts.length === 0) {
      throw ApplicationFailure.nonRetryable(decision.refused, decision.refused);
    }
  };

  setHandler(stockChanged, (snapshot) => apply([{ type: 'StockChanged', at: now(), snapshot }]));
  for (const update of Object.values(updates)) {
    setHandler(update, answer, { validator: validate });
  }
  cancelled.catch(() => {
    const cancelId = `temporal/${workflowInfo().runId}`;
    const request = { type: 'CancelBackorder', cancelId, by: 'shop', lines: null } as const;
    const decision = decide(state, request, now());
    if (!isRefusal(decision)) apply(decision);
  });

  const perform = async (effect: Effect, projection: Call<Effect>['projection']): Promise<void> => {
    const outcomes = await outcomesOf(effect, { orderId, at: now(), effect, projection });
    busy.delete(effect.lane);
    if (outcomes === 'not yet') {
      if (projection) projector.lose(projection);
      const until = retryAt(state, effect.key, now());
      apply([{ type: 'EffectDelayed', at: now(), key: effect.key, until }]);
      return;
    }
    if (projection) projector.confirm(projection);
    apply(outcomes.map((outcome) => ({ ...outcome, at: now() })));
  };

  const startEffects = (effects: Effect[]): void => {
    const starting = effects.filter(({ lane }) => !busy.has(lane));
    apply(starting.flatMap((effect) => begun(effect, now())));
    const mayCarry = waiting === 0 && projector.isNew(view());
    for (const [index, effect] of starting.entries()) {
      busy.add(effect.lane);
      const carries = index === 0 && mayCarry;
      void perform(effect, carries ? projector.claim(view(), revision()) : null);
    }
  };

  const revision = (): number => {
    writes += 1;
    return state.revision + writes;
  };

  const showView = (): void => {
    const isWanted = waiting > 0 ? !projector.stands(view()) : projector.isNew(view());
    if (!isWanted || projector.isBeingWritten(view())) return;
    void projector.write(projector.claim(view(), revision()));
  };

  const showAttributes = (): void => {
    const pairs = changingAttributes(state);
    if (JSON.stringify(pairs) === attributes) return;
    attributes = JSON.stringify(pairs);
    upsertSearchAttributes(pairs);
  };

  /** One timer at a time, kept unless it would come too late. */
  const setTimer = (wakeAt: Instant | undefined, why: string): void => {
    if (wakeAt === undefined || (timer && timer.wakeAt <= wakeAt)) return;
    timer?.scope.cancel();
    const scope = new CancellationScope();
    const rung = { wakeAt, scope };
    timer = rung;
    const run = () => sleep(Math.max(1, msBetween(now(), wakeAt)), { summary: why });
    scope.run(run).then(
      () => {
        if (timer === rung) timer = undefined;
        wake();
      },
      () => {
        // Cancelled, because an earlier timer has taken its place.
      },
    );
  };

  for (;;) {
    dirty = false;
    const next = plan(state, now());
    startEffects(next.start);
    showView();
    showAttributes();
    setCurrentDetails(detailsOf(state, next));
    setTimer(next.wakeAt, next.why);
    const isIdle = () => busy.size === 0 && !dirty && projector.stands(view());
    const mayEnd = next.done !== undefined || workflowInfo().continueAsNewSuggested;
    await condition(() => dirty || (mayEnd && isIdle() && allHandlersFinished()));
    if (dirty) continue;
    if (next.done) return next.done;
    await continueAsNew<typeof backorder>({
      state: { ...state, revision: state.revision + writes },
    });
  }
};

/** What came of an effect, or `not yet` when it has been tried for as long as it may be. */
const outcomesOf = async (effect: Effect, call: Call<Effect>): Promise<Outcome[] | 'not yet'> => {
  const activity = activities[activityOf[effect.type]] as unknown as AnyActivity;
  try {
    return await activity.executeWithOptions({ summary: summaryOfEffect(effect) }, [call]);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    const { cause } = error;
    const isDeadEnd = cause instanceof ApplicationFailure && cause.nonRetryable;
    if (!isDeadEnd) return 'not yet';
    return [{ type: 'EffectFailed', key: effect.key, code: cause.type ?? 'unknown' }];
  }
};

type AnyActivity = {
  executeWithOptions: (options: { summary: string }, args: [Call<Effect>]) => Promise<Outcome[]>;
};
