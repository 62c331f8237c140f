import { appendFileSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** Adds one JSON value as a line. It survives a kill of the process once this returns. */
export const appendLine = (file: string, value: unknown): void =>
  appendFileSync(file, `${JSON.stringify(value)}\n`);

/**
 * Reads every line, and makes the folder if there is none. A last line without its end was cut off
 * while it was written, so nobody was told that it is kept: it is removed. Any other line that
 * cannot be read throws, naming the place.
 */
export const readLines = (file: string): unknown[] => {
  mkdirSync(dirname(file), { recursive: true });
  const bytes = readIfThere(file);
  const end = bytes.lastIndexOf(newline) + 1;
  if (end < bytes.length) truncateSync(file, end);
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
  return lines.map((line, index) => parse(line, `${file}:${index + 1}`));
};

const newline = '\n'.charCodeAt(0);

const readIfThere = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
};

const parse = (line: string, place: string): unknown => {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new Error(`${place} is not a line of JSON: mend or remove the file.`, { cause });
  }
};
