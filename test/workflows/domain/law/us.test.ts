import { describe, expect, it } from 'vitest';
import type { Opening } from '../../../../workflows/domain/backorder/backorder.ts';
import type { Until } from '../../../../workflows/domain/backorder/law.ts';
import { phaseOf } from '../../../../workflows/domain/backorder/snapshot.ts';
import { evolve } from '../../../../workflows/domain/evolve.ts';
import { lawViewOf } from '../../../../workflows/domain/law/view.ts';
import { addMs } from '../../../../workflows/domain/time.ts';
import { adasLamp, bensMugs } from '../../../support/cast.ts';
import type { World } from '../../../support/world/effects.ts';
import {
  answer,
  endInNewYork,
  isEndedByLaw,
  lawSaid,
  promise,
  worldIn,
} from '../../../support/world/law.ts';
import { sentOf } from '../../../support/world/views.ts';
import { advance, advanceTo, ask, bounceNewest, settle } from '../../../support/world/world.ts';

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

  const telling = (told: Row['told']): World => {
    const world = lamp();
    for (const [index, on] of told.entries()) promise(world, `s${index}`, on);
    return world;
  };

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

  it('is answered once', () => {
    const world = telling(['2027-02-20']);
    expect(answer(world, { accept: true })).toBeNull();
    expect(answer(world, { accept: true })).toBeNull();
    expect(answer(world, { accept: false, name: 'b' })).toBe('nothing_to_answer');
  });

  it('cannot be accepted until before its own date', () => {
    const world = telling(['2027-02-20']);
    expect(answer(world, { accept: true, until: '2027-02-19' })).toBe('until_too_early');
    expect(answer(world, { accept: true, until: '2027-02-20' })).toBeNull();
  });

  it('without a date cannot be accepted until before the date that stood', () => {
    const world = telling([null]);
    expect(answer(world, { accept: true, until: '2027-01-14' })).toBe('until_too_early');
    expect(answer(world, { accept: true, until: T })).toBeNull();
    expect(world.state.law.clock.deadlineOn).toBe(T);
  });

  it('is not accepted by who spoke before there was any', () => {
    const world = telling(['2027-02-20']);
    const receivedAt = addMs(world.state.law.notices[0]?.sentAt ?? '', -hour);
    const early = { accept: true, until: 'open', receivedAt } as const;
    expect(answer(world, early)).toBe('nothing_to_answer');
    expect(answer(world, { accept: true })).toBeNull();
  });

  it('is not accepted by who had read the one before it, unless they named a day', () => {
    const world = telling(['2027-02-01']);
    advance(world, hour);
    promise(world, 'anew', '2027-02-20');
    const receivedAt = addMs(world.state.law.notices[1]?.sentAt ?? '', -1);
    expect(answer(world, { accept: true, receivedAt })).toBe('until_too_early');
    expect(answer(world, { accept: true, until: '2027-02-20', receivedAt })).toBeNull();
  });

  it('needs one more for no date within the 30 days after one without a date', () => {
    const world = telling([null]);
    promise(world, 'soon', '2027-02-10');
    expect(lawSaid(world)).toHaveLength(1);
    expect(world.state.promise?.on).toBe('2027-02-10');
    expect(world.state.law.clock.deadlineAt).toBe(endInNewYork('2027-02-14'));
  });

  it('is none when it came back, and is not sent there again', () => {
    const world = telling(['2027-02-20']);
    bounceNewest(world);
    settle(world);
    expect(world.state.law.notices).toEqual([]);
    expect(world.state.law.clock).toMatchObject({ deadlineAt: endInNewYork(T), silence: 'none' });
    expect(world.state.attention).toMatchObject([
      { code: 'mail_undelivered', dueAt: endInNewYork(T) },
    ]);
    promise(world, 'another', '2027-03-20');
    advanceTo(world, `${T}T18:00:00.000Z`);
    expect(lawSaid(world)).toHaveLength(1);
    advanceTo(world, endInNewYork(T));
    advance(world, hour);
    expect(isEndedByLaw(world)).toBe(true);
  });

  it('that came back has no deadline of days that still count it', () => {
    const world = telling(['2027-02-20']);
    const { clock } = world.state.law;
    bounceNewest(world);
    const { state } = world;
    const { attention } = evolve(state, { type: 'LawPlanned', at: '2027-01-05T12:00:00Z', clock });
    expect(attention).toMatchObject([{ code: 'mail_undelivered' }]);
    expect(attention[0]).not.toHaveProperty('dueAt');
  });

  it('that came back goes to a new address, and counts', () => {
    const world = telling(['2027-02-20']);
    bounceNewest(world);
    ask(world, { type: 'ChangeCustomer', hasNewAddress: true });
    expect(sentOf(world, 'delay-notice').map(({ key }) => key)).toEqual([
      'delay-notice:s0',
      'delay-notice:s0~2',
    ]);
    expect(world.state.law.notices).toMatchObject([{ kind: 'first_beyond_30' }]);
  });

  it('that comes back after mail went elsewhere is told there at once', () => {
    const world = telling(['2027-02-20']);
    ask(world, { type: 'ChangeCustomer', hasNewAddress: true });
    advance(world, hour);
    bounceNewest(world);
    settle(world);
    expect(sentOf(world, 'delay-notice').map(({ key }) => key)).toEqual([
      'delay-notice:s0',
      'delay-notice:s0~2',
    ]);
    expect(world.state.law.notices).toMatchObject([{ key: 'delay-notice:s0~2' }]);
  });

  it('that its provider refused goes to a new address, and a person hears by when', () => {
    const world = lamp();
    world.mailDecisionOf = ({ kind }) => (kind === 'delay-notice' ? 'failed' : 'sent');
    promise(world, 's0', '2027-02-20');
    expect(world.state.attention).toMatchObject([{ code: 'mail_failed', dueAt: endInNewYork(T) }]);
    world.mailDecisionOf = () => 'sent';
    ask(world, { type: 'ChangeCustomer', hasNewAddress: true });
    expect(world.state.law.notices).toMatchObject([{ key: 'delay-notice:s0~2' }]);
  });

  it('says what silence does while its days are still being worked out', () => {
    const { state, now } = telling(['2027-02-20']);
    const stale = { ...state, law: { ...state.law, clock: lamp().state.law.clock } };
    expect(lawViewOf(stale, now).silence).toBe('cancels');
  });

  it('falls back to the valid one before it when it comes back', () => {
    const world = telling(['2027-02-01', '2027-03-01']);
    bounceNewest(world);
    settle(world);
    expect(world.state.law.notices).toMatchObject([{ kind: 'first_within_30' }]);
    expect(world.state.law.clock).toMatchObject({ silence: 'consents', deadlineOn: '2027-02-01' });
  });
});
