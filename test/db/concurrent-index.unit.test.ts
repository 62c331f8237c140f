import { readFileSync } from 'node:fs';
import type { MigrationMeta } from 'drizzle-orm/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { describe, expect, it } from 'vitest';
import { toSteps } from '../../db/concurrent-index.ts';

const migration = (...sql: string[]): MigrationMeta => ({
  sql,
  folderMillis: 1,
  hash: '',
  bps: true,
});

const table = migration('CREATE TABLE "a" ("b" int);', 'CREATE INDEX "c" ON "a" ("b");');
const beside = (statement: string) => migration(`CREATE INDEX CONCURRENTLY ${statement}`);

describe('the steps of a migration', () => {
  it('are one transaction for all that stand together, and one for each that makes indexes', () => {
    const index = beside('"d" ON "a" ("b");');
    expect(toSteps([table, table, index, table])).toEqual([
      { kind: 'transaction', migrations: [table, table] },
      { kind: 'indexes', migration: index, indexes: [{ name: 'd', statement: index.sql[0] }] },
      { kind: 'transaction', migrations: [table] },
    ]);
  });

  it.each([
    { statement: '\nCREATE UNIQUE INDEX CONCURRENTLY "two words" ON "a" ("b")', name: 'two words' },
    { statement: '-- why\n-- so\ncreate index concurrently Plain on a (b)', name: 'plain' },
    { statement: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS "d" ON "a" ("b")', name: 'd' },
  ])('know the name of an index: $name', ({ statement, name }) => {
    expect(toSteps([migration(statement)])).toMatchObject([{ indexes: [{ name }] }]);
  });

  it('refuse an index beside anything else in one migration', () => {
    const mixed = migration(
      'ALTER TABLE "a" ADD COLUMN "e" int;',
      ...beside('"d" ON "a" ("e")').sql,
    );
    expect(() => toSteps([mixed])).toThrow('d: what is made concurrently needs a migration');
  });
});

describe('our migrations', () => {
  const folder = 'db/migrations';
  /** Those before were written when an index still locked its table. */
  const since = 14;
  const { entries } = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as {
    entries: { idx: number; tag: string }[];
  };
  const all = readMigrationFiles({ migrationsFolder: folder });

  it('can be taken in steps', () => {
    expect(toSteps(all).length).toBeGreaterThan(0);
  });

  it('lock no table that is in use to make an index of it', () => {
    const locking = entries.flatMap(({ idx, tag }, place) =>
      idx < since ? [] : lockedBy(all[place]?.sql ?? []).map((name) => `${tag}: ${name}`),
    );
    expect(locking).toEqual([]);
  });

  it('would be seen if they did', () => {
    expect(lockedBy(table.sql)).toEqual([]);
    expect(lockedBy(beside('"d" ON "a" ("b")').sql)).toEqual([]);
    expect(lockedBy(['CREATE UNIQUE INDEX "d" ON "a" USING btree ("b");'])).toEqual(['a']);
  });
});

/** Tables that were there before, and are locked while an index of them is made. */
const lockedBy = (statements: readonly string[]): string[] => {
  const made = statements.flatMap((each) => each.match(/create table "([^"]+)"/i)?.[1] ?? []);
  return statements
    .flatMap((each) => each.match(/create (?:unique )?index "[^"]+" on "([^"]+)"/i)?.[1] ?? [])
    .filter((name) => !made.includes(name));
};
