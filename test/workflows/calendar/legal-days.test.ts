import { describe, expect, test } from 'vitest';
import { dayWithin, refundByAt } from '../../../workflows/calendar/legal-days.ts';
import refunds from '../../vectors/law/refund.json' with { type: 'json' };

type Place = { country: string; region?: string; postalCode?: string };

const shipToOf = ({ country, region, postalCode }: Place) => ({
  ...{ country, region: region ?? null, postalCode: postalCode ?? null },
});

describe('a refund is due', () => {
  test.each(refunds)('$title', ({ shipTo, at, endedOn, refundBy }) => {
    const due = new Date(refundBy).toISOString();
    expect(refundByAt(shipToOf(shipTo), { at, endedOn })).toBe(due);
  });
});

describe('within so many days', () => {
  const within = (shipTo: Place, from: string, days: number, isBusiness = false) =>
    dayWithin(shipToOf(shipTo), { from, days, isBusiness });

  test('counts from the day at ship-to', () => {
    expect(within({ country: 'US', region: 'HI' }, '2026-11-24T09:59:00Z', 3)).toBe('2026-11-26');
    expect(within({ country: 'NZ' }, '2026-11-24T11:00:00Z', 3)).toBe('2026-11-28');
  });

  test('is that very day for none', () => {
    expect(within({ country: 'US', region: 'NY' }, '2026-11-24T04:59:00Z', 0)).toBe('2026-11-23');
  });

  test('leaves out weekends and federal holidays where only business days count', () => {
    const from = '2026-11-23T15:00:00Z';
    expect(within({ country: 'US', region: 'NY' }, from, 5, true)).toBe('2026-12-01');
    expect(within({ country: 'DE' }, from, 5, true)).toBe('2026-11-30');
    expect(within({ country: 'DE' }, from, 5)).toBe('2026-11-28');
  });
});
