import type { Hono } from 'hono';
import { listBarredLines, listQueuedLines } from '../../../db/desk/products/queue.ts';
import { type DeskShelf, listDeskShelves } from '../../../db/desk/products/shelves.ts';
import { webUrl } from '../../../emails/parts/format.ts';
import { limitLeftOf, skuStateOf } from '../../../workflows/domain/desk/sku-state.ts';
import { allowPictures } from '../../html/pictures.ts';
import { allow } from '../access/allow.ts';
import { mayDo } from '../access/scopes.ts';
import { answerOf, findOf, type Named, notFound } from '../call.ts';
import { type Desk, type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Facts } from '../parts/badge.tsx';
import { showPage } from '../parts/layout.tsx';
import { Table } from '../parts/table.tsx';
import { Day } from '../parts/when.tsx';
import { counted } from '../parts/words.ts';
import { productPath, skuIn, suppliesPath } from './place.ts';
import { BarredTable, QueueTable } from './queue-table.tsx';
import { limitWords, StateBadge } from './state.tsx';

export type Product = Named<'Product'>;
type Sku = Named<'Sku'>;

const headLines = 10;

/** One product: how it stands, who waits for it, and what can be done. */
export const mountProduct = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/products/:sku', allow(deps, 'read'), async (c) => {
    const sku = skuIn(c);
    const desk = deskOf(c);
    const params = { path: { sku } };
    const [product, known, shelves, barred] = await Promise.all([
      findOf(desk.api.GET('/v1/products/{sku}', { params })),
      answerOf(desk.api.GET('/v1/skus/{sku}', { params })),
      listDeskShelves(deps.reads.sql, sku),
      listBarredLines(deps.reads.sql, { sku, limit: headLines }),
    ]);
    if (!product && shelves.length === 0) throw notFound();
    const first = shelves.find(({ waiting, barred }) => waiting > barred);
    const now = new Date().toISOString();
    const queue = first
      ? await listQueuedLines(deps.reads.sql, {
          shelf: { sku, location: first.location },
          ...{ after: null, limit: headLines, now },
        })
      : [];
    allowPictures(c, deps.config.shop, [product?.imageUrl ?? null]);
    const shown = { desk, sku, product, known, shelves };
    const children = (
      <>
        <Acts desk={desk} sku={sku} />
        <div className="columns">
          <Standing {...shown} />
          <Description {...shown} />
        </div>
        <Shelves {...shown} />
        <Supplies {...shown} />
        <h2>The head of the queue{shelves.length > 1 && first ? ` at ${first.location}` : ''}</h2>
        <QueueTable base={desk.base} rows={queue} />
        {shelves.length > 0 && (
          <p>
            <a href={`${desk.base}${productPath(sku)}/queue`}>The whole queue</a>
          </p>
        )}
        {barred.length > 0 && <BarredTable base={desk.base} rows={barred} />}
      </>
    );
    return showPage(c, { title: product?.title ?? sku, at: 'products', children });
  });
};

const Acts = ({ desk: { base, operator }, sku }: { desk: Desk; sku: string }) => {
  const path = `${base}${productPath(sku)}`;
  return (
    <p className="buttons">
      {mayDo(operator.role, ['inventory']) && (
        <>
          <a className="button go" href={`${path}/edit`}>
            Edit and preview
          </a>
          <a className="button" href={`${path}/receive`}>
            Receive stock
          </a>
          <a className="button" href={`${path}/count`}>
            Enter a count
          </a>
          <a className="button" href={`${path}/adjust`}>
            Adjust
          </a>
        </>
      )}
      <a href={`${path}/demand`}>Demand and its age</a>
      <a href={`${base}/desk/orders?sku=${encodeURIComponent(sku)}`}>Orders</a>
      <a href={`${base}${suppliesPath(sku)}`}>Supplies</a>
      {mayDo(operator.role, ['admin']) && (
        <a href={`${base}${suppliesPath(sku)}/give-up`}>Give up this product</a>
      )}
    </p>
  );
};

type Shown = {
  desk: Desk;
  sku: string;
  product: Product | undefined;
  known: Sku;
  shelves: readonly DeskShelf[];
};

