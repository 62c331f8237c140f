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

/** A backorder as others see it. Written only over an older revision. */
export type ViewWrite = { revision: number; view: View; entries: TimelineEntry[] };

/** The result of an effect. The workflow adds the time. */
export type Outcome = WithoutTime<Fact>;

type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never;

type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;

type Performs<T extends Effect['type']> = (call: Call<EffectOf<T>>) => Promise<Outcome[]>;

/** Effects by the name of the activity that performs them, as the Temporal UI shows it. */
export type Activities = {
  applyStockAct: Performs<'apply'>;
  makeUnitsFirm: Performs<'firm'>;
  releaseLease: Performs<'release'>;
  rejoinQueue: Performs<'rejoin'>;
  authorizePayment: Performs<'authorize'>;
  capturePayment: Performs<'capture'>;
  voidHold: Performs<'void'>;
  refundPayment: Performs<'refund'>;
  lookAtIntent: Performs<'look'>;
  lookAtCard: Performs<'card'>;
  offerCard: Performs<'offer'>;
  lookAtOffers: Performs<'offered'>;
  sendMail: Performs<'send'>;
  recordSkippedMail: Performs<'skip'>;
  planMail: Performs<'timetable'>;
};

export type LocalActivities = {
  writeView: (call: { orderId: string; at: Instant; view: ViewWrite }) => Promise<void>;
};
