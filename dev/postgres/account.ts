import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Account = { uid: number; gid: number };

/** Where root keeps what PostgreSQL's own account cannot reach in the clone, such as in /root. */
const reachablePlace = '/var/lib/meanwhile';

/**
 * Whom PostgreSQL runs as: ourselves, except that it refuses root; then the owner of data that is
 * there already, else the system's `postgres`, else `nobody`.
 */
export function chooseAccount(dataDirectory: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(dataDirectory)) {
    const { uid, gid } = statSync(dataDirectory);
    if (uid !== 0) return { uid, gid };
  }
  return findAccount('postgres') ?? getNobody();
}

function findAccount(name: string): Account | undefined {
  try {
    const ask = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

function getNobody(): Account {
  const nobody = findAccount('nobody');
  if (nobody) return nobody;
  throw new Error(
    'PostgreSQL cannot run as root, and there is no account `postgres` or `nobody` to run it as. ' +
      'Use another account, or set DATABASE_URL.',
  );
}

/** The installed programs, or a copy of them where the account can reach them. */
export function placePrograms(native: string, name: string, account: Account | undefined): string {
  if (canReach(join(native, 'bin', 'postgres'), account)) return native;
  const copy = join(reachablePlace, name);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/**
 * Makes an empty directory of the account's own, at `path` if the account can get there, else in a
 * place it can; returns where.
 */
export function makeDirectory(path: string, account: Account | undefined): string {
  mkdirSync(dirname(path), { recursive: true });
  const place = canReach(dirname(path), account)
    ? path
    : join(reachablePlace, `data-${randomUUID()}`);
  mkdirSync(place, { recursive: true });
  if (account) chownSync(place, account.uid, account.gid);
  return place;
}

export function canReach(path: string, account: Account | undefined): boolean {
  if (!account) return true;
  return spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0;
}
