import type { Reach } from '../judge/windows.ts';
import type { Known } from '../load/known.ts';
import type { Strangers } from '../load/strangers.ts';
import type { Random } from '../random.ts';
import type { Stand } from '../stand/stand.ts';

/** What a fault may use. */
export type Scene = {
  stand: Stand;
  known: Known;
  random: Random;
  strangers: Strangers;
  /** Says that this fault holds the shelf of an SKU. */
  concern(sku: string): void;
  /** Lets the fault last; ends early when the soak does. */
  hold(): Promise<void>;
  /** Ends with the soak. */
  signal: AbortSignal;
};

/**
 * One thing that goes wrong. `strike` does it, lets it last, and makes it good: afterwards all
 * parts run and may need a moment.
 */
export type Fault = { reach: Reach; strike(scene: Scene): Promise<void> };
