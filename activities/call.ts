import type { Backorder } from '../workflows/domain/backorder/backorder.ts';
import type { Effect } from '../workflows/domain/backorder/effect.ts';
import type { Outcome } from '../workflows/domain/backorder/fact.ts';
import type { Change } from '../workflows/domain/event-type.ts';
import type { FollowUp } from '../workflows/domain/follow-ups.ts';
import type { EvidenceHead, EvidenceNote } from '../workflows/domain/law/evidence.ts';
import type { TimelineEntry } from '../workflows/domain/story.ts';
import type { Instant } from '../workflows/domain/time.ts';
import type { View } from '../workflows/domain/view.ts';

/** One effect to bring about, and the order's own time. */
export type Task<E extends Effect> = { orderId: string; at: Instant; effect: E };

/** The input of an activity: its task, a view to write first, and what follows if all goes well. */
export type Call<E extends Effect> = Task<E> & { view: ViewWrite | null; followUps: FollowUp[] };

/**
 * A backorder as others see it, and the state that shows so, to start a lost run from. Written only
 * over an older revision. What became evidence comes along, with the head of the chain as it was.
 */
export type ViewWrite = {
  revision: number;
  view: View;
  entries: TimelineEntry[];
  notes: EvidenceNote[];
  changes?: Change[];
  head: EvidenceHead | null;
  state: Backorder;
};

type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;

/** What brings about each effect. */
export type Activities = {
  [T in Effect['type']]: (task: Task<EffectOf<T>>) => Promise<Outcome[]>;
};

/**
 * The outcomes of an effect, and then those of each one that it went on to. `head`: of the order's
 * evidence, if a view was written and the chain still has in it what the view came with.
 */
export type Answer = { done: Outcome[][]; head: EvidenceHead | null };

/** One activity for each effect, of the same name, as the Temporal UI shows it. */
export type RemoteActivities = {
  [T in Effect['type']]: (call: Call<EffectOf<T>>) => Promise<Answer>;
};

export type LocalActivities = {
  writeView: (call: {
    orderId: string;
    at: Instant;
    view: ViewWrite;
  }) => Promise<EvidenceHead | null>;
};
