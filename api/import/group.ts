import type { NewRow } from '../../db/import/uploads.ts';
import type { FileLine } from '../../db/schema/import/import-rows.ts';
import type { FieldError } from '../http/problem.ts';
import { pointerTo } from './check-header.ts';

/** More than any act may have. */
const mostLines = 200;

type Found = { row: NewRow } | { problem: FieldError };

/**
 * The rows of a file, and what is wrong between them: what is named by `identity`, indexes of
 * cells, may come once. With `isJoined` lines that follow each other under one name are one row,
 * and each has to have a name.
 */
export async function* groupLines(
  lines: AsyncIterable<FileLine>,
  identity: readonly { index: number; name: string }[],
  isJoined: boolean,
): AsyncGenerator<Found> {
  const seen = new Map<string, number>();
  const [first] = identity;
  let row: NewRow | undefined;
  let name: string | undefined;
  for await (const next of lines) {
    const nextName = nameOf(next, identity);
    if (isJoined && nextName === '' && first) {
      yield { problem: problemAt(next, first.name, 'Required in each line of it') };
      continue;
    }
    if (isJoined && row && nextName === name) {
      if (row.length < mostLines) row = [...row, next];
      else yield { problem: problemAt(next, first?.name, `More than ${mostLines} lines of it`) };
      continue;
    }
    if (row) yield { row };
    row = next && [next];
    name = nextName;
    const before = nextName === '' ? undefined : seen.get(nextName);
    if (before !== undefined) {
      const where = isJoined
        ? `began in line ${before}; its lines follow each other`
        : `is line ${before} already`;
      yield { problem: problemAt(next, first?.name, `The same ${where}`) };
    } else seen.set(nextName, next.line);
  }
  if (row) yield { row };
}

/** Empty where the first part of it is. */
const nameOf = ({ cells }: FileLine, identity: readonly { index: number }[]): string => {
  const parts = identity.map(({ index }) => cells[index] ?? '');
  return parts[0] === '' ? '' : parts.join('\n');
};

const problemAt = ({ line }: FileLine, column: string | undefined, detail: string): FieldError => ({
  pointer: pointerTo(line, column),
  detail,
});
