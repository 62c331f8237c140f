import type { Kind, Store } from '../store.ts';
import { invalid } from './errors.ts';

/** Fields that hold an id and may be asked for as the whole object. */
const kinds: Record<string, Kind> = {
  charge: 'charge',
  customer: 'customer',
  latest_charge: 'charge',
  payment_intent: 'payment_intent',
  payment_method: 'payment_method',
};

/**
 * The object with the fields named by `expand[]` filled in, `data.…` inside lists, to any depth.
 * Throws a 400 on a field that cannot be expanded.
 */
export const expandFields = (store: Store, object: object, paths: readonly string[]): object =>
  paths.reduce((whole, path) => expandPath(store, whole, path, path), object);

const expandPath = (store: Store, object: object, path: string, asked: string): object => {
  const [head = '', ...rest] = path.split('.');
  const values = object as Record<string, unknown>;
  if (head === 'data' && Array.isArray(values.data))
    return {
      ...object,
      data: values.data.map((item) => expandPath(store, item, rest.join('.'), asked)),
    };
  const kind = kinds[head];
  if (kind === undefined || !(head in values))
    throw invalid(`This property cannot be expanded (${asked}).`);
  const value = values[head];
  const found = typeof value === 'string' ? store.find(kind, value) : value;
  if (found === null || typeof found !== 'object') return object;
  const inner = rest.length > 0 ? expandPath(store, found, rest.join('.'), asked) : found;
  return { ...object, [head]: inner };
};
