import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { FileLine } from '../../db/schema/import/import-rows.ts';
import { problem } from '../http/problem.ts';
import { pointerTo } from './check-header.ts';

/** As much as any other body may have. */
const maxRecordSize = 256 * 1024;

/** Within it the first line ends, or it is not one. */
const headBytes = 64 * 1024;

/**
 * The lines of a CSV file (RFC 4180), the names of its columns first. Lines that are empty are left
 * out and counted. A comma or, where the first line has none, a semicolon parts the cells. Refuses
 * the file at the first line that is not CSV or has another number of cells.
 */
export async function* readRecords(bytes: AsyncGenerator<Buffer>): AsyncGenerator<FileLine> {
  const { head, delimiter } = await peek(bytes);
  // The parser counts a line break of two characters within quotes twice.
  let countedTwice = 0;
  let lastLine = 0;
  const begins = new WeakMap<string[], number>();
  const note = (cells: string[], { lines }: { lines: number }): string[] => {
    countedTwice += countIn(cells, /\r\n/g);
    lastLine = lines - countedTwice;
    begins.set(cells, lastLine - countIn(cells, /\n/g));
    return cells;
  };
  const parser = parse({
    bom: true,
    delimiter,
    max_record_size: maxRecordSize,
    on_record: note,
    record_delimiter: ['\r\n', '\n'],
    skip_empty_lines: true,
  });
  // What goes wrong in it reaches whoever reads the parser.
  pipeline(Readable.from(joined(head, bytes)), parser, () => {});
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      yield { line: begins.get(cells) ?? 0, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? notCsv(error, { lastLine, countedTwice }) : error;
  }
}

const peek = async (bytes: AsyncGenerator<Buffer>) => {
  const head: Buffer[] = [];
  let size = 0;
  let isOver = false;
  while (!isOver && size < headBytes && !head.at(-1)?.includes('\n')) {
    const { value, done } = await bytes.next();
    isOver = done === true;
    if (value) head.push(value);
    size += value?.length ?? 0;
  }
  const [firstLine = ''] = Buffer.concat(head).toString().split('\n', 1);
  const delimiter = firstLine.includes(';') && !firstLine.includes(',') ? ';' : ',';
  return { head, delimiter };
};

async function* joined(head: readonly Buffer[], rest: AsyncGenerator<Buffer>) {
  try {
    yield* head;
    yield* rest;
  } finally {
    // Whoever reads no further wants no more of it sent.
    await rest.return(undefined);
  }
}

const countIn = (cells: readonly string[], what: RegExp): number =>
  cells.reduce((sum, cell) => sum + (cell.match(what)?.length ?? 0), 0);

const meanings: Partial<Record<CsvError['code'], string>> = {
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'It has more or fewer cells than the first line',
  CSV_QUOTE_NOT_CLOSED: 'A quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'Text follows a closing quote; a quote within quotes is doubled',
  INVALID_OPENING_QUOTE: 'A quote stands within a cell that does not begin with one',
  CSV_MAX_RECORD_SIZE: 'The line is longer than 256 KB, or a quote is never closed',
};

/** These are noticed long after the line that began it. */
const late: readonly CsvError['code'][] = ['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'];

const notCsv = (
  { code, lines }: CsvError,
  { lastLine, countedTwice }: { lastLine: number; countedTwice: number },
) => {
  const isLate = late.includes(code) || typeof lines !== 'number';
  const line = isLate ? lastLine + 1 : lines - countedTwice;
  const detail = meanings[code] ?? 'It is not CSV';
  return problem('invalid_request', {
    detail: `The file cannot be read in line ${line}. Nothing was changed.`,
    errors: [{ pointer: pointerTo(line), detail }],
  });
};
