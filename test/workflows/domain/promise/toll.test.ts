import { describe, expect, test } from 'vitest';
import type { NoticeTerms } from '../../../../workflows/domain/backorder/law.ts';
import { endedOn, noToll, sumOfTolls, tollOf } from '../../../../workflows/domain/promise/toll.ts';

const terms = (changes: Partial<NoticeTerms>): NoticeTerms => ({
  ...{ kind: 'later', newOn: '2027-03-01', silence: 'cancels' },
  ...{ answerOn: '2027-02-14', deadlineOn: '2027-02-14' },
  ...changes,
});

describe('what a change costs', () => {
  test('counts each order under its notice, and by the day that silence ends it', () => {
    const consents = terms({ kind: 'first_within_30', silence: 'consents' });
    const toll = tollOf([
      { isTold: true, notice: terms({}) },
      { isTold: true, notice: terms({ answerOn: '2027-02-20' }) },
      { isTold: true, notice: consents },
      { isTold: true, notice: null },
      { isTold: false, notice: null },
    ]);
    expect(toll).toEqual({
      told: 4,
      notices: { later: 2, first_within_30: 1, none: 2 },
      cancels: { '2027-02-14': 1, '2027-02-20': 1 },
    });
    expect(endedOn(consents)).toBeNull();
  });

  test('of several pages is their sum', () => {
    const page = tollOf([{ isTold: true, notice: terms({}) }]);
    expect(sumOfTolls([])).toEqual(noToll);
    expect(sumOfTolls([page, noToll, page])).toEqual({
      ...{ told: 2, notices: { later: 2 }, cancels: { '2027-02-14': 2 } },
    });
  });
});
