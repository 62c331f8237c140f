import { isWatch, mostRaised } from '../../../db/backorder/watch.ts';
import type { AttentionCount } from '../../../db/desk/today/attention.ts';
import type { AttentionCode } from '../../../workflows/domain/backorder/attention.ts';
import { attentionWords } from '../../../workflows/domain/desk/attention-words.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { Badge } from '../parts/badge.tsx';
import { OrderLink } from '../parts/order-link.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Until, When } from '../parts/when.tsx';
import { upTo } from '../parts/words.ts';
import { most } from './list.ts';
import type { Known } from './soon.ts';
import type { Tile } from './tiles.ts';
import type { Urgent } from './urgent.ts';

type CountedTile = Omit<Tile, 'count'> & { count: Known<number> };

type Props = {
  base: string;
  now: Instant;
  urgent: Known<Urgent[]>;
  attention: Known<AttentionCount[]>;
  tiles: CountedTile[];
};

/** What waits, what of it comes first, and how much there is of each. */
export const TodayPage = (page: Props) => (
  <>
    <section id="today" data-fresh="">
      <Waiting {...page} />
    </section>
    <p id="as-of" data-fresh="" className="muted">
      As of <When at={page.now} zone="UTC" /> UTC.
    </p>
  </>
);

const Waiting = (page: Props) => (
  <>
    {isCalm(page) && (
      <p className="lead">
        Nothing waits for a person. Orders, mails, money and shops go their way.
      </p>
    )}
    <First {...page} />
    <h2>By reason</h2>
    <Reasons {...page} />
    <h2>All that is under way</h2>
    <ul className="tiles">
      {page.tiles.map((tile) => (
        <li key={tile.name}>
          <a href={`${page.base}${tile.path}`}>
            <span className="count">
              {tile.count === undefined ? notKnown : upTo(tile.count.value, most)}
            </span>{' '}
            {tile.title}
          </a>
        </li>
      ))}
    </ul>
  </>
);

const notKnown = 'Not known just now';

const isCalm = ({ urgent, attention, tiles }: Props): boolean =>
  urgent?.value.length === 0 &&
  attention?.value.length === 0 &&
  tiles.every(({ count }) => count?.value === 0);

const First = ({ urgent, base, now }: Props) => (
  <>
    <h2>To be answered first</h2>
    {urgent === undefined ? (
      <p>{notKnown}.</p>
    ) : (
      <Table
        caption="To be answered first"
        isCaptioned
        columns={firstColumns({ base, now })}
        rows={urgent.value}
        keyOf={({ orderId, at }) => `${at} ${orderId}`}
        none="Nothing has a day by which it must be answered."
      />
    )}
  </>
);

const firstColumns = ({ base, now }: Pick<Props, 'base' | 'now'>): Column<Urgent>[] => [
  {
    head: 'By',
    cell: ({ at, zone }) => (
      <>
        <Until at={at} zone={zone} /> {at < now && <Badge tone="bad">Over</Badge>}
      </>
    ),
  },
  {
    head: 'Order',
    isHead: true,
    cell: ({ orderId }) => <OrderLink base={base} orderId={orderId} />,
  },
  { head: 'What', cell: ({ words }) => words.map((each) => <div key={each}>{each}</div>) },
];

const Reasons = ({ attention, base }: Props) => {
  if (attention === undefined) return <p>{notKnown}.</p>;
  return (
    <Table
      caption="Orders that wait for a person, by reason"
      isCaptioned
      columns={reasonColumns(base)}
      rows={attention.value}
      keyOf={({ code }) => code}
      none="No order waits for a person."
    />
  );
};

/** Of what stands still no more orders than that ask a person; a list of its own has them all. */
const isCut = (code: AttentionCode, count: number): boolean => count >= mostRaised && isWatch(code);

const reasonColumns = (base: string): Column<AttentionCount>[] => [
  {
    head: 'Why',
    isHead: true,
    cell: ({ code }) => (
      <a href={`${base}/desk/orders?attention=${code}`}>{attentionWords[code].title}</a>
    ),
  },
  {
    head: 'Orders',
    isNumber: true,
    cell: ({ code, count }) =>
      isCut(code, count) ? (
        <a href={`${base}/desk/today/${code}`}>{mostRaised}+</a>
      ) : (
        <a href={`${base}/desk/orders?attention=${code}`}>{upTo(count, most)}</a>
      ),
  },
  {
    head: 'First due',
    cell: ({ dueAt }) =>
      dueAt === null ? (
        <span className="muted">no day</span>
      ) : (
        <>
          <When at={dueAt} zone="UTC" /> UTC
        </>
      ),
  },
  { head: 'What it means', cell: ({ code }) => attentionWords[code].meaning },
  { head: 'What to do', cell: ({ code }) => attentionWords[code].todo },
];
