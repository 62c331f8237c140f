import {
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { isFollowed, isMoving } from './domain/answerable.ts';
import { open } from './domain/backorder/backorder.ts';
import type { Effect } from './domain/backorder/effect.ts';
import type { Fact } from './domain/backorder/fact.ts';
import type { Request } from './domain/backorder/request.ts';
import type { Snapshot } from './domain/backorder/snapshot.ts';
import { begin } from './domain/begin.ts';
import { decide, isRefusal } from './domain/decide.ts';
import { evolve, retryAt } from './domain/evolve.ts';
import { factsOfHint, type PaymentHint } from './domain/payment/hint.ts';

import { type Outcome, plan } from './domain/plan.ts';
import { detailsOf, entryOf } from './domain/story.ts';
import { addMs, type Instant, minuteMs } from './domain/time.ts';
import { viewOf } from './domain/view.ts';
import { createLanes, type Ended } from './lanes.ts';
import {
  type PromiseMoves,
  paymentHinted,
  promiseMoved,
  type Start,
  stockChanged,
  type UpdateAnswer,
  updates,
} from './messages.ts';
import { createAttributes } from './search-attributes.ts';
import { createViewWriter } from './view-writer.ts';
import { createWakeTimer } from './wake-timer.ts';

/** One backorder, from its opening until its phase is terminal and nothing is owed. */
export async function backorder(start: Start): Promise<Outcome> {
  const cancelled = CancellationScope.current().cancelRequested;
  return CancellationScope.nonCancellable(async () => {
    const run = createRun(start);
    setHandler(stockChanged, run.hearOfStock);
    setHandler(promiseMoved, run.hearOfPromises);
    setHandler(paymentHinted, run.hearOfPayment);
    for (const update of Object.values(updates)) {
      setHandler(update, run.answer, { validator: run.refuse });
    }
    cancelled.catch(run.cancelByShop);
    return run.live();
  });
}

/** Longer than any effect tries. */
const tryMs = 10 * minuteMs;

const createRun = (start: Start) => {
  let state = 'state' in start ? start.state : open(start.opening);
  let dirty = true;
  let waiting = 0;
  let writes = 0;

  const { orderId } = state;
  const now = (): Instant => new Date(Date.now()).toISOString();
  const wake = (): void => {
    dirty = true;
  };
  const viewWriter = createViewWriter(orderId, wake);
  const setTimer = createWakeTimer({ now, wake });
  const showAttributes = createAttributes(state);
  const view = () => viewOf(state, plan(state, now()), now());

  const apply = (facts: readonly Fact[]): void => {
    for (const fact of facts) {
      const before = state;
      state = evolve(state, fact);
      const entry = state === before ? undefined : entryOf(fact, state.revision);
      if (entry) viewWriter.note(entry);
    }
    dirty ||= facts.length > 0;
  };

  const lanes = createLanes(({ effect, outcomes, view: written }: Ended): void => {
    const at = now();
    if (outcomes === 'not yet') {
      if (written) viewWriter.lose(written);
      const { key } = effect;
      apply([{ type: 'EffectDelayed', at, key, until: retryAt(state, key, at) }]);
    } else {
      if (written) viewWriter.confirm(written);
      apply(outcomes.map((outcome) => ({ ...outcome, at })));
    }
  });

  const claimView = () => {
    writes += 1;
    return viewWriter.claim(view(), state.revision + writes);
  };

  /** Somebody waits for nothing else than that the view can be seen. */
  const isAwaited = (): boolean => waiting > 0 && state.acts.length === 0;

  /** The first effect carries what changed to PostgreSQL, unless somebody waits for it. */
  const startEffects = (effects: Effect[]): void => {
    const starting = effects.filter(({ lane }) => lanes.isFree(lane));
    const at = now();
    apply(starting.flatMap((effect) => begin(state, effect, at)));
    let carries = !isAwaited() && viewWriter.isNew(view());
    for (const effect of starting) {
      lanes.start({ orderId, at, effect, view: carries ? claimView() : null });
      carries = false;
    }
  };

  const showView = (): void => {
    if (viewWriter.isWriting()) return;
    const isWanted = isAwaited() ? !viewWriter.stands(view()) : viewWriter.isNew(view());
    if (isWanted) void viewWriter.write(claimView());
  };

  const mustWait = ({ type }: Request): boolean =>
    type === 'ReportShipment' && isMoving(state, now());

  /** What was asked has been carried out, or looked at, as far as that can be waited for. */
  const isSettled = (request: Request): boolean =>
    !dirty && state.acts.length === 0 && isFollowed(state, request, now());

  /** A timer for later is set once stock and money rest: what they do may make another of it. */
  const mayWait = (wakeAt: Instant | undefined): boolean =>
    lanes.isFree('stock', 'money') || wakeAt === undefined || wakeAt < addMs(now(), tryMs);

  const isAtRest = (): boolean => lanes.isIdle() && !dirty && viewWriter.stands(view());

  return {
    hearOfStock: (snapshot: Snapshot): void =>
      apply([{ type: 'StockChanged', at: now(), snapshot }]),

    hearOfPromises: ({ moves, snapshot }: PromiseMoves): void => {
      apply([{ type: 'StockChanged', at: now(), snapshot }]);
      for (const move of moves) {
        const decision = decide(state, { type: 'ChangePromise', ...move, isSupply: true }, now());
        if (!isRefusal(decision)) apply(decision);
      }
    },

    hearOfPayment: (hint: PaymentHint): void => apply(factsOfHint(state, hint, now())),

    /** Answers once others can see what followed; a shipment waits for money that is moving. */
    answer: async (request: Request): Promise<UpdateAnswer> => {
      // Of several that wait, the first to go on may set stock and money in motion again.
      while (mustWait(request)) await condition(() => !mustWait(request));
      const decision = decide(state, request, now());
      apply(isRefusal(decision) ? decision.facts : decision);
      waiting += 1;
      wake();
      await condition(() => isSettled(request) && viewWriter.stands(view()));
      waiting -= 1;
      return { refused: isRefusal(decision) ? decision.refused : null };
    },

    /** Rejects an Update that would be refused and leave nothing behind. */
    refuse: (request: Request): void => {
      const decision = decide(state, request, now());
      if (!isRefusal(decision) || decision.facts.length > 0) return;
      throw ApplicationFailure.nonRetryable(decision.refused, decision.refused);
    },

    /** A cancellation from the Temporal UI: the shop cancels. */
    cancelByShop: (): void => {
      const cancelId = `temporal/${workflowInfo().runId}`;
      const request: Request = { type: 'CancelBackorder', cancelId, by: 'shop', lines: null };
      const decision = decide(state, request, now());
      if (!isRefusal(decision)) apply(decision);
    },

    live: async (): Promise<Outcome> => {
      for (;;) {
        dirty = false;
        const next = plan(state, now());
        startEffects(next.start);
        showView();
        if (lanes.isFree('stock', 'money')) showAttributes(state);
        setCurrentDetails(detailsOf(state, next));
        if (mayWait(next.wakeAt)) setTimer(next.wakeAt, next.why);
        const mayEnd = next.done !== undefined || workflowInfo().continueAsNewSuggested;
        await condition(() => dirty || (mayEnd && isAtRest() && allHandlersFinished()));
        if (dirty) continue;
        if (next.done) return next.done;
        await continueAsNew<typeof backorder>({
          state: { ...state, revision: state.revision + writes },
        });
      }
    },
  };
};
