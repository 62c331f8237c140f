import type { z } from 'zod';
import { missing } from './errors.ts';
import type { created } from './params.ts';

type Page = {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
};

export type ListObject<T> = { object: 'list'; url: string; has_more: boolean; data: T[] };

/**
 * One page of objects that are given newest first: those after `starting_after`, or those just
 * before `ending_before`; ten unless told. Throws a 400 on a cursor that is not among them.
 */
export const listPage = <T extends { id: string }>(
  url: string,
  all: T[],
  { limit = 10, starting_after, ending_before }: Page,
): ListObject<T> => {
  const from =
    starting_after === undefined ? 0 : indexOf(all, starting_after, 'starting_after') + 1;
  const to =
    ending_before === undefined ? all.length : indexOf(all, ending_before, 'ending_before');
  const window = all.slice(from, to);
  const data =
    ending_before === undefined
      ? window.slice(0, limit)
      : window.slice(Math.max(0, window.length - limit));
  return { object: 'list', url, has_more: data.length < window.length, data };
};

/** Whether an object was made at that time. */
export const createdIn =
  (range: z.output<typeof created> | undefined) =>
  ({ created }: { created: number }): boolean => {
    if (range === undefined) return true;
    if (typeof range === 'number') return created === range;
    const { gt = -1, gte = 0, lt = Number.POSITIVE_INFINITY, lte = lt } = range;
    return created > gt && created >= gte && created < lt && created <= lte;
  };

type OfCharge = { charge?: string | undefined; payment_intent?: string | undefined };

/** Whether an object hangs on that charge and that intent; on any, where none is named. */
export const ofCharge =
  (of: OfCharge) =>
  ({ charge, payment_intent }: Required<OfCharge>): boolean =>
    (of.charge === undefined || charge === of.charge) &&
    (of.payment_intent === undefined || payment_intent === of.payment_intent);

const indexOf = (all: { id: string }[], id: string, param: string): number => {
  const index = all.findIndex((item) => item.id === id);
  if (index < 0) throw missing('object', id, param);
  return index;
};
