import type { Backorder } from '../workflows/domain/backorder/backorder.ts';
import type { Effect } from '../workflows/domain/backorder/effect.ts';
import type { Fact } from '../workflows/domain/backorder/fact.ts';
import type { TimelineEntry } from '../workflows/domain/story.ts';
import type { Instant } from '../workflows/domain/time.ts';
import type { View } from '../workflows/domain/view.ts';

/** The input of an activity: the effect, the order's own time, and a view to write first. */
export type Call<E extends Effect> = {
  orderId: string;
  at: Instant;
  effect: E;
  view: ViewWrite | null;
};

/**
 * A backorder as others see it, and the state that shows so, to start a lost run from. Written only
 * over an older revision.
 */
export type ViewWrite = {
  revision: number;
  view: View;
  entries: TimelineEntry[];
  state: Backorder;
};

/** The result of an effect. The workflow adds the time. */
export type Outcome = WithoutTime<Fact>;

type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never;

type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;

type Performs<T extends Effect['type']> = (call: Call<EffectOf<T>>) => Promise<Outcome[]>;

/** One activity for each effect, of the same name, as the Temporal UI shows it. */
export type Activities = { [T in Effect['type']]: Performs<T> };

export type LocalActivities = {
  writeView: (call: { orderId: string; at: Instant; view: ViewWrite }) => Promise<void>;
};
