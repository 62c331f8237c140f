import { describe, expect, it } from 'vitest';
import { addMs } from '../../../../workflows/domain/time.ts';
import { adasLamp } from '../../../support/cast.ts';
import type { World } from '../../../support/world/effects.ts';
import { answer, promise, told } from '../../../support/world/law.ts';
import { advance } from '../../../support/world/world.ts';

const hour = 3_600_000;
const T = '2027-01-15';

const telling = (dates: (string | null)[]): World => told(adasLamp, dates);

describe('a notice', () => {
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
});
