import { describe, expect, test } from 'vitest';
import type { Notice } from '../../../../workflows/domain/backorder/law.ts';
import { classify, judgedAtPlacing } from '../../../../workflows/domain/promise/classify.ts';

const american = { country: 'US', startOn: '2026-11-23', statedOn: '2027-01-15' };
const placed = { ...american, hasCredit: false, isEssential: false };

const supply = (known: string | null, on: string | null) => ({ known, on, isSupply: true });

describe('the notice of a date that moves', () => {
  test.each([
    { to: '2027-02-14', kind: 'first_within_30', silence: 'consents', answerOn: '2027-02-14' },
    { to: '2027-02-15', kind: 'first_beyond_30', silence: 'cancels', answerOn: '2027-02-14' },
    { to: null, kind: 'first_undated', silence: 'cancels', answerOn: '2027-02-14' },
  ])('to $to is the $kind of an American order', ({ to, ...said }) => {
    expect(classify(judgedAtPlacing(placed), supply('2027-01-15', to))).toMatchObject({
      isTold: true,
      notice: { newOn: to, ...said },
    });
  });

  test('informs a European one', () => {
    const judged = judgedAtPlacing({ ...placed, country: 'DE' });
    expect(classify(judged, supply('2027-01-15', '2027-01-16'))).toMatchObject({
      isTold: true,
      notice: { kind: 'informs', silence: 'none' },
    });
  });

  test('is the later one after another', () => {
    const { policy, facts, isReturned } = judgedAtPlacing(placed);
    const notice: Notice = {
      ...{ kind: 'first_within_30', newOn: '2027-02-01', silence: 'consents' },
      ...{ answerOn: '2027-02-01', deadlineOn: '2027-02-01', key: 'n', promiseId: 'p' },
      ...{ before: '2027-01-15', sentAt: '2026-12-01T15:00:00.000Z', answer: null, isPast: false },
    };
    const judged = { policy, facts: { ...facts, notices: [notice] }, isReturned };
    expect(classify(judged, supply('2027-02-01', '2027-02-10'))).toMatchObject({
      notice: { kind: 'later', silence: 'cancels', answerOn: '2027-02-01' },
    });
  });

  test('is wanted by nobody while the date stays in time', () => {
    const move = supply('2027-01-05', '2027-01-15');
    expect(classify(judgedAtPlacing(placed), move)).toEqual({ isTold: false, notice: null });
  });

  test('is only news while no clock runs', () => {
    const judged = judgedAtPlacing({ ...placed, startOn: null });
    const news = { isTold: true, notice: null };
    expect(classify(judged, supply('2027-01-15', '2027-03-01'))).toEqual(news);
    expect(classify(judged, supply('2027-01-15', null))).toEqual(news);
    expect(classify(judged, supply('2027-01-15', '2027-01-10')).isTold).toBe(false);
  });

  test('is only news where it is the first date at all', () => {
    const judged = judgedAtPlacing({ ...placed, statedOn: null });
    const news = { isTold: true, notice: null };
    expect(classify(judged, supply(null, '2026-12-20'))).toEqual(news);
    const byHand = { known: null, on: '2026-12-20', isSupply: false };
    expect(classify(judged, byHand)).toEqual({ isTold: false, notice: null });
  });

  test('goes to no address that the one before came back from', () => {
    const judged = { ...judgedAtPlacing(placed), isReturned: true };
    const move = supply('2027-01-15', '2027-03-01');
    expect(classify(judged, move)).toEqual({ isTold: false, notice: null });
  });
});
