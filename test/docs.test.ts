import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attentionCodes } from '../workflows/domain/backorder/attention.ts';

const root = join(import.meta.dirname, '..');

/** Every file of the repository, as paths from the root, whether it is committed yet or not. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)));

const pages = files.filter((file) => /^(README|CONTRIBUTING|docs\/.+)\.md$/.test(file));

const read = (page: string): string => readFileSync(join(root, page), 'utf8');

const names = new Set(files.map((file) => basename(file)));
const top = new Set(files.map((file) => file.split('/')[0]));

/** A file or a folder by its path from the root; a source also by its name alone. */
const isThere = (named: string): boolean => {
  const path = sourceOf(named);
  return path.includes('/') || top.has(path)
    ? files.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`))
    : names.has(path);
};

/** What is built is as true as the source that it is built from. */
const sourceOf = (path: string): string => path.replace(/^dist\/(.+)\.js$/, '$1.ts');

/**
 * Whether a word can only be a path of ours: it begins in one of our folders, or ends as a file or
 * a folder does, or it is the name of a source.
 */
const isPath = (word: string): boolean =>
  /^[\w-]+\.(ts|tsx|mjs)$/.test(word) ||
  (/^[\w.-]+\/[\w./-]*$/.test(word) &&
    (top.has(word.split('/')[0]) || /(\/|\.[a-z]+)$/.test(word)));

/** Paths between backticks; `emails/<kind>.tsx` stands for what lies in `emails/`. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/(`+)(.+?)\1/gs)]
    .flatMap(([, , code = '']) => code.split(/[\s,;()]+/))
    .map((word) => word.replace(/<.*$/, ''))
    .filter(isPath);

type Link = { page: string; file: string; heading: string | undefined };

const linksIn = (page: string): Link[] =>
  [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(
    ([, path = '', heading]) => ({
      page,
      file: path === '' ? page : join(dirname(page), path),
      heading,
    }),
  );

/** The names under which GitHub links to the headings of a page. */
const headingsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

describe('the pages that people read', () => {
  const links = pages.flatMap(linksIn);

  test.each(pages)('%s names no path that is not there', (page) => {
    expect(pathsIn(read(page)).filter((path) => !isThere(path))).toEqual([]);
  });

  test('lead nowhere but to what is there', () => {
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(({ file }) => !isThere(file))).toEqual([]);
  });

  test('point at headings that exist', () => {
    const pointed = links.filter(({ file, heading }) => heading !== undefined && isThere(file));
    expect(pointed.filter(({ file, heading = '' }) => !headingsOf(file).includes(heading))).toEqual(
      [],
    );
  });

  test('would be seen to name what is gone', () => {
    const text =
      'In `db/no-such.ts`, `run -- docs/gone.md`, `no-such.ts`; `fact.ts`, `emails/<kind>.tsx`';
    const gone = pathsIn(text).filter((path) => !isThere(path));
    expect(gone).toEqual(['db/no-such.ts', 'docs/gone.md', 'no-such.ts']);
  });
});

test('operators can read what every attention code means', () => {
  const explained = read('docs/operating.md');
  const missing = attentionCodes.filter(
    (code) => !new RegExp(`^\\|[^|]*\`${code}\``, 'm').test(explained),
  );
  expect(missing).toEqual([]);
});
