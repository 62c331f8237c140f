import { existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const rotateBytes = 5_000_000;

export type LogFile = { path: string; descriptor: number };

/** Opens `logs/<name>.log` for appending; a large one becomes `<name>.1.log` first. */
export function openLog(home: string, name: string): LogFile {
  const directory = join(home, 'logs');
  mkdirSync(directory, { recursive: true });
  const path = join(directory, `${name}.log`);
  if (existsSync(path) && statSync(path).size > rotateBytes) {
    renameSync(path, join(directory, `${name}.1.log`));
  }
  return { path, descriptor: openSync(path, 'a') };
}

/** The last lines of a log, for an error message. */
export function readTail(path: string, lines = 8): string {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
