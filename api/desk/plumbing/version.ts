import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version of this system, as its `package.json` says; undefined where that is not beside it. */
export const findVersion = (): string | undefined => {
  version ??= { found: search(dirname(fileURLToPath(import.meta.url))) };
  return version.found;
};

let version: { found: string | undefined } | undefined;

/** The sources and what is built of them lie at different depths. */
const search = (folder: string): string | undefined => {
  try {
    const read = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (read.name === 'meanwhile') return String(read.version);
  } catch {
    // There is none here: it lies further up.
  }
  const above = dirname(folder);
  return above === folder ? undefined : search(above);
};
