import { expect, test } from 'vitest';
import type { Notice } from '../../../../workflows/domain/backorder/law.ts';
import { evolve } from '../../../../workflows/domain/evolve.ts';
import { lawOf } from '../../../../workflows/domain/law/facts.ts';
import { dayMs } from '../../../../workflows/domain/time.ts';
import { adasLamp, day } from '../../../support/cast.ts';
import { stateAfter } from '../../../support/given.ts';
import {
  answer,
  codesOf,
  endInNewYork,
  isEndedByLaw,
  promise,
  told,
} from '../../../support/world/law.ts';
import { advanceTo, ask, restock, sleepThrough } from '../../../support/world/world.ts';

const past: Notice = {
  ...{ key: 'delay-notice:p2', promiseId: 'p2', kind: 'first_beyond_30', newOn: '2027-04-01' },
  ...{ silence: 'cancels', answerOn: '2027-02-14', deadlineOn: '2027-02-14' },
  ...{ before: '2027-01-15', sentAt: day(1), answer: null, isPast: true },
};

test('an answer to a notice counts, though a person has given another date meanwhile', () => {
  const open = stateAfter(adasLamp, []);
  const clock = { ...open.law.clock, startOn: '2026-11-23' };
  const granted = { clock, notices: [past], grantedOn: '2027-03-10' };
  const state = { ...open, law: { ...open.law, ...granted } };
  const said = { accept: true, until: '2027-04-01', channel: 'page', receivedAt: day(100) };
  const next = evolve(state, { type: 'NoticeAnswered', at: day(100), wordId: 'answer/1', ...said });
  const { policy, facts } = lawOf(next);
  expect(policy.standing(facts).deadlineOn).toBe('2027-04-01');
});

test('a date that is over keeps asking for a person, though the customer agrees to it', () => {
  const world = told(adasLamp, ['2027-02-01']);
  sleepThrough(world, 90 * dayMs);
  const due = [{ code: 'notice_due', dueAt: endInNewYork('2027-02-01') }];
  expect(world.state.attention).toMatchObject(due);
  expect(answer(world, { accept: true })).toBeNull();
  expect(world.state.law.clock.deadlineOn).toBe('2027-02-01');
  expect(world.state.attention).toMatchObject(due);
  ask(world, { type: 'ResolveAttention', code: 'notice_due' });
  expect(isEndedByLaw(world)).toBe(true);
});

test('a person who is asked is needed still, if what is agreed to is the deadline itself', () => {
  const world = told(adasLamp, ['2027-02-01']);
  advanceTo(world, '2027-01-27T12:00:00.000Z');
  restock(world, 1);
  advanceTo(world, '2027-01-29T16:00:00.000Z');
  expect(codesOf(world)).toEqual(['notice_due']);
  answer(world, { accept: true });
  expect(codesOf(world)).toEqual(['notice_due']);
  promise(world, 'later', '2027-03-01');
  answer(world, { accept: true, name: 'b' });
  expect(codesOf(world)).toEqual([]);
});
