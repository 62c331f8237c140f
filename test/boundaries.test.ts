import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** One import: a path from the root, or the name of a package; `isType` when nothing runs. */
type Import = { from: string; to: string; isType: boolean };

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => file !== '' && ts.sys.fileExists(join(root, file)));

const sources = files.map((file) =>
  ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  ),
);

const imports = sources.flatMap((source) => importsOf(source));

describe('the arrows between the rooms', () => {
  /** Where a room may point to; the bundle may take types of activities besides. */
  const arrows: Record<string, string[]> = {
    domain: ['domain'],
    calendar: ['domain', 'calendar'],
    bundle: ['domain', 'bundle'],
    activities: ['activities', 'db', 'emails', 'domain', 'calendar', 'messages'],
    api: ['api', 'db', 'domain', 'calendar', 'messages'],
    db: ['db', 'domain'],
    emails: ['emails', 'domain', 'calendar'],
  };

  test.each(Object.entries(arrows))('%s points only to %j', (room, allowed) => {
    const own = imports.filter(({ from, to }) => roomOf(from) === room && isFile(to));
    expect(own.length).toBeGreaterThan(0);
    const wrong = own.filter(({ from, to, isType }) => {
      if (room === 'bundle' && isType && roomOf(to) === 'activities') return false;
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

  test('every file lies in a room that is known here', () => {
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
  });
});

describe('what only one place may hold', () => {
  const product = ['domain', 'calendar', 'bundle', 'activities', 'api', 'db', 'emails'];
  const isProduct = (file: string) => product.includes(roomOf(file) ?? '');

  test.each([
    { name: 'drizzle-orm', places: /^db\// },
    { name: 'postgres', places: /^db\// },
    { name: 'resend', places: /^activities\/mail\/resend\.ts$/ },
    { name: 'stripe', places: /^(activities\/payment\/stripe\/|api\/payment\/webhook)/ },
  ])('$name is used only in $places', ({ name, places }) => {
    const users = imports
      .filter(({ from, to }) => isProduct(from) && packageOf(to) === name)
      .map(({ from }) => from);
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((file) => !places.test(file))).toEqual([]);
  });

  test('the environment is read only where it is parsed', () => {
    const places = ['activities/config.ts', 'api/config.ts'];
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
  return file.match(/^(activities|api|db|emails|dev|bench|test)\//)?.[1];
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

/** Imports and re-exports, also dynamic ones and `import()` in types. */
function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isType: boolean): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({ from: source.fileName, to: resolve(source.fileName, specifier.text), isType });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** With `import { type A }` the module is still loaded, but nothing of it is used. */
function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  return importClause?.isTypeOnly ?? false;
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? normalize(join(from, '..', specifier)) : specifier;
}

function readsEnv(source: ts.SourceFile): boolean {
  let isFound = false;
  const visit = (node: ts.Node): void => {
    isFound ||=
      ts.isPropertyAccessExpression(node) &&
      node.name.text === 'env' &&
      node.expression.getText(source) === 'process';
    ts.forEachChild(node, visit);
  };
  visit(source);
  return isFound;
}
