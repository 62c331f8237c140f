import { z } from 'zod';
import type { ShopAnswer } from '../port.ts';
import type { Call, Client } from './client.ts';

/** As much as BigCommerce gives at once. */
export const pageSize = 250;
/** More than any order or store has; a store that never ends is not followed for ever. */
const maxPages = 40;

type List<T> = Pick<Call<unknown>, 'path' | 'query'> & { item: z.ZodType<T> };

/** A whole list of V2: plain arrays, 204 when there is nothing. */
export const listV2 = <T>(client: Client, list: List<T>): Promise<ShopAnswer<T[]>> =>
  collect((page) =>
    client.call({
      ...{ method: 'GET', path: list.path, schema: z.array(list.item) },
      query: { ...list.query, page, limit: pageSize },
    }),
  );

/** A whole list of V3: `data`. */
export const listV3 = <T>(client: Client, list: List<T>): Promise<ShopAnswer<T[]>> =>
  collect(async (page) => {
    const answer = await client.call({
      ...{ method: 'GET', path: list.path, schema: z.object({ data: z.array(list.item) }) },
      query: { ...list.query, page, limit: pageSize },
    });
    return answer.outcome === 'ok' ? { outcome: 'ok', value: answer.value?.data } : answer;
  });

/** The lists that BigCommerce does not divide into pages. */
export const listUnpaged = async <T>(client: Client, list: List<T>): Promise<ShopAnswer<T[]>> => {
  const { path, query = {}, item } = list;
  const schema = z.object({ data: z.array(item) });
  const answer = await client.call({ method: 'GET', path, query, schema });
  return answer.outcome === 'ok' ? { outcome: 'ok', value: answer.value?.data ?? [] } : answer;
};

const collect = async <T>(
  ask: (page: number) => Promise<ShopAnswer<T[] | undefined>>,
): Promise<ShopAnswer<T[]>> => {
  const all: T[] = [];
  for (let page = 1; page <= maxPages; page++) {
    const answer = await ask(page);
    if (answer.outcome !== 'ok') return answer;
    all.push(...(answer.value ?? []));
    if ((answer.value?.length ?? 0) < pageSize) break;
  }
  return { outcome: 'ok', value: all };
};
