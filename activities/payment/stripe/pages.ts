import type { PaymentAnswer } from '../provider.ts';
import { answerOf, ok } from './answers.ts';
import { findPage } from './objects.ts';

/**
 * Reads one page of a list. One item that is not understood makes the answer `unknown`, because an
 * item that was not read cannot be called absent.
 */
export const readPage = async <T>(
  call: Promise<unknown>,
  view: (object: unknown) => T | undefined,
): Promise<PaymentAnswer<{ items: T[]; hasMore: boolean }>> => {
  const answer = await answerOf(call, findPage);
  if (answer.outcome !== 'ok') return answer;
  const { data, hasMore } = answer.value;
  const items = data.map(view).filter((item) => item !== undefined);
  return items.length === data.length
    ? ok({ items, hasMore })
    : { outcome: 'unknown', replayed: false };
};

/** Reads a list to its end, or to the first item that is `enough`. */
export const readPages = async <T>({
  read,
  view,
  idOf,
  enough = () => false,
}: {
  read: (after: { starting_after?: string }) => Promise<unknown>;
  view: (object: unknown) => T | undefined;
  idOf: (item: T) => string;
  enough?: (item: T) => boolean;
}): Promise<PaymentAnswer<T[]>> => {
  const items: T[] = [];
  for (;;) {
    const last = items.at(-1);
    const after = last === undefined ? {} : { starting_after: idOf(last) };
    const answer = await readPage(read(after), view);
    if (answer.outcome !== 'ok') return answer;
    const page = answer.value;
    items.push(...page.items);
    if (!page.hasMore || page.items.length === 0 || items.some(enough)) return ok(items);
  }
};
