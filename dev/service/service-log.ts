import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { openLog } from './log-file.ts';

const warning = 40;
const longest = 300;

const entrySchema = z.object({
  level: z.number(),
  msg: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
});

export type ServiceLog = {
  path: string;
  /** Writes everything a stream brings to the log, and says what is a warning or worse. */
  follow(stream: Readable): void;
};

/** One service's log: all of it in a file, what matters also to the person who watches. */
export function openServiceLog(
  home: string,
  name: string,
  say: (line: string) => void,
): ServiceLog {
  const { path, descriptor } = openLog(home, name);
  const file = createWriteStream(path, { fd: descriptor });
  let last = '';

  function follow(stream: Readable) {
    createInterface({ input: stream }).on('line', (line) => {
      file.write(`${line}\n`);
      const noteworthy = findWarning(line)?.slice(0, longest);
      if (noteworthy === undefined || noteworthy === last) return;
      last = noteworthy;
      say(`${name}: ${noteworthy}`);
    });
  }
  return { path, follow };
}

/** Lines that are no log entries, such as a stack trace, stay in the file. */
function findWarning(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = entrySchema.parse(JSON.parse(line));
    if (entry.level < warning) return undefined;
    return [entry.msg, entry.err?.message].filter(Boolean).join(': ');
  } catch {
    return undefined;
  }
}
