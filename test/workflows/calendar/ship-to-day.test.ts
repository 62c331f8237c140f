import { describe, expect, it } from 'vitest';
import { dayAtShipTo } from '../../../workflows/calendar/ship-to-day.ts';

describe('today, where an order goes to', () => {
  it.each([
    ['NY in the evening', 'US', 'NY', '2026-11-24T01:00:00.000Z', '2026-11-23'],
    ['NY at midnight', 'US', 'NY', '2026-11-24T05:00:00.000Z', '2026-11-24'],
    ['Hawaii in the afternoon', 'US', 'Hawaii', '2026-11-24T00:30:00.000Z', '2026-11-23'],
    ['Hawaii in its last minute', 'US', 'HI', '2026-11-24T09:59:59.999Z', '2026-11-23'],
    ['Tokyo in the morning', 'JP', null, '2026-11-23T15:00:00.000Z', '2026-11-24'],
    ['Tokyo before midnight', 'JP', null, '2026-11-23T14:59:59.999Z', '2026-11-23'],
    ['the first of all places', 'KI', 'Line Islands', '2026-11-23T10:00:00.000Z', '2026-11-24'],
    ['London', 'GB', null, '2026-11-23T23:59:59.999Z', '2026-11-23'],
  ])('is right for %s', (_place, country, region, at, day) => {
    expect(dayAtShipTo({ country, region, postalCode: null }, at)).toBe(day);
  });
});
