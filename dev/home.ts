import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { findCommandLine } from './service/processes.ts';

/** Raised whenever an older home can no longer be read; with PostgreSQL's major version. */
const version = { format: 1, postgres: 18 };
const neededMegabytes = 300;

export type Home = {
  /** Whether the process that held this home before ended without letting go of it. */
  leftBehind: boolean;
  release(): void;
};

/**
 * Makes the directory usable and ours alone until `release`. Refuses, in words for the person who
 * started it: a home in use, not writable, on a full disk, or made by another version.
 */
export function openHome(path: string): Home {
  try {
    mkdirSync(join(path, 'logs'), { recursive: true });
    writeFileSync(join(path, 'logs', '.probe'), '');
    unlinkSync(join(path, 'logs', '.probe'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path} cannot be written (${reason}). Set MEANWHILE_HOME to another place.`);
  }
  requireSpace(path);
  requireVersion(path);
  const leftBehind = takeLock(path);
  return {
    leftBehind,
    release: () => rmSync(join(path, 'lock'), { force: true }),
  };
}

function requireSpace(path: string) {
  const { bavail, bsize } = statfsSync(path);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free >= neededMegabytes) return;
  throw new Error(
    `${path} has ${free} MB of disk left; at least ${neededMegabytes} MB are needed. ` +
      'Make room, or set MEANWHILE_HOME to another place.',
  );
}

function requireVersion(path: string) {
  const file = join(path, 'version.json');
  const found = readIfThere(file);
  if (found === undefined) {
    writeFileSync(file, `${JSON.stringify(version)}\n`);
    return;
  }
  if (found.trim() === JSON.stringify(version)) return;
  throw new Error(
    `${path} was made by another version (${found.trim()}, this one needs ` +
      `${JSON.stringify(version)}). Move it away to start afresh, or set MEANWHILE_HOME.`,
  );
}

/**
 * A home for something that is thrown away afterwards. Others may pass through it, since
 * PostgreSQL runs as another account when we are root.
 */
export function createTemporaryHome(): string {
  const path = mkdtempSync(join(tmpdir(), 'meanwhile-'));
  chmodSync(path, 0o755);
  return path;
}

const lockSchema = z.object({ pid: z.int(), command: z.string() });

/** Returns whether a lock was left by a process that is gone. */
function takeLock(path: string): boolean {
  const file = join(path, 'lock');
  const holder = readIfThere(file);
  if (holder !== undefined) {
    const lock = lockSchema.safeParse(parseJson(holder));
    if (lock.success && isHeldByAnother(lock.data)) {
      throw new Error(
        `Meanwhile is already running in ${path}, pid ${lock.data.pid}. ` +
          'Stop it first, or set MEANWHILE_HOME (and the ports) for a second one.',
      );
    }
    unlinkSync(file);
  }
  const lock = { pid: process.pid, command: findCommandLine(process.pid) ?? '' };
  writeFileSync(file, JSON.stringify(lock), { flag: 'wx' });
  return holder !== undefined;
}

/** A container that starts again may give this very process the pid of the one before it. */
function isHeldByAnother({ pid, command }: z.infer<typeof lockSchema>): boolean {
  return pid !== process.pid && findCommandLine(pid) === command;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
