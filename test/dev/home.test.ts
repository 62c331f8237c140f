import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openHome } from '../../dev/home.ts';
import { findCommandLine } from '../../dev/service/processes.ts';

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'meanwhile-home-'));
});
afterEach(() => rmSync(path, { recursive: true }));

const lock = (pid: number, command: string) =>
  writeFileSync(join(path, 'lock'), JSON.stringify({ pid, command }));

it('is free again once its holder has released it', () => {
  const first = openHome(path);
  first.release();
  const second = openHome(path);
  expect(second.leftBehind).toBe(false);
});

it('refuses a second start beside one that runs, and names its pid', () => {
  lock(process.ppid, findCommandLine(process.ppid) ?? '');
  expect(() => openHome(path)).toThrow(`already running in ${path}, pid ${process.ppid}`);
});

it('takes over from a start whose pid now belongs to another program', () => {
  lock(process.ppid, 'node --import tsx dev/start.ts');
  expect(openHome(path).leftBehind).toBe(true);
});

it('takes over a lock that was cut short', () => {
  writeFileSync(join(path, 'lock'), '{"pi');
  expect(openHome(path).leftBehind).toBe(true);
});

it('refuses a home made by another version', () => {
  writeFileSync(join(path, 'version.json'), '{"format":0,"postgres":17}');
  expect(() => openHome(path)).toThrow('was made by another version');
});

it('says what to do about a home that cannot be written', () => {
  const file = join(path, 'file');
  writeFileSync(file, '');
  expect(() => openHome(join(file, 'home'))).toThrow('Set MEANWHILE_HOME to another place');
});
