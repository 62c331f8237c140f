/**
 * Reasons to look at the provider, counted, so that one that comes while a look is under way is
 * followed by another look. Webhooks repeat themselves: many reasons make one look.
 */
export type Looks = { wanted: number; done: number };

export const noLooks: Looks = { wanted: 0, done: 0 };

export const oneLook: Looks = { wanted: 1, done: 0 };

export const isWanted = ({ wanted, done }: Looks): boolean => wanted > done;

/** One more reason. */
export const wantAnother = (looks: Looks): Looks => ({ ...looks, wanted: looks.wanted + 1 });

/** The look that began when `wanted` reasons were known has its answer. */
export const answerUpTo = (looks: Looks, wanted: number): Looks => ({
  ...looks,
  done: Math.max(looks.done, wanted),
});
