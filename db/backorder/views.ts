import type { Backorder } from '../../workflows/domain/backorder/backorder.ts';
import type { Change } from '../../workflows/domain/event-type.ts';
import type { EvidenceHead, EvidenceNote } from '../../workflows/domain/law/evidence.ts';
import { orderToWall } from '../../workflows/domain/order-time.ts';
import type { TimelineEntry } from '../../workflows/domain/story.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { View } from '../../workflows/domain/view.ts';
import type { Db } from '../client.ts';
import { appendEvidence, findHead } from '../law/evidence.ts';
import { announce } from '../outbound/announce.ts';
import { acceptPromises } from '../promise/promises.ts';
import { withdrawUndecided } from '../promise/withdraw.ts';
import { appendTimeline } from '../record/timeline.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Writes how a backorder looks, unless a newer revision stands already, what its timeline and its
 * evidence gained, which promises it accepted, and what others are to be told of it. The state comes along from which a lost run begins
 * anew, and from which letters are written after the end. `skippedMs` is how far the order's time is
 * ahead of the wall. Answers the head of the evidence; null if the chain has no `head` in it any more.
 */
export const writeView = (
  db: Db,
  {
    orderId,
    revision,
    view,
    entries,
    notes = [],
    head = null,
    changes = [],
    skippedMs,
    state,
  }: {
    orderId: string;
    revision: number;
    view: View;
    /** Left out, the one that stands is kept. */
    state?: Backorder;
    entries: readonly TimelineEntry[];
    notes?: readonly EvidenceNote[];
    /** The head that the workflow knows. */
    head?: EvidenceHead | null;
    /** What others may be told of. */
    changes?: readonly Change[];
    skippedMs: number;
  },
): Promise<EvidenceHead | null> =>
  inTransaction(db, async (sql) => {
    const { phase, promise, attention, nextWakeAt, outcome } = view;
    const kept = state === undefined ? sql`old.state` : sql`excluded.state`;
    const codes: string[] = attention.map(({ code }) => code);
    await sql`
      insert into views as old (
        order_id, revision, phase, body, promised_on, attention, next_wake_at, ended_at, outcome,
        state
      ) values (
        ${orderId}, ${revision}, ${phase}, ${JSON.stringify(view)}::jsonb, ${promise?.on ?? null}, ${codes}::text[],
        ${nextWakeAt === null ? null : orderToWall(nextWakeAt, skippedMs)}, case when ${outcome}::text is not null then now() end, ${outcome},
        ${state ? JSON.stringify(state) : null}::jsonb
      )
      on conflict (order_id) do update set
        revision = excluded.revision, phase = excluded.phase, body = excluded.body,
        promised_on = excluded.promised_on, attention = excluded.attention,
        next_wake_at = excluded.next_wake_at, ended_at = coalesce(old.ended_at, excluded.ended_at),
        outcome = excluded.outcome, state = ${kept}, updated_at = now()
      where old.revision < excluded.revision`;
    await appendTimeline(
      sql,
      entries.map((entry) => ({ orderId, ...entry })),
    );
    await acceptPromises(sql, orderId, entries.flatMap(promiseOf));
    if (outcome !== null) {
      const because = outcome === 'shipped' ? 'already_shipped' : outcome;
      await withdrawUndecided(sql, { orderId, because });
    }
    await announce(
      sql,
      changes.map(({ key, type }) => ({
        ...{ key: `${orderId}/${key}`, type, orderId, subject: orderId },
      })),
    );
    await appendEvidence(sql, orderId, notes);
    return findHead(sql, orderId, head);
  });

const promiseOf = ({ at, detail }: TimelineEntry): { promiseId: string; at: Instant }[] =>
  detail ? [{ promiseId: detail.promiseId, at }] : [];
