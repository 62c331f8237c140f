import { timingSafeEqual } from 'node:crypto';

/** Takes as long, wherever they differ: one of them is a secret. */
export const isSameText = (ours: string, theirs: string): boolean => {
  const [a, b] = [Buffer.from(ours), Buffer.from(theirs)];
  return a.length === b.length && timingSafeEqual(a, b);
};
