import type { ReactNode } from 'react';
import { mostCounted } from '../../../db/desk/plumbing/standing.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { Badge, type Tone } from '../parts/badge.tsx';
import { When } from '../parts/when.tsx';

/** A count that is cut off where nobody needs to know more. */
export const many = (count: number): string =>
  count > mostCounted ? `${mostCounted}+` : `${count}`;

/** An instant of this system's own clock, or what is said where there was none. */
export const Wall = ({ at, zone, none }: { at: Instant | null; zone: string; none: string }) =>
  at === null ? <span className="muted">{none}</span> : <When at={at} zone={zone} />;

/** How many wait to be dealt with, and since when. */
export const Waiting = ({
  open,
  oldestAt,
  zone,
}: {
  open: number;
  oldestAt: Instant | null;
  zone: string;
}) =>
  open === 0 ? (
    <span className="muted">none</span>
  ) : (
    <>
      {many(open)}
      {oldestAt !== null && (
        <>
          , the oldest since <When at={oldestAt} zone={zone} />
        </>
      )}
    </>
  );

const tones: Record<string, Tone> = {
  ok: 'good',
  enabled: 'good',
  delivered: 'good',
  done: 'good',
  pending: 'plain',
  waiting: 'plain',
  running: 'plain',
  unknown: 'plain',
  failing: 'warn',
  read_only: 'warn',
  disabled: 'bad',
  gone: 'bad',
  failed: 'bad',
  unreachable: 'bad',
};

const words: Record<string, string> = { read_only: 'read only', unknown: 'not known just now' };

/** How something stands, in its own word. */
export const State = ({ of }: { of: string }) => (
  <Badge tone={tones[of] ?? 'plain'}>{words[of] ?? of}</Badge>
);

/** One thing that the system is connected with, and the page where more is known of it. */
export const Part = ({
  title,
  more,
  children,
}: {
  title: string;
  more?: { href: string; says: string };
  children: ReactNode;
}) => (
  <div className="panel">
    <h2>{title}</h2>
    {children}
    {more && (
      <p>
        <a href={more.href}>{more.says}</a>
      </p>
    )}
  </div>
);
