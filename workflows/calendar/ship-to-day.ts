import type { CivilDate, Instant } from '../domain/time.ts';
import { zoneOf } from './home-zone.ts';
import { civilDateIn } from './zone.ts';

export type ShipTo = { country: string; region: string | null; postalCode: string | null };

/** The zone in which every date of the order is said. */
export const zoneAtShipTo = ({ country, region, postalCode }: ShipTo): string =>
  zoneOf({
    country,
    ...(region !== null && { region }),
    ...(postalCode !== null && { postalCode }),
  });

/**
 * The day it is where an order goes to: the only "today" that a date of this order is compared
 * with. In the afternoon of the west UTC has tomorrow already, in the morning of the east still
 * yesterday.
 */
export const dayAtShipTo = (shipTo: ShipTo, at: Instant): CivilDate =>
  civilDateIn(at, zoneAtShipTo(shipTo));
