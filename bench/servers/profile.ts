import { join } from 'node:path';

let folder: string | undefined;
let processes = 0;

/** Processes that are started from now on write CPU profiles there when they end. */
export const profileInto = (into: string): void => {
  folder = into;
};

/** The flags of Node that make it so, one profile a thread; none without a folder. */
export const profileFlags = (name: string): string[] => {
  if (folder === undefined) return [];
  processes += 1;
  return ['--cpu-prof', `--cpu-prof-dir=${join(folder, `${processes}-${name}`)}`];
};
