import type { ReactNode } from 'react';
import type { MessageCount } from '../../../db/desk/messages/counts.ts';
import type { Decision } from '../../../workflows/domain/backorder/message-kind.ts';
import {
  bounceRateOf,
  complaintRateOf,
  type Outcome,
  outcomes,
  type Rate,
  sentOf,
  type Totals,
  totalsOf,
} from '../../../workflows/domain/desk/mail-health.ts';
import { whyUnsent } from '../../../workflows/domain/desk/mail-reasons.ts';
import {
  classWords,
  decisionWords,
  messageWords,
} from '../../../workflows/domain/desk/message-words.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { Desk } from '../env.ts';
import { Badge } from '../parts/badge.tsx';
import { Bars } from '../parts/bars.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { type Health, type SpanName, sinceOf, spans } from './counts.ts';
import { listOf, room } from './tabs.tsx';
import { outcomeWords, standingWords } from './words.ts';

type Shown = { desk: Desk; span: SpanName; health: Health };

/** How the mails of a time went: rates, by day, by class and kind, and why none went out. */
export const HealthOf = ({ desk, span, health }: Shown) => {
  const { steps, counts } = health;
  const since = sinceOf(steps);
  const totals = totalsOf(counts);
  return (
    <>
      <Spans desk={desk} at={span} />
      <Tiles desk={desk} totals={totals} since={since} />
      <h3>{span === '24h' ? 'By hour' : 'By day'}</h3>
      <TimeLine desk={desk} span={span} health={health} />
      <h3>By class and kind</h3>
      <Groups desk={desk} counts={counts} since={since} of="class" />
      <Groups desk={desk} counts={counts} since={since} of="kind" />
      <h3>Why mails did not go out</h3>
      <Unsent desk={desk} counts={counts} since={since} />
    </>
  );
};

const Spans = ({ desk, at }: { desk: Desk; at: SpanName }) => (
  <nav className="pager" aria-label="How far back">
    {Object.entries(spans).map(([span, name]) => (
      <a
        key={span}
        href={`${desk.base}${room}?span=${span}`}
        aria-current={span === at ? 'page' : undefined}
      >
        Last {name}
      </a>
    ))}
  </nav>
);

type Counted = { desk: Desk; counts: readonly MessageCount[]; since: Instant };

const Tiles = ({ desk, totals, since }: { desk: Desk; totals: Totals; since: Instant }) => (
  <ul className="tiles">
    <li>
      <a className="count" href={listOf(desk, { decision: 'sent', since })}>
        {number(sentOf(totals))}
      </a>
      sent
    </li>
    <li>
      <a className="count" href={listOf(desk, { status: 'delivered', since })}>
        {number(totals.delivered)}
      </a>
      delivered
    </li>
    <RateTile rate={bounceRateOf(totals)} href={listOf(desk, { status: 'bounced', since })}>
      bounced: 5 % is too many
    </RateTile>
    <RateTile rate={complaintRateOf(totals)} href={listOf(desk, { status: 'complained', since })}>
      called spam: stay under 0.1 %, never reach 0.3 %
    </RateTile>
  </ul>
);

const RateTile = ({ rate, href, children }: { rate: Rate; href: string; children: ReactNode }) => {
  const { part, of, standing } = rate;
  const { says, tone } = standingWords[standing];
  return (
    <li>
      <a className="count" href={href}>
        {of === 0 ? '–' : percent.format(part / of)}
      </a>
      <p>
        {number(part)} of {number(of)} {children}
      </p>
      <Badge tone={tone}>{says}</Badge>
    </li>
  );
};

const parts: readonly (readonly [string, readonly Outcome[]])[] = [
  ['delivered', ['delivered']],
  ['came back or called spam', ['bounced', 'complained', 'failed']],
  ['accepted, nothing more heard', ['accepted', 'delayed']],
  ['not sent or unknown', ['refused', 'unknown', 'waiting', 'skipped', 'merged']],
];

