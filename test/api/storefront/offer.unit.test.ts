import { describe, expect, it } from 'vitest';
import { offerOf, textOf } from '../../../api/storefront/offer.ts';
import type { ShelfOutlook } from '../../../db/promise/outlook.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';

const today = '2026-11-23';
const lexicon = createLexicon();

const shelf = (changes: Partial<ShelfOutlook> = {}): ShelfOutlook => ({
  sku: 'LAMP',
  location: 'main',
  free: 0,
  supplies: [],
  handlingDays: 0,
  ahead: 0,
  isFilling: false,
  isGivenUp: false,
  ...changes,
});

const supply = (quantity: number, expectedOn: string | null) => ({
  supplyId: `s-${quantity}`,
  ...{ quantity, expectedOn, basis: 'the factory' },
});

const main = shelf({ ahead: 2, supplies: [supply(5, '2026-12-10')] });
const north = shelf({ location: 'north', free: 4, handlingDays: 3 });

describe('an offer', () => {
  it.each([
    ['free units today', [shelf({ free: 2 })], null, 2, null, 'in_stock', today],
    [
      'none while they are given out',
      [shelf({ free: 2, isFilling: true })],
      null,
      3,
      null,
      'backorder',
      null,
    ],
    ['supply behind those who wait', [main], null, 3, null, 'backorder', '2026-12-10'],
    ['no date beyond the supply', [main], null, 4, null, 'backorder', null],
    [
      'no date without one',
      [shelf({ supplies: [supply(9, null)] })],
      null,
      1,
      null,
      'backorder',
      null,
    ],
    ['the soonest location', [main, north], null, 3, null, 'in_stock', '2026-11-26'],
    ['the location asked for', [main, north], 'main', 3, null, 'backorder', '2026-12-10'],
    ['nothing from a location that has none', [main, north], 'south', 1, null, 'backorder', null],
    ['what the limit leaves', [main], null, 3, 3, 'backorder', '2026-12-10'],
    ['nothing over the limit', [main], null, 3, 2, 'out_of_stock', null],
    ['free units over the limit', [north], null, 4, 0, 'in_stock', '2026-11-26'],
  ] as const)('is %s', (_, shelves, location, quantity, limitLeft, state, shipsOn) => {
    const outlook = { shelves: [...shelves], limitLeft, product: null };
    const at = { today, words: lexicon('en') };
    expect(offerOf(outlook, { sku: 'LAMP', location, quantity }, at)).toMatchObject({
      sku: 'LAMP',
      state,
      shipsOn,
      ...(limitLeft === null ? {} : { limitLeft }),
    });
  });
});

describe('its words', () => {
  const on = '2027-01-15';

  it.each([
    ['en', 'in_stock', on, 'In stock, ships by Friday, January 15, 2027'],
    ['en-GB', 'backorder', on, 'On backorder, ships by Friday, 15 January 2027'],
    ['de-AT', 'backorder', on, 'Bestellbar, Versand bis Freitag, 15. Jänner 2027'],
    ['fr', 'backorder', on, 'Sur commande, expédition au plus tard le vendredi 15 janvier 2027'],
    ['es', 'backorder', null, 'Bajo pedido, aún sin fecha de envío'],
    ['en', 'backorder', null, 'On backorder, no ship date yet'],
    ['de', 'out_of_stock', null, 'Ausverkauft'],
    ['pl', 'out_of_stock', null, 'Out of stock'],
  ] as const)('are in %s, of %s by %s: %s', (locale, state, shipsOn, text) => {
    expect(textOf({ state, shipsOn }, lexicon(locale))).toBe(text);
  });
});
