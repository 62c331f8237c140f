import { describe, expect, it } from 'vitest';
import { open } from '../../../workflows/domain/backorder/backorder.ts';
import type { LawFact } from '../../../workflows/domain/backorder/fact.ts';
import type { LawClock } from '../../../workflows/domain/backorder/law.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { detailsOf, entryOf } from '../../../workflows/domain/story.ts';
import { adasLamp, day, freeClock } from '../../support/cast.ts';

const said = { wordId: 'w-1', channel: 'phone', receivedAt: day(1) };
const answered = { type: 'NoticeAnswered', ...said } as const;
const withdrawn = { type: 'ContractWithdrawn', ...said } as const;
const on = '2026-12-13';

const told: [LawFact, string][] = [
  [{ type: 'DeadlineWarned', on, deadlineAt: day(20) }, `${on} comes near: a person is asked`],
  [{ type: 'DeadlinePassed', deadlineAt: day(20), isLate: false }, `${day(20)} has passed`],
  [{ type: 'DeadlinePassed', deadlineAt: day(20), isLate: true }, 'seen too late'],
  [{ type: 'DelayForeseen', on, does: 'tell', isInTime: false }, `${on} cannot be met`],
  [{ type: 'DelayForeseen', on, does: 'tell', isInTime: true }, `${on} can be met`],
  [{ type: 'CustomerHeard', deadlineAt: day(20) }, `said before ${day(20)}`],
  [{ ...answered, accept: true, until: '2027-02-01' }, 'agreed to wait until 2027-02-01 (phone)'],
  [{ ...answered, accept: true, until: 'open' }, 'for as long as it takes (phone)'],
  [{ ...answered, accept: false, until: null }, 'refused the notice (phone)'],
  [{ ...withdrawn, shipped: 'nothing' }, 'withdrew from the contract (phone)'],
  [{ ...withdrawn, shipped: 'some' }, 'a part has shipped (phone)'],
  [{ ...withdrawn, shipped: 'all' }, 'everything has shipped (phone)'],
  [
    { type: 'FurtherPeriodSet', ...said, until: '2027-02-01' },
    'set 2027-02-01 as the last day (phone)',
  ],
  [{ type: 'WordCrossed', wordId: 'c-1' }, 'asked to cancel before it was shipped'],
];

describe('the timeline', () => {
  it.each(told)('tells of $type', (fact, words) => {
    const entry = entryOf({ ...fact, at: day(2) }, 7);
    expect(entry).toMatchObject({ key: 'fact/7', at: day(2), type: fact.type });
    expect(entry?.summary).toContain(words);
  });

  it('says of an order that ended by law which day had passed', () => {
    const act = { type: 'cancel', actId: 'law/1', by: 'law', endedOn: on, lines: null } as const;
    const entry = entryOf({ type: 'CancellationAccepted', at: day(21), act }, 8);
    expect(entry?.summary).toBe(`Cancelled by law: nobody had agreed to a later date than ${on}`);
  });

  it('leaves out the days themselves, which every change works out anew', () => {
    expect(entryOf({ type: 'LawPlanned', at: day(2), clock: freeClock }, 9)).toBeUndefined();
  });
});

describe('the workflow at a glance', () => {
  const under = (clock: Partial<LawClock>) => {
    const state = open(adasLamp);
    return { ...state, law: { ...state.law, clock: { ...state.law.clock, ...clock } } };
  };
  const details = (clock: Partial<LawClock>) => {
    const state = under(clock);
    return detailsOf(state, plan(state, day(0)));
  };
  const deadline = { deadlineOn: on, deadlineAt: day(20), momentsOn: on };

  it.each<[string, Partial<LawClock>]>([
    ['Law of: United States, no deadline', {}],
    [`Law of: United States, ships by ${on}`, deadline],
    [
      `Law of: United States, ships by ${on}, no answer cancels the order, and the money goes back`,
      { ...deadline, silence: 'cancels' },
    ],
    [`Law of: European Union, arrives by ${on}`, { ...deadline, policy: 'eu' }],
  ])('says: %s', (words, clock) => {
    expect(details(clock).split('\n\n')).toContain(words);
  });

  it.each([
    ['law: a person is asked at', 'warn'],
    ['law: the customer is told of a delay at', 'tell'],
    ['law: the customer is told of a delay, unless it ships in time, at', 'tell-unless-in-time'],
  ] as const)('says what the clock waits for: %s', (words, does) => {
    const state = under({ ...deadline, moments: [{ does, at: day(1) }] });
    expect(plan(state, day(0)).why).toContain(`${words} ${day(1)}`);
    expect(plan(state, day(2)).why).toContain(`law: the deadline passes at ${day(20)}`);
  });

  it('names the deadline of what a person is asked', () => {
    const state = open(adasLamp);
    const attention = [{ code: 'notice_due' as const, at: day(1), dueAt: day(20) }];
    const asked = { ...state, attention };
    const words = `Attention: A notice of delay is due, since ${day(1)}, due at ${day(20)}. Ship, or`;
    expect(detailsOf(asked, plan(asked, day(1)))).toContain(words);
  });
});