const TimeLine = ({ desk, span, health: { steps, counts } }: Shown) => {
  const known = new Set(steps.map(({ bucket }) => bucket));
  const ahead = counts.filter(({ bucket }) => !known.has(bucket));
  const rows = steps.map(({ bucket, since, until }) => ({
    name: span === '24h' ? bucket.slice(11) : bucket.slice(5),
    whole: bucket.replace('T', ' '),
    query: { since, until },
    totals: totalsOf(counts.filter((count) => count.bucket === bucket)),
  }));
  const last = steps.at(-1);
  const aheadRow = last && {
    ...{ name: 'ahead', whole: 'Ahead of now', query: { since: last.until } },
    totals: totalsOf(ahead),
  };
  const all = ahead.length > 0 && aheadRow ? [...rows, aheadRow] : rows;
  return (
    <>
      <Bars
        title="Messages over time"
        desc="How many messages were decided, and what became of them. The table below says the same."
        parts={parts.map(([name]) => name)}
        bars={all.map(({ name, totals }) => ({
          label: name,
          values: parts.map(([, of]) => of.reduce((sum, one) => sum + totals[one], 0)),
        }))}
      />
      <Table
        caption={span === '24h' ? 'Messages by hour' : 'Messages by day'}
        columns={columnsOf(desk, {
          head: span === '24h' ? 'Hour' : 'Day',
          name: ({ whole, query }) => <a href={listOf(desk, query)}>{whole}</a>,
        })}
        rows={all}
        keyOf={({ whole }) => whole}
        none="No message was decided in this time."
      />
      {ahead.length > 0 && (
        <p className="muted">Ahead of now are messages of orders whose time was forwarded.</p>
      )}
    </>
  );
};

type Row = { whole: string; query: Record<string, string>; totals: Totals };

const columnsOf = (
  desk: Desk,
  { head, name }: { head: string; name: (row: Row) => ReactNode },
): Column<Row>[] => [
  { head, cell: name, isHead: true },
  ...outcomes.map((outcome) => ({
    head: outcomeWords[outcome].name,
    isNumber: true,
    cell: ({ query, totals }: Row) => {
      const count = totals[outcome];
      const href = listOf(desk, { ...query, ...outcomeWords[outcome].query });
      return count === 0 ? <span className="muted">0</span> : <a href={href}>{number(count)}</a>;
    },
  })),
];

const groupWords = { ...classWords, ...messageWords };

const Groups = ({ desk, counts, since, of }: Counted & { of: 'class' | 'kind' }) => {
  const names = [...new Set(counts.map((count) => count[of]))].sort();
  const rows = names.map((name) => ({
    whole: groupWords[name],
    query: { [of]: name, since },
    totals: totalsOf(counts.filter((count) => count[of] === name)),
  }));
  return (
    <Table
      caption={of === 'class' ? 'Messages by class' : 'Messages by kind'}
      columns={columnsOf(desk, {
        head: of === 'class' ? 'Class' : 'Kind',
        name: ({ whole, query }) => <a href={listOf(desk, query)}>{whole}</a>,
      })}
      rows={rows}
      keyOf={({ whole }) => whole}
      none="No message was decided in this time."
    />
  );
};

const Unsent = ({ desk, counts, since }: Counted) => {
  const found = new Map<string, { decision: Decision; reason: string; count: number }>();
  for (const { decision, reason, count } of counts) {
    if (reason === null) continue;
    const key = `${decision} ${reason}`;
    found.set(key, { decision, reason, count: count + (found.get(key)?.count ?? 0) });
  }
  const rows = [...found.values()].sort((a, b) => b.count - a.count);
  return (
    <Table
      caption="Messages by the reason why they did not go out"
      columns={[
        {
          head: 'Why',
          isHead: true,
          cell: ({ decision, reason }) => whyUnsent(decision, reason),
        },
        { head: 'Decision', cell: ({ decision }) => decisionWords[decision] },
        {
          head: 'Messages',
          isNumber: true,
          cell: ({ decision, reason, count }) => (
            <a href={listOf(desk, { decision, reason, since })}>{number(count)}</a>
          ),
        },
      ]}
      rows={rows}
      keyOf={({ decision, reason }) => `${decision} ${reason}`}
      none="Every message that was due went out, or still waits."
    />
  );
};

const number = (count: number): string => numbers.format(count);

const numbers = new Intl.NumberFormat('en-US');
const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 2 });
