/**
 * Counts reasons to look at the provider. A reason that comes during a look calls for another look.
 * Webhooks repeat themselves: many reasons make one look.
 */
export type Looks = { wanted: number; done: number };

export const noLooks: Looks = { wanted: 0, done: 0 };

export const oneLook: Looks = { wanted: 1, done: 0 };

export const isWanted = ({ wanted, done }: Looks): boolean => wanted > done;

/** Adds one reason to look. */
export const wantAnother = (looks: Looks): Looks => ({ ...looks, wanted: looks.wanted + 1 });

/** Answers the first `wanted` reasons: those that were known when the look began. */
export const answerUpTo = (looks: Looks, wanted: number): Looks => ({
  ...looks,
  done: Math.max(looks.done, wanted),
});
