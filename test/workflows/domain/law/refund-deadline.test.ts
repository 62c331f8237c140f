import { describe, expect, test } from 'vitest';
import { refundDueAt } from '../../../../workflows/domain/law/refund-deadline.ts';
import { adasLamp, dayZero } from '../../../support/cast.ts';
import { stateAfter } from '../../../support/given.ts';

const state = stateAfter(adasLamp, []);

describe('money that is owed', () => {
  test('without a cancellation is due seven working days after, to the end of the day', () => {
    expect(refundDueAt(state, dayZero)).toBe('2026-12-04T00:00:00.000Z');
  });

  test('is due as the cancellation had it, whenever the refund begins', () => {
    const refundBy = '2026-12-04T05:00:00.000Z';
    const cancelled = { ...state, law: { ...state.law, refundBy } };
    expect(refundDueAt(cancelled, '2026-12-20T10:00:00.000Z')).toBe(refundBy);
  });
});
