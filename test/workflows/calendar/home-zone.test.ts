import { describe, expect, it } from 'vitest';
import { isCountry, zoneOf } from '../../../workflows/calendar/home-zone.ts';
import { regionNames } from '../../../workflows/calendar/region-names.ts';
import { regionZones } from '../../../workflows/calendar/region-zones.ts';
import { isTimeZone } from '../../../workflows/calendar/zone.ts';
import countries from '../../vectors/countries.json' with { type: 'json' };

describe('a country', () => {
  it('is every code of ISO 3166-1 alpha-2, and XK', () => {
    expect([...countries, 'XK'].filter((country) => !isCountry(country))).toEqual([]);
    expect(countries).toHaveLength(249);
  });

  it.each(['', 'us', 'XX', 'ZZ', 'UK', 'USA', ' US', 'toString', 'SU', 'EU'])(
    'is not %j',
    (code) => {
      expect(isCountry(code)).toBe(false);
    },
  );
});

describe('the zone of a ship-to address', () => {
  it.each([...countries, 'XK'])('is known for the country %s', (country) => {
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
    ['US', 'Hawaii', 'Pacific/Honolulu'],
    ['US', 'Hawai\u2018i', 'Pacific/Honolulu'],
    ['US', 'hawaii ', 'Pacific/Honolulu'],
    ['US', 'State of Hawaii', 'Pacific/Honolulu'],
    ['US', 'WASHINGTON', 'America/Los_Angeles'],
    ['US', 'Washington, D.C.', 'America/New_York'],
    ['US', 'West Virginia', 'America/New_York'],
    ['US', 'new  mexico', 'America/Denver'],
    ['CA', 'British Columbia', 'America/Vancouver'],
    ['CA', 'Colombie-Britannique', 'America/Vancouver'],
    ['CA', 'Qu\u00e9bec', 'America/Toronto'],
    ['CA', 'NOUVELLE-ECOSSE', 'America/Halifax'],
    ['AU', 'Western Australia', 'Australia/Perth'],
    ['BR', 'Rondonia', 'America/Porto_Velho'],
    ['MX', 'Quintana Roo', 'America/Cancun'],
    ['MX', 'Q. Roo', 'America/Cancun'],
    ['RU', 'Novosibirsk Oblast', 'Asia/Novosibirsk'],
    ['ES', 'Islas Canarias', 'Atlantic/Canary'],
    ['PT', 'A\u00e7ores', 'Atlantic/Azores'],
  ])('is found by the name of a region: %s, %s is in %s', (country, region, zone) => {
    expect(zoneOf({ country, region })).toBe(zone);
  });

  it('is the same by the name of a region and by its code', () => {
    for (const [country, { regions = {} }] of Object.entries(regionZones)) {
      const names = regionNames[country] ?? {};
      // Two codes of one name: the republic and the krai of Altai lie in one zone.
      const unnamed = Object.keys(regions).filter((code) => !(code in names));
      expect(unnamed, country).toEqual(country === 'RU' ? ['AL'] : []);
      for (const [code, all] of Object.entries(names)) {
        for (const region of all.split('|')) {
          expect(zoneOf({ country, region }), `${country} ${region}`).toBe(regions[code]);
        }
      }
    }
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
