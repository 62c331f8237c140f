import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../../workflows/calendar/home-zone.ts';
import { regionZones } from '../../../workflows/calendar/region-zones.ts';
import { isTimeZone } from '../../../workflows/calendar/zone.ts';
import countries from '../../vectors/countries.json' with { type: 'json' };

describe('the zone of a ship-to address', () => {
  it.each(countries)('is known for the country %s', (country) => {
    const zone = zoneOf({ country });
    expect(zone).not.toBe('UTC');
    expect(isTimeZone(zone)).toBe(true);
  });

  it('is a real zone wherever the table of regions sends an address', () => {
    const zones = Object.values(regionZones).flatMap(({ most, regions, postal }) => [
      most,
      ...Object.values(regions ?? {}),
      ...Object.values(postal ?? {}),
    ]);
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
  });

  it.each([
    ['US', undefined, 'America/New_York'],
    ['US', 'NY', 'America/New_York'],
    ['US', 'CA', 'America/Los_Angeles'],
    ['us', 'us-ca', 'America/Los_Angeles'],
    ['US', 'AZ', 'America/Phoenix'],
    ['US', 'TX', 'America/Chicago'],
    ['US', 'HI', 'Pacific/Honolulu'],
    ['US', 'PR', 'America/Puerto_Rico'],
    ['US', 'Somewhere', 'America/New_York'],
    ['CA', 'BC', 'America/Vancouver'],
    ['CA', 'QC', 'America/Toronto'],
    ['CA', 'NL', 'America/St_Johns'],
    ['CA', 'SK', 'America/Regina'],
    ['AU', 'WA', 'Australia/Perth'],
    ['AU', 'QLD', 'Australia/Brisbane'],
    ['BR', 'AM', 'America/Manaus'],
    ['BR', 'SP', 'America/Sao_Paulo'],
    ['MX', 'ROO', 'America/Cancun'],
    ['MX', 'JAL', 'America/Mexico_City'],
    ['RU', 'NVS', 'Asia/Novosibirsk'],
    ['RU', 'MOW', 'Europe/Moscow'],
    ['ID', 'BA', 'Asia/Makassar'],
    ['ES', 'TF', 'Atlantic/Canary'],
    ['DE', undefined, 'Europe/Berlin'],
    ['NO', undefined, 'Europe/Oslo'],
    ['GB', 'SCT', 'Europe/London'],
    ['CN', 'XJ', 'Asia/Shanghai'],
    ['IN', 'MH', 'Asia/Kolkata'],
    ['QQ', undefined, 'UTC'],
    ['', undefined, 'UTC'],
  ])('goes by country and region: %s %s is in %s', (country, region, zone) => {
    expect(zoneOf({ country, region })).toBe(zone);
  });

  it.each([
    ['US', undefined, '94105', 'America/Los_Angeles'],
    ['US', undefined, '02139-4307', 'America/New_York'],
    ['US', 'TX', '79901', 'America/Denver'],
    ['US', 'TX', '75201', 'America/Chicago'],
    ['US', 'FL', '32501', 'America/Chicago'],
    ['US', 'FL', '33101', 'America/New_York'],
    ['US', 'KY', '42101', 'America/Chicago'],
    ['US', 'TN', '37402', 'America/New_York'],
    ['US', 'ID', '83814', 'America/Los_Angeles'],
    ['US', 'IN', '46402', 'America/Chicago'],
    ['US', 'AK', '99501', 'America/Anchorage'],
    ['US', 'NV', '89101', 'America/Los_Angeles'],
    ['US', 'PR', '00901', 'America/Puerto_Rico'],
    ['US', 'AS', '96799', 'Pacific/Pago_Pago'],
    ['US', 'CA', '', 'America/Los_Angeles'],
    ['CA', undefined, 'v6b 1a1', 'America/Vancouver'],
    ['CA', 'NU', 'X0A 0H0', 'America/Iqaluit'],
    ['CA', 'NT', 'X1A 2N2', 'America/Edmonton'],
    ['AU', undefined, '6000', 'Australia/Perth'],
    ['AU', undefined, '0800', 'Australia/Darwin'],
    ['ES', undefined, '35001', 'Atlantic/Canary'],
    ['PT', undefined, '9500-150', 'Atlantic/Azores'],
    ['DE', undefined, '35037', 'Europe/Berlin'],
  ])('goes by the postal code where it tells more: %s %s %s is in %s', (...row) => {
    const [country, region, postalCode, zone] = row;
    expect(zoneOf({ country, region, postalCode })).toBe(zone);
  });
});
