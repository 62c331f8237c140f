import { isBuiltin } from 'node:module';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { arrows, innerRoomOf } from './support/arrows.ts';
import {
  circlesOf,
  files,
  grouped,
  type Import,
  imports,
  readsEnv,
  sources,
} from './support/sources.ts';

const product = ['domain', 'calendar', 'bundle', 'activities', 'api', 'db', 'emails'];
const isProduct = (file: string) => product.includes(roomOf(file) ?? '');

describe('the arrows between the floors', () => {
  /**
   * Where a room may point to; the bundle may take types of activities besides, and the operators'
   * pages those of the API's own document.
   */
  const arrows: Record<string, string[]> = {
    domain: ['domain'],
    calendar: ['domain', 'calendar'],
    bundle: ['domain', 'bundle'],
    activities: ['activities', 'db', 'emails', 'domain', 'calendar', 'messages'],
    api: ['api', 'db', 'emails', 'domain', 'calendar', 'messages'],
    // A date of an order is compared with the day at its ship-to, also within a transaction.
    db: ['db', 'domain', 'calendar'],
    emails: ['emails', 'domain', 'calendar'],
  };

  test.each(Object.entries(arrows))('%s points only to %j', (room, allowed) => {
    const own = imports.filter(({ from, to }) => roomOf(from) === room && isFile(to));
    expect(own.length).toBeGreaterThan(0);
    const wrong = own.filter(({ from, to, isType }) => {
      if (room === 'bundle' && isType && roomOf(to) === 'activities') return false;
      if (from === 'api/desk/call.ts' && isType && to === 'plugins/client/paths.ts') return false;
      return !allowed.some((name) => isIn(to, name)) && !isSameRoom(from, to);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('the types that the bundle takes of activities are those of the calls', () => {
    const taken = imports.filter(
      ({ from, to }) => roomOf(from) === 'bundle' && roomOf(to) === 'activities',
    );
    expect(new Set(taken.map(({ to }) => to))).toEqual(new Set(['activities/call.ts']));
  });

  test('the core takes nothing from outside, and the workflow nothing but Temporal', () => {
    expect(packagesOf('domain')).toEqual([]);
    expect(packagesOf('bundle').filter((name) => !name.startsWith('@temporalio/'))).toEqual([]);
    expect(packagesOf('calendar').filter((name) => isBuiltin(name))).toEqual([]);
  });

  test('stock and promise know nothing of money, mail or law', () => {
    const known = /^workflows\/domain\/(stock|promise|backorder)\/|^workflows\/domain\/[\w-]+\.ts$/;
    const taken = imports.filter(
      ({ from, to }) => /^db\/(stock|promise)\//.test(from) && roomOf(to) === 'domain',
    );
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.filter(({ to }) => !known.test(to)).map(show)).toEqual([]);
  });

  test('a plugin knows the API by its document alone, so that a shop can take it away', () => {
    const own = imports.filter(({ from, to }) => roomOf(from) === 'plugins' && isFile(to));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ to }) => roomOf(to) !== 'plugins').map(show)).toEqual([]);
  });

  test('every file lies in a room that is known here', () => {
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
  });
});

describe('the arrows between the rooms', () => {
  const inside = imports.filter(
    ({ from, to }) => innerRoomOf(from) !== undefined && roomOf(from) === roomOf(to),
  );

  test.each(Object.entries(arrows))('%s points only where it may', (room, allowed) => {
    const wrong = inside
      .filter(({ from, to }) => innerRoomOf(from) === room && innerRoomOf(to) !== room)
      .filter(({ to }) => !allowed.includes(innerRoomOf(to) ?? to));
    expect(wrong.map(show)).toEqual([]);
  });

  test('every room that is named here exists, and points somewhere or is pointed to', () => {
    const used = new Set(imports.flatMap(({ from, to }) => [innerRoomOf(from), innerRoomOf(to)]));
    expect(Object.keys(arrows).filter((room) => !used.has(room))).toEqual([]);
  });

  test('no two files import each other, directly or through others', () => {
    const ours = imports.filter(({ to }) => files.includes(to));
    expect(circlesOf(ours)).toEqual([]);
  });

  test('a circle would be seen', () => {
    const arrow = (from: string, to: string): Import => ({ from, to, isType: true });
    expect(circlesOf([arrow('a', 'b'), arrow('b', 'c'), arrow('c', 'b')])).toEqual([['b', 'c']]);
  });

  test('no room holds more than twenty files', () => {
    const rooms = grouped(files, dirname);
    const full = [...rooms].filter(([, held]) => held.length > 20);
    expect(full.map(([room, held]) => `${room}: ${held.length}`)).toEqual([]);
  });
});

describe('what only one place may hold', () => {
  test.each([
    { name: 'drizzle-orm', places: /^db\// },
    { name: 'postgres', places: /^db\// },
    { name: 'resend', places: /^(activities\/mail\/resend|api\/mail\/webhook)\.ts$/ },
    { name: 'nodemailer', places: /^activities\/mail\/smtp\.ts$/ },
    { name: 'stripe', places: /^(activities\/payment\/stripe\/|api\/payment\/webhook)/ },
  ])('$name is used only in $places', ({ name, places }) => {
    const users = imports
      .filter(({ from, to }) => isProduct(from) && packageOf(to) === name)
      .map(({ from }) => from);
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((file) => !places.test(file))).toEqual([]);
  });

  test('the environment is read only where it is parsed', () => {
    const places = ['activities/config.ts', 'api/config.ts', 'db/config.ts'];
    const readers = sources.filter((source) => isProduct(source.fileName) && readsEnv(source));
    expect(
      readers.map(({ fileName }) => fileName).filter((file) => !places.includes(file)),
    ).toEqual([]);
  });
});

/** `messages` is part of the bundle and the only part of it that others may import. */
function roomOf(file: string): string | undefined {
  if (file.startsWith('workflows/domain/')) return 'domain';
  if (file.startsWith('workflows/calendar/')) return 'calendar';
  if (file.startsWith('workflows/')) return 'bundle';
  if (!file.includes('/')) return 'root';
  return file.match(/^(activities|api|db|emails|dev|bench|plugins|test)\//)?.[1];
}

function isIn(file: string, name: string): boolean {
  return name === 'messages' ? file === 'workflows/messages.ts' : roomOf(file) === name;
}

function isSameRoom(from: string, to: string): boolean {
  return roomOf(from) === roomOf(to);
}

function isFile(to: string): boolean {
  return to.includes('/') && roomOf(to) !== undefined && roomOf(to) !== 'root';
}

function packagesOf(room: string): string[] {
  return imports.filter(({ from, to }) => roomOf(from) === room && !isFile(to)).map(({ to }) => to);
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

function show({ from, to }: Import): string {
  return `${from} → ${to}`;
}
