import {
  countedAtMost,
  type OpenMessages,
  type ShownPace,
} from '../../../db/desk/messages/queue.ts';
import { relationshipShare } from '../../../db/mail/pace.ts';
import { whyUnsent } from '../../../workflows/domain/desk/mail-reasons.ts';
import type { Desk } from '../env.ts';
import { Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { listOf } from './tabs.tsx';

type Queue = { desk: Desk; zone: string; paces: ShownPace[]; open: OpenMessages[] };

/** What still has to go out, and how fast the provider takes it. */
export const QueueOf = ({ desk, zone, paces, open }: Queue) => (
  <section id="queue" data-fresh>
    <h2>Waiting to go out</h2>
    <Pace paces={paces} />
    <Table
      caption="Messages that are not out, or perhaps are"
      columns={[
        { head: 'What it waits for', isHead: true, cell: waitWords },
        { head: 'Urgency', cell: urgencyWords },
        {
          head: 'Messages',
          isNumber: true,
          cell: (row) => <a href={listOf(desk, queryOf(row))}>{countOf(row)}</a>,
        },
        { head: 'Oldest', cell: ({ oldestAt }) => <When at={oldestAt} zone={zone} /> },
        { head: 'Next look', cell: (row) => <NextLook row={row} zone={zone} /> },
      ]}
      rows={open}
      keyOf={keyOf}
      none="Nothing waits: all that was due is out, and every outcome is known."
    />
  </section>
);

const keyOf = ({ waits, class: of, reason }: OpenMessages): string => `${waits} ${of} ${reason}`;

const countOf = ({ count, isMore }: OpenMessages): string =>
  isMore ? `${Math.min(count, countedAtMost)}+` : String(count);

const waitWords = ({ waits, reason }: OpenMessages): string => {
  switch (waits) {
    case 'turn':
      return 'Its turn at the provider.';
    case 'answer':
      return "The provider's answer: it was handed over, and is asked for again.";
    case 'held':
      return whyUnsent('held', reason) ?? 'It is decided again.';
    case 'unknown':
      return 'A person: nobody knows whether it went out, and it is not sent again by itself.';
  }
};

const urgencyWords = ({ waits, class: of }: OpenMessages): string => {
  if (waits === 'unknown') return '–';
  return of === 'service' ? 'at once' : 'can wait';
};

const queryOf = ({ waits, class: of, reason }: OpenMessages): Record<string, string> => ({
  class: of,
  decision: waits === 'unknown' ? 'unknown' : 'held',
  ...(waits === 'turn' || waits === 'answer' ? { reason: 'sending' } : reason && { reason }),
});

const NextLook = ({ row: { waits, firstUntil }, zone }: { row: OpenMessages; zone: string }) => {
  if (firstUntil !== null) return <When at={firstUntil} zone={zone} />;
  return waits === 'held' ? 'as soon as the reason is gone' : '–';
};

const Pace = ({ paces }: { paces: ShownPace[] }) => {
  const [pace, ...others] = paces;
  if (pace === undefined) return <p>The provider has not been called yet.</p>;
  const { provider, perSecond, waitMs, relationshipWaitMs } = pace;
  const share = Math.round(relationshipShare * 100);
  return (
    <>
      <p>
        All workers together call <span className="id">{provider}</span> at most{' '}
        <strong>{rate(perSecond)} times a second</strong>; mail that can wait takes at most {share}{' '}
        % of that. The next turn is {turnWords(waitMs)}, of mail that can wait{' '}
        {turnWords(Math.max(waitMs, relationshipWaitMs))}.
      </p>
      <p className="muted">
        Urgency follows from the class. A notice of the law whose deadline is more than a day off
        takes its turn with mail that can wait.
      </p>
      {others.length > 0 && (
        <p className="muted">Called before: {others.map((other) => other.provider).join(', ')}.</p>
      )}
    </>
  );
};

const rate = (perSecond: number): string =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(perSecond);

const turnWords = (ms: number): string =>
  ms < 1_000 ? 'free' : `in ${Math.round(ms / 1_000)} seconds`;
