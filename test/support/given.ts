import { expect } from 'vitest';
import { type Backorder, type Opening, open } from '../../workflows/domain/backorder/backorder.ts';
import type { Effect } from '../../workflows/domain/backorder/effect.ts';
import type { Fact } from '../../workflows/domain/backorder/fact.ts';
import type { RefusalCode, Request } from '../../workflows/domain/backorder/request.ts';
import { decide, isRefusal } from '../../workflows/domain/decide.ts';
import { evolve } from '../../workflows/domain/evolve.ts';
import { observe } from '../../workflows/domain/observe.ts';
import { type Outcome, plan } from '../../workflows/domain/plan.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { adasLamp, dayZero } from './cast.ts';
import { deepFreeze } from './deep-freeze.ts';

type Time = { at?: Instant };

/** A part of an effect says enough of it. */
type PartOfEffect = { type: Effect['type'] } & Record<string, unknown>;

/** What the core says of Ada's order once these facts have happened. */
export const given = (...facts: Fact[]) => givenOrder(adasLamp, ...facts);

/** What the core says of an order once these facts have happened. */
export const givenOrder = (opening: Opening, ...facts: Fact[]) => {
  const state = stateAfter(opening, facts);
  return {
    state,
    when: (request: Request, { at = dayZero }: Time = {}) => asking(state, request, at),
    plans: ({ at = dayZero }: Time = {}) => planning(state, at),
  };
};

/** The state of an order after facts; every state on the way is frozen. */
export const stateAfter = (opening: Opening, facts: readonly Fact[]): Backorder =>
  facts.reduce(
    (state, fact) =>
      observe(state, fact).reduce(
        (next, each) => deepFreeze(evolve(next, deepFreeze(each))),
        state,
      ),
    deepFreeze(open(opening)),
  );

const asking = (state: Backorder, request: Request, at: Instant) => {
  const decision = decide(state, request, at);
  return {
    // biome-ignore lint/suspicious/noThenProperty: the third word of a specification.
    then: (...facts: Fact[]) => {
      expect(decision).toEqual(facts);
    },
    /** `facts` are what is remembered of it all the same. */
    refuses: (refused: RefusalCode, ...facts: Fact[]) => {
      expect(decision).toEqual({ refused, facts });
    },
    accepts: () => {
      expect(isRefusal(decision) ? decision.refused : 'accepted').toBe('accepted');
    },
  };
};

const planning = (state: Backorder, at: Instant) => {
  const planned = plan(state, at);
  return {
    plan: planned,
    /**
     * Exactly these effects, one a lane, in the order stock, money, mail, law. The days of the law
     * are worked out beside many of them, and count only where they are named.
     */
    starts: (...effects: PartOfEffect[]) => {
      const isNamed = effects.some(({ type }) => type === 'planLaw');
      const started = planned.start.filter(({ type }) => isNamed || type !== 'planLaw');
      expect(started).toEqual(effects.map((effect) => expect.objectContaining(effect)));
    },
    startsNothing: () => {
      expect(planned.start).toEqual([]);
    },
    wakesAt: (wakeAt: Instant | undefined) => {
      expect(planned.wakeAt).toBe(wakeAt);
    },
    isDone: (outcome: Outcome | undefined) => {
      expect(planned.done).toBe(outcome);
    },
  };
};
