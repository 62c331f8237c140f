import { z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { listBarredLines, listQueuedLines } from '../../../db/desk/products/queue.ts';
import { listDeskShelves } from '../../../db/desk/products/shelves.ts';
import { decodePosition } from '../../http/cursor.ts';
import { instant } from '../../http/scalars.ts';
import { allow } from '../access/allow.ts';
import { notFound } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Select } from '../parts/field.tsx';
import { Filter, Pager } from '../parts/filter.tsx';
import { showPage } from '../parts/layout.tsx';
import { productPath, skuIn } from './place.ts';
import { BarredTable, QueueTable } from './queue-table.tsx';

const pageOrders = 50;
const mostBarred = 200;

const position = z.tuple([z.int(), instant, z.string()]);

/** The queue of one shelf of a product, in the order in which it is filled. */
export const mountQueue = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/products/:sku/queue', allow(deps, 'read'), async (c) => {
    const sku = skuIn(c);
    const { base } = deskOf(c);
    const { sql } = deps.reads;
    const shelves = await listDeskShelves(sql, sku);
    const busiest = shelves.toSorted((a, b) => b.waiting - a.waiting)[0];
    const location = c.req.query('location') || busiest?.location;
    if (location === undefined) throw notFound();
    const after = decodePosition(c.req.query('cursor') || undefined, position);
    const [rows, barred] = await Promise.all([
      listQueuedLines(sql, {
        shelf: { sku, location },
        after: after && { priority: after[0], placedAt: after[1], orderId: after[2] },
        limit: pageOrders,
        now: new Date().toISOString(),
      }),
      after === null ? listBarredLines(sql, { sku, limit: mostBarred }) : [],
    ]);
    const path = `${base}${productPath(sku)}`;
    const isFull = new Set(rows.map(({ orderId }) => orderId)).size === pageOrders;
    const last = rows.at(-1);
    const children = (
      <>
        <p>
          <a href={path}>Back to the product</a>
        </p>
        {shelves.length > 1 && (
          <Filter path={`${path}/queue`}>
            <Select
              name="location"
              label="Location"
              value={location}
              choices={shelves.map((shelf) => ({
                value: shelf.location,
                label: `${shelf.location}: ${shelf.waiting} waiting`,
              }))}
            />
          </Filter>
        )}
        <p className="muted">
          Places count units from the head of the queue at {location}. The day on which a line can
          ship is that of this SKU alone: other lines of its order may come later.
        </p>
        <section id="queue" data-fresh="">
          <QueueTable base={base} rows={rows} />
        </section>
        <Pager
          path={`${path}/queue`}
          query={new URLSearchParams(c.req.query())}
          nextCursor={isFull && last ? encode([last.priority, last.placedAt, last.orderId]) : null}
        />
        {after === null && (
          <>
            <BarredTable base={base} rows={barred} />
            {barred.length === mostBarred && (
              <p className="muted">These are the first {mostBarred}.</p>
            )}
          </>
        )}
      </>
    );
    return showPage(c, { title: `Queue for ${sku}`, at: 'products', children });
  });
};

const encode = (given: z.input<typeof position>): string =>
  Buffer.from(JSON.stringify(given)).toString('base64url');
