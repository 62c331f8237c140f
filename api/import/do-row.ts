import type { DoneRow, DueRow } from '../../db/import/work.ts';
import { outageOf } from '../../db/outage.ts';
import type { FileLine } from '../../db/schema/import/import-rows.ts';
import { invalid } from '../http/invalid.ts';
import { findProblem } from '../http/problem.ts';
import type { Column } from './columns.ts';
import type { ActDeps, Kind } from './kinds.ts';
import { type CellProblem, toBody } from './to-body.ts';

/** What all rows of a file share. */
export type File = { kind: Kind; columns: readonly Column[]; fileHash: string | null };

type Reported = { onBroken: (error: unknown) => void };

/**
 * Does one row, or says why not. Throws only while the database is out of reach; a row that breaks
 * for any other reason is told to `onBroken` and fails.
 */
export const doRow = async (
  deps: ActDeps & Reported,
  { kind, columns, fileHash }: File,
  { line, lines }: DueRow,
): Promise<DoneRow> => {
  const { body, problems } = toBody(lines, columns, kind.nested);
  const checked = kind.check(body, { fileHash, line });
  const failed = (code: string, detail: string) => ({
    ...{ line, outcome: 'failed' as const, code, detail },
  });
  if ('issues' in checked || problems.length > 0) {
    const refused = 'issues' in checked ? errorsOf(invalid(checked.issues)) : undefined;
    return failed(refused?.code ?? 'invalid_request', tell(lines, { ...refused, problems }));
  }
  try {
    const { isUnchanged } = await checked.act(deps);
    return { line, outcome: isUnchanged ? 'unchanged' : 'applied', code: null, detail: null };
  } catch (error) {
    const refusal = errorsOf(error);
    if (refusal) return failed(refusal.code, tell(lines, { ...refusal, problems }));
    if (outageOf(error)) throw error;
    deps.onBroken(error);
    return failed('internal', 'Something went wrong here. It is logged.');
  }
};

const errorsOf = (error: unknown) => {
  const found = findProblem(error);
  return found && { code: found.code, detail: found.detail, errors: found.errors ?? [] };
};

type Told = {
  problems: readonly CellProblem[];
  errors?: readonly { pointer: string; detail: string }[];
  detail?: string;
};

const mostTold = 10;
const longestText = 1_000;

/** All that is wrong, by the names of the columns, and never what a cell says. */
const tell = (lines: readonly FileLine[], { problems, errors = [], detail = '' }: Told): string => {
  const [first] = lines;
  const isKnown = (column: string, line?: number) =>
    problems.some((known) => known.column === column && (known.line === line || !line));
  const found = [
    ...problems,
    ...errors.map((error) => ({ ...placeOf(error.pointer, lines), detail: error.detail })),
  ].filter((each, index) => index < problems.length || !isKnown(each.column, each.line));
  if (found.length === 0) return detail;
  const told = found.slice(0, mostTold).map((each) => {
    const where = each.line === first?.line ? '' : `line ${each.line}, `;
    return `${where}${each.column === '' ? '' : `${each.column}: `}${each.detail}`;
  });
  const more = found.length > told.length ? [`and ${found.length - told.length} more`] : [];
  return [...told, ...more].join('; ').slice(0, longestText);
};

/** `/lines/2/sku` is the column `lines.sku` in the third line of the row. */
const placeOf = (pointer: string, lines: readonly FileLine[]): { line: number; column: string } => {
  const [, list, index, ...rest] = pointer.split('/');
  const [first] = lines;
  const line = lines[list === 'lines' ? Number(index ?? 0) : 0] ?? first;
  const column = list === 'lines' ? [list, ...rest] : [list ?? '', index ?? '', ...rest];
  return { line: line?.line ?? 0, column: column.filter((part) => part !== '').join('.') };
};
