import type { FileLine } from '../../db/schema/import/import-rows.ts';
import type { Column } from './columns.ts';

/** A cell that cannot be read. */
export type CellProblem = { line: number; column: string; detail: string };

export type Body = { [field: string]: unknown };

/**
 * The body that the lines of a row stand for. An empty cell leaves its field out. Each line adds an
 * object to the list named `nested`; what else a further line says has to be said by the first.
 * `columns`: one for each cell of a line, in the order of the file.
 */
export const toBody = (
  lines: readonly FileLine[],
  columns: readonly Column[],
  nested: string | null,
): { body: Body; problems: CellProblem[] } => {
  const own = columns.map((column, index) => ({ column, index, isOfItem: isIn(nested, column) }));
  const problems: CellProblem[] = [];
  const read = ({ line, cells }: FileLine, fields: typeof own): Body => {
    const body: Body = {};
    for (const { column, index, isOfItem } of fields) {
      const cell = readCell(cells[index] ?? '', column);
      const path = column.name.split('.').slice(isOfItem ? 1 : 0);
      if ('problem' in cell) problems.push({ line, column: column.name, detail: cell.problem });
      else if (cell.value !== undefined) put(body, path, cell.value);
    }
    return body;
  };
  const [first] = lines;
  if (!first) throw new Error('a row has a line');
  const whole = own.filter(({ isOfItem }) => !isOfItem);
  for (const line of lines.slice(1)) problems.push(...differences(first, line, whole));
  const body = read(first, whole);
  if (nested === null) return { body, problems };
  const ofItem = own.filter(({ isOfItem }) => isOfItem);
  return { body: { ...body, [nested]: lines.map((line) => read(line, ofItem)) }, problems };
};

const isIn = (nested: string | null, { name }: Column): boolean =>
  nested !== null && name.startsWith(`${nested}.`);

const differences = (
  first: FileLine,
  { line, cells }: FileLine,
  whole: readonly { column: Column; index: number }[],
): CellProblem[] =>
  whole
    .filter(({ index }) => cells[index] !== '' && cells[index] !== first.cells[index])
    .map(({ column }) => ({ line, column: column.name, detail: `Not as in line ${first.line}` }));

type Read = { value: unknown } | { problem: string };

const readCell = (cell: string, { reading, isNullable }: Column): Read => {
  if (cell === '') return { value: undefined };
  if (isNullable && cell === 'null') return { value: null };
  switch (reading) {
    case 'text':
      return { value: cell };
    case 'number':
      return isWhole(cell) ? { value: Number(cell) } : { problem: wantsDigits };
    case 'number-or-text':
      return { value: isWhole(cell) ? Number(cell) : cell };
    case 'boolean':
      return readBoolean(cell);
    case 'list':
      return readList(cell);
  }
};

const wantsDigits = 'Expected a whole number in digits alone, money in minor units';

/** As many digits as a number holds exactly. */
const isWhole = (cell: string): boolean => /^-?\d{1,15}$/.test(cell);

/** In capitals too, as spreadsheets write it. */
const readBoolean = (cell: string): Read => {
  const word = cell.toLowerCase();
  return word === 'true' || word === 'false'
    ? { value: word === 'true' }
    : { problem: 'Expected true or false' };
};

const readList = (cell: string): Read => {
  if (!cell.startsWith('[')) return { value: cell.split(/\r?\n/).filter((entry) => entry !== '') };
  try {
    return { value: JSON.parse(cell) };
  } catch {
    return { problem: 'Expected a JSON array, or one entry a line' };
  }
};

/** Columns are named by our own schemas, so that no path leads to a prototype. */
const put = (target: Body, path: readonly string[], value: unknown): void => {
  const [field = '', ...rest] = path;
  if (rest.length === 0) target[field] = value;
  else {
    target[field] ??= {};
    put(target[field] as Body, rest, value);
  }
};
