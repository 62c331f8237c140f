import { rawTimeZones } from '@vvo/tzdb';
import { regionNames } from './region-names.ts';
import { type CountryZones, regionZones } from './region-zones.ts';

/**
 * The IANA zone of a ship-to address, from the beginning of its postal code if that tells it, else
 * from its region (`CA`, `US-CA` or `California`), else where most people of the country live.
 * `UTC` for a country that `isCountry` refuses. A guess, never a refusal.
 */
export const zoneOf = (shipTo: {
  country: string;
  region?: string;
  postalCode?: string;
}): string => {
  const country = shipTo.country.trim().toUpperCase();
  const closer = regionZones[country];
  if (!closer) return onlyZones.get(country) ?? 'UTC';
  return (
    zoneOfPostalCode(closer, shipTo.postalCode) ??
    closer.regions?.[regionCodeOf(country, shipTo.region)] ??
    closer.most
  );
};

/**
 * Whether this is an officially assigned code of ISO 3166-1 alpha-2, in capitals, or `XK` for
 * Kosovo, which has none yet. Territories without inhabitants are among them, zones or not.
 */
export const isCountry = (code: string): boolean =>
  Object.hasOwn(regionZones, code) || onlyZones.has(code);

const zoneOfPostalCode = ({ postal }: CountryZones, postalCode = ''): string | undefined => {
  const code = postalCode.toUpperCase().replace(/[^A-Z0-9]/g, '');
  // The longest beginning that is listed wins; none is longer than five characters.
  for (let length = 5; postal && length > 0; length--) {
    const zone = postal[code.slice(0, length)];
    if (zone) return zone;
  }
  return undefined;
};

const regionCodeOf = (country: string, region = ''): string => {
  const code = region.trim().toUpperCase().replace(`${country}-`, '');
  return codesByName.get(`${country} ${fold(region)}`) ?? code;
};

/** Without case, accents, punctuation, and the words that say what sort of region it is. */
const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(AUTONOMOUS|KRAI|OBLAST|OKRUG|PROVINCE|REGION|REPUBLIC|STATE|OF)\b/g, '')
    .replace(/ +/g, ' ')
    .trim();

const codesByName: ReadonlyMap<string, string> = new Map(
  Object.entries(regionNames).flatMap(([country, names]) =>
    Object.entries(names).flatMap(([code, all]) =>
      all.split('|').map((name): [string, string] => [`${country} ${fold(name)}`, code]),
    ),
  ),
);

const onlyZones: ReadonlyMap<string, string> = new Map(
  rawTimeZones.map(({ countryCode, name }) => [countryCode, name]),
);
