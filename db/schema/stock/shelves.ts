import { sql } from 'drizzle-orm';
import { check, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { big, id, isOneOf } from '../columns.ts';

/** `here`: the shelf was given up. `everywhere`: so is every other one of the SKU. */
export const givenUps = ['here', 'everywhere'] as const;

export type GivenUp = (typeof givenUps)[number];

/** The ledger of one SKU at one location. `allocated` counts kept, leased and firm units. */
export const stock = pgTable(
  'stock',
  {
    sku: id('sku').notNull(),
    location: id('location').notNull(),
    received: big('received').notNull().default(0),
    found: big('found').notNull().default(0),
    shipped: big('shipped').notNull().default(0),
    writtenOff: big('written_off').notNull().default(0),
    allocated: big('allocated').notNull().default(0),
    onHand: big('on_hand')
      .notNull()
      .generatedAlwaysAs(sql`received + found - shipped - written_off`),
    /** Nobody may come to wait at it any more; null as long as anybody may. */
    givenUp: text('given_up').$type<GivenUp>(),
  },
  (t) => [
    primaryKey({ columns: [t.sku, t.location] }),
    check('stock_given_up', isOneOf(t.givenUp, givenUps)),
    check('stock_no_oversell', sql`${t.allocated} between 0 and ${t.onHand}`),
  ],
);
