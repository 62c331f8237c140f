import { answerOf, ok } from './payment.stripe-answers.ts';
import { findPage } from './payment.stripe-views.ts';
import type { PaymentAnswer } from './payment.ts';

/**
 * Reads a list to its end, or to the first item that is `enough`. An item that is not understood
 * makes the answer `unknown`: what was not read cannot be called absent.
 */
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
    const answer = await answerOf(read(after), findPage);
    if (answer.outcome !== 'ok') return answer;
    const page = answer.value.data.map(view);
    if (page.includes(undefined)) return { outcome: 'unknown', replayed: false };
    items.push(...page.filter((item) => item !== undefined));
    if (!answer.value.hasMore || page.length === 0 || items.some(enough)) return ok(items);
  }
};
