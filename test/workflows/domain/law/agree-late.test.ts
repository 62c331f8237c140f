import { expect, test } from 'vitest';
import type { Notice } from '../../../../workflows/domain/backorder/law.ts';
import { evolve } from '../../../../workflows/domain/evolve.ts';
import { lawOf } from '../../../../workflows/domain/law/facts.ts';
import { adasLamp, day } from '../../../support/cast.ts';
import { stateAfter } from '../../../support/given.ts';

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
