import {
  asksForRefund,
  followsCancellation,
  followsUnits,
  hasShopCancel,
  hasShopGiveBack,
} from './ended.ts';
import type { Harness } from './harness.ts';
import { countsShipment, fills, tellsOfShipment } from './supplied.ts';
import {
  believesNoForger,
  findsLost,
  leavesForeign,
  leavesInStock,
  leavesUnpaid,
  takesOnce,
} from './taken.ts';

/** What every shop keeps, whatever connects it. */
const promises = {
  'takes an order once, however often and in whatever order it is told of it': takesOnce,
  'finds by its pull an order of which every notice was lost': findsLost,
  'leaves what is not paid, and takes it once it is': leavesUnpaid,
  'leaves an order whose units lie on the shelf': leavesInStock,
  'leaves an order of goods that are never on backorder': leavesForeign,
  'believes nothing that is forged, old, or signed by another': believesNoForger,
  'gives units that arrive there to those who wait': fills,
  'tells the shop once of a shipment that is reported here': tellsOfShipment,
  'counts a shipment there as one here': countsShipment,
  'follows units that are taken off an order': followsUnits,
  'follows a cancellation, and sees that the money was given back': followsCancellation,
  'asks a person where the shop cancelled and kept the money': asksForRefund,
  'has the shop cancel once what was cancelled here': hasShopCancel,
  'has the shop give back once the money of what was cancelled here': hasShopGiveBack,
};

export type ShopPromise = keyof typeof promises;

/** The functions of whatever runs the tests. */
export type Tests = {
  it: (title: string, run: () => Promise<void>) => unknown;
  skip: (title: string, why: string) => unknown;
};

type Options = {
  tests: Tests;
  /** Asked for when a case runs, so that it may be set up before. */
  harness: () => Harness;
  /** What this shop cannot do, and why: shown as skipped. */
  cannot?: Partial<Record<ShopPromise, string>>;
};

/** Declares a test for each of the promises. */
export const testEveryShop = ({ tests, harness, cannot = {} }: Options): void => {
  for (const [title, keep] of Object.entries(promises)) {
    const why = cannot[title as ShopPromise];
    if (why === undefined) tests.it(title, () => untroubled(harness(), keep));
    else tests.skip(title, why);
  }
};

/** No case leaves its lost notices and answers to the next. */
const untroubled = async (shop: Harness, keep: (shop: Harness) => Promise<void>) => {
  try {
    await keep(shop);
  } finally {
    await shop.deliver('at once');
    shop.loseAnswers(0);
  }
};
