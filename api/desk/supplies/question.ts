import type { SupplyFilter, SupplyPosition } from '../../../db/desk/supplies.ts';
import { civilDate, id, sku } from '../../http/scalars.ts';

/** What the address of the calendar asks for. What is wrong of it is said, and narrows nothing. */
export type Question = {
  filter: SupplyFilter;
  isUndated: boolean;
  after: SupplyPosition | null;
  faults: Record<string, string>;
};

export const readQuestion = (query: URLSearchParams): Question => {
  const faults: Record<string, string> = {};
  const filter: SupplyFilter = {};
  const fields = { sku, location: id, from: civilDate, to: civilDate };
  for (const [name, schema] of Object.entries(fields)) {
    const given = query.get(name)?.trim() ?? '';
    if (given === '') continue;
    const read = schema.safeParse(given);
    if (read.success) filter[name as keyof SupplyFilter] = read.data;
    else faults[name] = read.error.issues[0]?.message ?? 'It is not written as it should be.';
  }
  const after = readPosition(query.get('cursor'));
  if (after === undefined) faults[''] = 'This is no page of the list: it begins anew.';
  return { filter, faults, isUndated: query.get('when') === 'undated', after: after ?? null };
};

export const writePosition = ({ on, supplyId }: SupplyPosition): string =>
  Buffer.from(JSON.stringify([on ?? '', supplyId])).toString('base64url');

/** Null for the first page, undefined for what no page has given. */
const readPosition = (cursor: string | null): SupplyPosition | null | undefined => {
  if (cursor === null) return null;
  try {
    const [on, supplyId] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isRight =
      (on === '' || civilDate.safeParse(on).success) && id.safeParse(supplyId).success;
    return isRight ? { on: on === '' ? null : on, supplyId } : undefined;
  } catch {
    return undefined;
  }
};
