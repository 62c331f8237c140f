import { describe, expect, it } from 'vitest';
import type { Opening } from '../../../../workflows/domain/backorder/backorder.ts';
import type { Until } from '../../../../workflows/domain/backorder/law.ts';
import { phaseOf } from '../../../../workflows/domain/backorder/snapshot.ts';
import { adasLamp, bensMugs } from '../../../support/cast.ts';
import type { World } from '../../../support/world/effects.ts';
import {
  answer,
  endInNewYork,
  isEndedByLaw,
  lawSaid,
  promise,
  told,
  worldIn,
} from '../../../support/world/law.ts';
import { sentOf } from '../../../support/world/views.ts';
import { advance, advanceTo } from '../../../support/world/world.ts';

const hour = 3_600_000;
const T = '2027-01-15';

const phase = (world: World) => phaseOf(world.state.stock);

const lamp = (order: Opening = adasLamp): World => worldIn('US', order);

describe('an order to the United States', () => {
  it('has its stated day for a deadline', () => {
    expect(lamp().state.law.clock).toMatchObject({ deadlineOn: T, deadlineAt: endInNewYork(T) });
  });

  it('has 30 days where none was stated, and 50 with the credit of the shop', () => {
    expect(lamp(bensMugs).state.law.clock.deadlineOn).toBe('2026-12-23');
    const credit = { ...bensMugs, law: { ...bensMugs.law, hasCredit: true } };
    expect(lamp(credit).state.law.clock.deadlineOn).toBe('2027-01-12');
  });
});

describe('a date that moves', () => {
  it.each([
    ['earlier', ['2027-01-10']],
    ['to the same day', [T]],
    ['earlier, and back within what was told', ['2027-01-05', '2027-01-12']],
  ])('%s wants no notice', (_, dates) => {
    const world = lamp();
    for (const [index, on] of dates.entries()) promise(world, `s${index}`, on);
    expect(lawSaid(world)).toEqual([]);
    expect(world.state.promise?.on).toBe(dates.at(-1));
    expect(world.state.law.clock).toMatchObject({ deadlineOn: T, silence: 'none' });
  });
});

type Row = {
  told: (string | null)[];
  kind: string;
  silence: string;
  deadlineOn: string;
  accepts?: Until;
  agreed?: string | null;
};

describe('a notice', () => {
  const rows: [string, Row][] = [
    [
      'of 30 days',
      {
        told: ['2027-02-14'],
        kind: 'first_within_30',
        silence: 'consents',
        deadlineOn: '2027-02-14',
        agreed: '2027-02-14',
      },
    ],
    [
      'of 31 days',
      {
        told: ['2027-02-15'],
        kind: 'first_beyond_30',
        silence: 'cancels',
        deadlineOn: '2027-02-14',
        agreed: '2027-02-15',
      },
    ],
    [
      'without a date',
      {
        told: [null],
        kind: 'first_undated',
        silence: 'cancels',
        deadlineOn: '2027-02-14',
        agreed: null,
      },
    ],
    [
      'after a first of 30 days',
      {
        told: ['2027-02-01', '2027-03-01'],
        kind: 'later',
        silence: 'cancels',
        deadlineOn: '2027-02-01',
        agreed: '2027-03-01',
      },
    ],
    [
      'after an unanswered first of 31 days',
      {
        told: ['2027-02-20', '2027-03-01'],
        kind: 'later',
        silence: 'cancels',
        deadlineOn: '2027-02-14',
        agreed: '2027-03-01',
      },
    ],
    [
      'after an unanswered first without a date',
      {
        told: [null, '2027-03-01'],
        kind: 'later',
        silence: 'cancels',
        deadlineOn: '2027-02-14',
        agreed: '2027-03-01',
      },
    ],
    [
      'without a date after a first',
      {
        told: ['2027-02-01', null],
        kind: 'later',
        silence: 'cancels',
        deadlineOn: '2027-02-01',
        agreed: null,
      },
    ],
    [
      'agreed to until later',
      {
        told: ['2027-02-01'],
        kind: 'first_within_30',
        silence: 'consents',
        deadlineOn: '2027-02-01',
        accepts: '2027-03-10',
        agreed: '2027-03-10',
      },
    ],
    [
      'agreed to without an end',
      {
        told: ['2027-02-01'],
        kind: 'first_within_30',
        silence: 'consents',
        deadlineOn: '2027-02-01',
        accepts: 'open',
        agreed: null,
      },
    ],
  ];

  const telling = (dates: Row['told']): World => told(adasLamp, dates);

  it.each(rows)('%s is of its kind', (_, { told, kind, silence, deadlineOn }) => {
    const world = telling(told);
    expect(lawSaid(world).at(-1)).toMatchObject({ kind, silence, answerOn: deadlineOn });
    expect(world.state.law.notices.at(-1)).toMatchObject({ kind, newOn: told.at(-1) });
    expect(world.state.law.clock).toMatchObject({ silence, deadlineAt: endInNewYork(deadlineOn) });
    expect(world.state.promise?.on).toBe(told.at(-1));
  });

  it.each(rows)('%s that is accepted holds until then', (_, { told, accepts, agreed = null }) => {
    const world = telling(told);
    answer(world, { accept: true, ...(accepts && { until: accepts }) });
    expect(world.state.law.clock).toMatchObject({
      ...{ silence: 'none', deadlineAt: agreed === null ? null : endInNewYork(agreed) },
    });
    expect(sentOf(world, 'delay-answer')).toHaveLength(1);
  });

  it.each(rows)('%s that is refused cancels the order as the customer', (_, { told }) => {
    const world = telling(told);
    answer(world, { accept: false });
    advance(world, hour);
    expect(phase(world)).toBe('cancelled');
    expect(sentOf(world, 'cancelled').map(({ about }) => about.cause)).toEqual([null]);
  });

  it.each(rows.filter(([, { silence }]) => silence === 'cancels'))(
    '%s that nobody answers ends the order with its last day, and no minute before',
    (_, { told, deadlineOn }) => {
      const world = telling(told);
      advanceTo(world, new Date(Date.parse(endInNewYork(deadlineOn)) - 1000).toISOString());
      expect(phase(world)).toBe('awaiting_stock');
      advance(world, 10_000);
      expect(isEndedByLaw(world)).toBe(true);
    },
  );

  it('of 30 days holds by silence, and is followed by a later one before its own end', () => {
    const world = telling(['2027-02-01']);
    advanceTo(world, endInNewYork('2027-01-20'));
    expect(phase(world)).toBe('awaiting_stock');
    advanceTo(world, '2027-01-29T16:00:00.000Z');
    expect(lawSaid(world).at(-1)).toMatchObject({ kind: 'later', newOn: null });
    advanceTo(world, endInNewYork('2027-02-01'));
    advance(world, hour);
    expect(isEndedByLaw(world)).toBe(true);
  });

  it('may be refused as long as nothing has shipped, also after silence has consented', () => {
    const world = telling(['2027-02-01']);
    advanceTo(world, '2027-01-25T16:00:00.000Z');
    expect(answer(world, { accept: false })).toBeNull();
    expect(phase(world)).toBe('cancelled');
  });

  it('needs one more for no date within the 30 days after one without a date', () => {
    const world = telling([null]);
    promise(world, 'soon', '2027-02-10');
    expect(lawSaid(world)).toHaveLength(1);
    expect(world.state.promise?.on).toBe('2027-02-10');
    expect(world.state.law.clock.deadlineAt).toBe(endInNewYork('2027-02-14'));
  });
});
