import { rawTimeZones } from '@vvo/tzdb';
import { type CountryZones, regionZones } from './region-zones.ts';

/**
 * The IANA zone of a ship-to address, from the beginning of its postal code if that tells it, else
 * from its region (`CA` or `US-CA`), else where most people of the country live. `UTC` for a
 * country outside ISO 3166-1 alpha-2. A guess, never a refusal.
 */
export const zoneOf = (shipTo: {
  country: string;
  region?: string;
  postalCode?: string;
}): string => {
  const country = shipTo.country.trim().toUpperCase();
  const closer = regionZones[country];
  if (!closer) return onlyZones.get(country) ?? 'UTC';
  const region = shipTo.region?.trim().toUpperCase().replace(`${country}-`, '');
  return (
    zoneOfPostalCode(closer, shipTo.postalCode) ?? closer.regions?.[region ?? ''] ?? closer.most
  );
};

const zoneOfPostalCode = ({ postal }: CountryZones, postalCode = ''): string | undefined => {
  const code = postalCode.toUpperCase().replace(/[^A-Z0-9]/g, '');
  // The longest beginning that is listed wins; none is longer than five characters.
  for (let length = 5; postal && length > 0; length--) {
    const zone = postal[code.slice(0, length)];
    if (zone) return zone;
  }
  return undefined;
};

const onlyZones: ReadonlyMap<string, string> = new Map(
  rawTimeZones.map(({ countryCode, name }) => [countryCode, name]),
);
