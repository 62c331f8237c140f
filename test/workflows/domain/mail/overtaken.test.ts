import { expect, it } from 'vitest';
import type { Backorder } from '../../../../workflows/domain/backorder/backorder.ts';
import { evolve } from '../../../../workflows/domain/evolve.ts';
import { plan } from '../../../../workflows/domain/plan.ts';
import { adasLamp, day, dayZero } from '../../../support/cast.ts';
import { stateAfter } from '../../../support/given.ts';

const at = day(10);
const on = '2026-12-06';

/** A countdown is due just as we have to see whether its date can be kept. */
const both = (): Backorder => {
  const state = stateAfter(adasLamp, []);
  const countdown = { key: 'countdown:3', kind: 'countdown', at, until: day(11) } as const;
  const moments = [{ does: 'tell-unless-in-time', at } as const];
  return {
    ...state,
    law: { ...state.law, clock: { ...state.law.clock, momentsOn: on, moments } },
    mail: { ...state.mail, confirmedAt: dayZero, owed: [], timetable: [countdown] },
  };
};

/** The steps of mail and law that start then. */
const started = (state: Backorder) =>
  plan(state, at)
    .start.filter(({ lane }) => lane === 'mail' || lane === 'law')
    .map(({ type }) => type);

it('lets no countdown out before it is known whether its date can be kept', () => {
  expect(started(both())).toEqual(['foreseeDelay']);
});

it('counts down once it is known that it can', () => {
  const kept = {
    type: 'DelayForeseen',
    at,
    on,
    does: 'tell-unless-in-time',
    isInTime: true,
  } as const;
  expect(started(evolve(both(), kept))).toEqual(['sendMail']);
});

it('counts down if that cannot be found out for now', () => {
  const delayed = { type: 'foreseeDelay', subject: on, turn: 'tell-unless-in-time' } as const;
  const delay = { ...delayed, tries: 1, until: day(11) };
  expect(started({ ...both(), delays: [delay] as Backorder['delays'] })).toEqual(['sendMail']);
});
