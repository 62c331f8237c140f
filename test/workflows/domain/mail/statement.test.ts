import { expect, it } from 'vitest';
import { outgoing } from '../../../../workflows/domain/mail/statement.ts';
import { adasLamp, day, dayZero } from '../../../support/cast.ts';
import { stateAfter } from '../../../support/given.ts';

it('a cancellation names the instant by which the law wants its money sent', () => {
  const state = stateAfter(adasLamp, []);
  const owed = {
    ...({ key: 'cancelled:c1', kind: 'cancelled', dueAt: dayZero, isBegun: false } as const),
    about: { cancelId: 'c1', cause: 'law' as const, worth: 13_800, left: 0 },
  };
  const law = { ...state.law, refundBy: day(9) };
  expect(outgoing({ ...state, law }, owed, day(1)).about).toMatchObject({ refundBy: day(9) });
  expect(outgoing(state, owed, day(1)).about).toMatchObject({ refundBy: null });
});
