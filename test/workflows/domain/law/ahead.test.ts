import { describe, expect, test } from 'vitest';
import { lawClock } from '../../../../workflows/calendar/law-clock.ts';
import type { LawQuestion, LawState, Notice } from '../../../../workflows/domain/backorder/law.ts';
import { openLaw } from '../../../../workflows/domain/backorder/open-law.ts';
import { aheadOf } from '../../../../workflows/domain/law/ahead.ts';
import { day, dayZero } from '../../../support/cast.ts';

const promised = '2027-01-15';

type Case = { country?: string; mayTell?: boolean; asked?: Partial<LawQuestion> };

/** The law of an order promised for January 15th, seen at day zero. */
const lawOfOrder = ({ country = 'US', mayTell = true, asked = {} }: Case): LawState => {
  const question: LawQuestion = {
    ...{ startedAt: dayZero, statedOn: promised, hasCredit: false, isEssential: false },
    ...{ notices: [], furtherOn: null, grantedOn: null, promisedOn: promised, ...asked },
  };
  const shipTo = { country, region: country === 'US' ? 'NY' : null, postalCode: null };
  const clock = lawClock(0, question, { shipTo, now: dayZero, leadDays: 3, mayTell });
  const law = { hasCredit: false, isEssential: false, clock, silentOn: null };
  const promise = { promiseId: 'p1', on: question.statedOn };
  const { promisedOn: _, ...kept } = question;
  return { ...openLaw({ placedAt: dayZero, promise, payment: {}, law }), ...kept };
};

const notice = (changes: Partial<Notice>): Notice => ({
  ...{ kind: 'first_beyond_30', newOn: '2027-03-01', silence: 'cancels' },
  ...{ answerOn: '2027-02-14', deadlineOn: '2027-02-14', key: 'n', promiseId: 'p2' },
  ...{ before: promised, sentAt: day(3), answer: null, isPast: false },
  ...changes,
});

const agreed = { accept: true, until: '2027-03-01', channel: 'page', at: day(4) };
const consents = { kind: 'first_within_30', silence: 'consents' } as const;
const until = (on: string) => ({ newOn: on, answerOn: on, deadlineOn: on });

describe('what the law brings next', () => {
  test.each<Case & { what: string; happens: string; at: string }>([
    {
      what: 'a notice on the last day, where nobody was told',
      ...{ happens: 'notice', at: '2027-01-15T15:00:00.000Z' },
    },
    {
      what: 'an end by law, where notices are left to people',
      ...{ mayTell: false, happens: 'cancelled_by_law', at: '2027-01-16T05:00:00.000Z' },
    },
    {
      what: 'an end by silence, where the customer has still to agree',
      asked: { notices: [notice({})] },
      ...{ happens: 'cancelled_by_silence', at: '2027-02-15T05:00:00.000Z' },
    },
    {
      what: 'another notice before the date that silence agreed to',
      asked: { notices: [notice({ ...consents, ...until('2027-02-10') })] },
      ...{ happens: 'notice', at: '2027-02-07T15:00:00.000Z' },
    },
    {
      what: 'another notice before the date that the customer agreed to',
      asked: { notices: [notice({ answer: agreed })] },
      ...{ happens: 'notice', at: '2027-02-26T15:00:00.000Z' },
    },
    {
      what: 'a word on the day after a European date',
      country: 'DE',
      ...{ happens: 'notice', at: '2027-01-16T09:00:00.000Z' },
    },
  ])('is $what', ({ what: _, happens, at, ...of }) => {
    expect(aheadOf({ law: lawOfOrder(of) })).toEqual({ happens, at });
  });

  test('is a person, once a European customer has heard', () => {
    const law = lawOfOrder({ country: 'GB' });
    const heard = { ...law, done: { on: promised, does: ['tell' as const] } };
    expect(aheadOf({ law: heard })).toEqual({ happens: 'attention', at: law.clock.deadlineAt });
  });

  test('is the end where a notice came back', () => {
    const law = { ...lawOfOrder({}), returned: { promiseId: 'p2', key: 'n' } };
    expect(aheadOf({ law })).toMatchObject({ happens: 'cancelled_by_law' });
  });

  test('is nothing without a deadline, or after it', () => {
    expect(aheadOf({ law: lawOfOrder({ asked: { startedAt: null } }) })).toBeNull();
    const law = lawOfOrder({});
    const deadlineAt = law.clock.deadlineAt ?? '';
    const passed = { deadlineAt, isLate: true, isHeard: false };
    expect(aheadOf({ law: { ...law, passed } })).toBeNull();
  });
});
