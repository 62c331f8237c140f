import { describe, expect, it } from 'vitest';
import { lastDayBefore } from '../../../workflows/calendar/kept-until.ts';

const timeZone = 'America/New_York';

describe('the day until which something is kept', () => {
  it('is the last whole one before it ends', () => {
    const now = '2026-11-24T15:00:00.000Z';
    expect(lastDayBefore('2026-11-27T15:00:00.000Z', timeZone, now)).toBe('2026-11-26');
  });

  it('is counted where the customer lives', () => {
    const now = '2026-11-24T15:00:00.000Z';
    expect(lastDayBefore('2026-11-27T03:00:00.000Z', timeZone, now)).toBe('2026-11-25');
  });

  it('is never over: what ends today is kept until today', () => {
    const now = '2026-11-27T14:00:00.000Z';
    expect(lastDayBefore('2026-11-27T15:00:00.000Z', timeZone, now)).toBe('2026-11-27');
  });
});
