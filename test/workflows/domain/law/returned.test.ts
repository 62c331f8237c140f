import { describe, expect, it } from 'vitest';
import { evolve } from '../../../../workflows/domain/evolve.ts';
import { lawViewOf } from '../../../../workflows/domain/law/view.ts';
import { adasLamp } from '../../../support/cast.ts';
import type { World } from '../../../support/world/effects.ts';
import { endInNewYork, isEndedByLaw, lawSaid, promise, told } from '../../../support/world/law.ts';
import { sentOf } from '../../../support/world/views.ts';
import { advance, advanceTo, ask, bounceNewest, settle } from '../../../support/world/world.ts';

const hour = 3_600_000;
const T = '2027-01-15';

const telling = (dates: (string | null)[]): World => told(adasLamp, dates);

describe('a notice', () => {
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
    const world = telling([]);
    world.mailDecisionOf = ({ kind }) => (kind === 'delay-notice' ? 'failed' : 'sent');
    promise(world, 's0', '2027-02-20');
    expect(world.state.attention).toMatchObject([{ code: 'mail_failed', dueAt: endInNewYork(T) }]);
    world.mailDecisionOf = () => 'sent';
    ask(world, { type: 'ChangeCustomer', hasNewAddress: true });
    expect(world.state.law.notices).toMatchObject([{ key: 'delay-notice:s0~2' }]);
  });

  it('of which nobody knows whether it went out is none, and a person hears by when', () => {
    const world = telling([]);
    world.mailDecisionOf = ({ kind }) => (kind === 'delay-notice' ? 'unknown' : 'sent');
    promise(world, 's0', '2027-02-20');
    expect(world.state.law.notices).toEqual([]);
    expect(world.state.attention).toMatchObject([{ code: 'mail_unknown', dueAt: endInNewYork(T) }]);
    advanceTo(world, '2027-01-16T06:00:00.000Z');
    expect(isEndedByLaw(world)).toBe(true);
  });

  it('that nobody may be sent, as in a trial, asks a person to reach the customer in time', () => {
    const world = telling([]);
    world.mailDecisionOf = ({ kind }) => (kind === 'delay-notice' ? 'skipped' : 'sent');
    promise(world, 's0', '2027-02-20');
    expect(world.state.law.notices).toEqual([]);
    expect(world.state.attention).toMatchObject([
      { code: 'mail_undelivered', dueAt: endInNewYork(T) },
    ]);
  });

  it('says what silence does while its days are still being worked out', () => {
    const { state, now } = telling(['2027-02-20']);
    const stale = { ...state, law: { ...state.law, clock: telling([]).state.law.clock } };
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
