import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/** One import: a path from the root, or the name of a package; `isType` when nothing runs. */
export type Import = { from: string; to: string; isType: boolean };

/** The TypeScript of the tree, as paths from the root. */
export const files: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => file !== '' && ts.sys.fileExists(join(root, file)));

export const sources: readonly ts.SourceFile[] = files.map((file) =>
  ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  ),
);

/** Imports and re-exports of a file, also dynamic ones and `import()` in types. */
const importsOf = (source: ts.SourceFile): Import[] => {
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
};

/** With `import { type A }` the module is still loaded, but nothing of it is used. */
const isTypeImport = ({ importClause }: ts.ImportDeclaration): boolean =>
  importClause?.isTypeOnly ?? false;

const resolve = (from: string, specifier: string): string =>
  specifier.startsWith('.') ? normalize(join(from, '..', specifier)) : specifier;

/** Every import of the tree. */
export const imports: readonly Import[] = sources.flatMap(importsOf);

/** Whether the file reads `process.env`. */
export const readsEnv = (source: ts.SourceFile): boolean => {
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
};

/** Items by what they have in common. */
export const grouped = <T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return groups;
};

/** Files that import each other, directly or through others: each circle, as it was first met. */
export const circlesOf = (among: readonly Import[]): string[][] => {
  const next = grouped(among, ({ from }) => from);
  const done = new Set<string>();
  const circles: string[][] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const begin = path.indexOf(file);
    if (begin >= 0) circles.push(path.slice(begin));
    if (begin >= 0 || done.has(file)) return;
    for (const { to } of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return circles;
};