const Standing = ({ desk: { base }, sku, product, known }: Shown) => {
  const limit = product?.backorderLimit ?? null;
  const standing = { ...known, limit };
  return (
    <section className="panel">
      <h2>How it stands</h2>
      <Facts
        facts={[
          [
            'SKU',
            <span className="id" key="sku">
              {sku}
            </span>,
          ],
          ['Now', <StateBadge key="now" state={skuStateOf(standing)} />],
          ['On hand', known.onHand],
          ['Set aside', known.allocated],
          ['Free', known.onHand - known.allocated],
          [
            'Waiting',
            <Waiting
              key="waiting"
              href={`${base}${productPath(sku)}/queue`}
              units={known.waiting}
            />,
          ],
          ['Handling', `${counted(product?.handlingDays ?? 0, 'day')} from arrival to shipment`],
        ]}
      />
      <p>{limitWords(limit, limitLeftOf(standing))}</p>
    </section>
  );
};

const Waiting = ({ href, units }: { href: string; units: number }) =>
  units === 0 ? <>nobody</> : <a href={href}>{counted(units, 'unit')}</a>;

const Description = ({ product }: Shown) => {
  if (!product) {
    return (
      <section className="panel">
        <h2>What is said of it</h2>
        <p>Nobody has described this SKU: mails and pages call it by its SKU.</p>
      </section>
    );
  }
  const href = webUrl(product.url);
  const src = webUrl(product.imageUrl);
  return (
    <section className="panel">
      <h2>What is said of it</h2>
      {src && <img src={src} alt="" width={120} />}
      <Facts
        facts={[
          ['Title', <bdi key="title">{product.title}</bdi>],
          [
            'Page',
            href ? (
              <a key="page" href={href}>
                {href}
              </a>
            ) : (
              'none'
            ),
          ],
          ['Stories', product.highlights.length],
          ['Related products', product.related.length],
        ]}
      />
    </section>
  );
};

const Shelves = ({ desk: { base }, sku, shelves }: Shown) => (
  <>
    <h2>Where it lies</h2>
    <Table
      caption="Where it lies"
      isCaptioned
      columns={[
        {
          head: 'Location',
          isHead: true,
          cell: ({ location }) => <span className="id">{location}</span>,
        },
        { head: 'On hand', isNumber: true, cell: ({ onHand }) => onHand },
        { head: 'Set aside', isNumber: true, cell: ({ allocated }) => allocated },
        {
          head: 'Free',
          isNumber: true,
          cell: ({ onHand, allocated, isFilling }) =>
            `${onHand - allocated}${isFilling ? ', being given out' : ''}`,
        },
        { head: 'Expected', isNumber: true, cell: ({ coming }) => coming },
        {
          head: 'Waiting',
          isNumber: true,
          cell: ({ location, waiting }) => (
            <a href={`${base}${productPath(sku)}/queue?${new URLSearchParams({ location })}`}>
              {waiting}
            </a>
          ),
        },
        { head: 'Of them not in line', isNumber: true, cell: ({ barred }) => barred },
      ]}
      rows={shelves}
      keyOf={({ location }) => location}
      none="It has never been on a shelf, on its way or waited for."
    />
  </>
);

const Supplies = ({ desk: { base }, known }: Shown) => (
  <>
    <h2>What is on its way</h2>
    <Table
      caption="What is on its way"
      isCaptioned
      columns={[
        {
          head: 'Supply',
          isHead: true,
          cell: ({ supplyId }) => (
            <a className="id" href={`${base}/desk/supplies/${encodeURIComponent(supplyId)}`}>
              {supplyId}
            </a>
          ),
        },
        { head: 'To', cell: ({ location }) => <span className="id">{location}</span> },
        { head: 'Units', isNumber: true, cell: ({ quantity }) => quantity },
        { head: 'Expected', cell: ({ expectedOn }) => <Day on={expectedOn} /> },
        { head: 'Who says so', cell: ({ basis }) => <bdi>{basis}</bdi> },
      ]}
      rows={known.supplies.slice(0, 20)}
      keyOf={({ supplyId }) => supplyId}
      none="No supply is announced, so nobody who waits can be told a date."
    />
  </>
);
