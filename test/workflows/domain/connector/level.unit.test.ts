import { describe, expect, it } from 'vitest';
import { judgeLevel, type Lower } from '../../../../workflows/domain/connector/level.ts';
import { addMs } from '../../../../workflows/domain/time.ts';
import { dayZero } from '../../../support/cast.ts';

const at = (seconds: number) => addMs(dayZero, seconds * 1_000);
const low = (by: number, seconds: number): Lower => ({ by, readAt: at(seconds) });

describe('a level that a shop reports', () => {
  it.each([
    ['more is given out at once', 4, 0, null, 4, null],
    ['the same changes nothing', 0, 0, null, 0, null],
    ['fewer wait for a second reading', -3, 0, null, 0, low(3, 0)],
    ['a second within the minute is none', -3, 59, low(3, 0), 0, low(3, 0)],
    ['a second after a minute is believed', -3, 60, low(3, 0), -3, null],
    ['of two the lesser is believed', -5, 60, low(3, 0), -3, low(2, 60)],
    ['of two the lesser is believed, also the second', -2, 60, low(3, 0), -2, null],
    ['a lesser one between them is remembered', -1, 30, low(3, 0), 0, low(1, 0)],
    ['one that is no lower takes the first back', 0, 30, low(3, 0), 0, null],
    ['one that is higher takes the first back', 2, 90, low(3, 0), 2, null],
    ['one that was read before the first says nothing', -9, 0, low(3, 10), 0, low(3, 10)],
  ] as const)('%s', (_, difference, seconds, before, apply, lower) => {
    expect(judgeLevel({ difference, readAt: at(seconds) }, before)).toEqual({ apply, lower });
  });
});
