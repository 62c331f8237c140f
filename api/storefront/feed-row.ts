import type { CivilDate } from '../../workflows/domain/time.ts';
import type { Standing } from './offer.ts';
import { isWithinYear, onSaleOf, shipsFrom } from './on-sale.ts';

export const feedHeader = 'id\tavailability\tavailability_date\n';

/** The day of a feed, and how it writes the others. */
export type FeedDay = { today: CivilDate; write: (on: CivilDate) => string };

/** A feed has few days and many rows, and to tell a zone's hours costs more than the rest of a row. */
export const feedDay = (at: { today: CivilDate; timeZone: string }): FeedDay => {
  const known = new Map<CivilDate, string>();
  const write = (on: CivilDate): string => {
    const written = known.get(on) ?? toFeedTime(shipsFrom(on, at));
    known.set(on, written);
    return written;
  };
  return { today: at.today, write };
};

/**
 * One SKU for Google Merchant Center (support.google.com/merchants/answer/6324470 and 6324448): on
 * backorder only with a date, and with one that is at most a year ahead.
 */
export const feedRow = (standing: Standing, { today, write }: FeedDay): string => {
  const sale = onSaleOf(standing);
  const id = toField(standing.sku);
  if (sale.state !== 'backorder') return `${id}\t${sale.state}\t\n`;
  if (!isWithinYear(sale.shipsOn, today)) return `${id}\tout_of_stock\t\n`;
  return `${id}\tbackorder\t${write(sale.shipsOn)}\n`;
};

/** `2027-01-15T00:00+0100`, as the feed wants it, in at most 25 characters. */
const toFeedTime = (time: string): string =>
  time.replace(/^(.{16}):\d\d(?:\.\d+)?([+-]\d\d):(\d\d)$/, '$1$2$3');

/** An SKU holds no control character, so no tab and no line break; a quote is doubled as in CSV. */
const toField = (sku: string): string =>
  sku.includes('"') ? `"${sku.replaceAll('"', '""')}"` : sku;
