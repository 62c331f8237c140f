import { expect, test } from 'vitest';
import { endNotice } from '../../../../workflows/domain/law/tell.ts';
import { adasLamp } from '../../../support/cast.ts';
import { stateAfter } from '../../../support/given.ts';

const deadlineAt = '2027-01-16T05:00:00.000Z';
const key = 'delay-notice:p2';

const sentAt = (at: string) => {
  const open = stateAfter(adasLamp, []);
  const clock = { ...open.law.clock, deadlineOn: '2027-01-15', deadlineAt };
  const terms = { kind: 'later', newOn: '2027-02-01', silence: 'cancels' } as const;
  const said = { ...terms, answerOn: '2027-01-15', deadlineOn: '2027-01-15' };
  const sending = { ...said, key, promiseId: 'p2', before: '2027-01-15' };
  const state = { ...open, law: { ...open.law, clock, sending } };
  return endNotice(state, { key, decision: 'sent', at }).law.notices;
};

test('a notice of the last minute is one, and at midnight it is none', () => {
  expect(sentAt('2027-01-16T04:59:59.999Z')).toMatchObject([{ key }]);
  expect(sentAt(deadlineAt)).toEqual([]);
});
