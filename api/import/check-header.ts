import type { FieldError } from '../http/problem.ts';
import type { Column } from './columns.ts';

/** Everything that is wrong with the first line of a file; nothing if it can be read by it. */
export const problemsOfHeader = (
  header: readonly string[],
  columns: readonly Column[],
): FieldError[] => [
  ...header.flatMap((name, index) => {
    const detail = problemOf(name, { header, index, columns });
    return detail ? [{ pointer: pointerTo(1, name), detail }] : [];
  }),
  ...columns
    .filter(({ name, isRequired }) => isRequired && !header.includes(name))
    .map(({ name }) => ({ pointer: pointerTo(1, name), detail: 'This column is required' })),
];

/** A cell of a file: its line, and the name of its column. */
export const pointerTo = (line: number, column?: string): string =>
  `/${line}${column === undefined ? '' : `/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`}`;

type Place = { header: readonly string[]; index: number; columns: readonly Column[] };

const problemOf = (name: string, { header, index, columns }: Place): string | undefined => {
  if (name === '') return `The ${index + 1}. column has no name`;
  if (header.indexOf(name) < index) return 'The column stands there twice';
  if (columns.some((column) => column.name === name)) return undefined;
  const meant = columns.find((column) => isAlike(column.name, name));
  return `Not a known column${meant ? `; ${meant.name} is one` : ''}`;
};

const isAlike = (known: string, name: string): boolean =>
  known.toLowerCase() === name.toLowerCase() ||
  known.toLowerCase().endsWith(`.${name.toLowerCase()}`);
