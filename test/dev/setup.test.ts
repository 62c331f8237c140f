import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../dev/config.ts';
import { checkedMajors, provideNode, runningMajor } from '../../dev/setup/node.mjs';
import { isInstalled } from '../../dev/setup/packages.mjs';
import { requireChecksum } from '../../dev/setup/temporal-pypi.mjs';
import { isAtLeast } from '../../dev/setup/version.mjs';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'meanwhile-setup-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('a version', () => {
  it.each([
    ['temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)', '1.9.0', true],
    ['temporal version 1.10.0', '1.9.0', true],
    ['1.9.0', '1.9.0', true],
    ['temporal version 1.8.9 (Server 1.31.0)', '1.9.0', false],
    ['20.18.3', '20.19.0', false],
    ['22.0.0', '20.19.0', true],
    ['no version in here', '1.9.0', false],
  ])('%s suits where %s is asked for: %s', (text, least, suits) => {
    expect(isAtLeast(text, least)).toBe(suits);
  });
});

describe('a download', () => {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

  it('is used when it is byte for byte the one we know', async () => {
    const file = join(directory, 'wheel');
    writeFileSync(file, '');
    await expect(requireChecksum(file, empty)).resolves.toBeUndefined();
  });

  it('is refused when a single byte differs', async () => {
    const file = join(directory, 'wheel');
    writeFileSync(file, 'x');
    await expect(requireChecksum(file, empty)).rejects.toThrow('it is not used');
  });
});

describe('the packages', () => {
  const lock = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/other-platform': { version: '1.0.0', optional: true },
  };
  const write = (name: string, packages: object) =>
    writeFileSync(join(directory, name), JSON.stringify({ packages }));

  beforeEach(() => {
    write('package-lock.json', lock);
    mkdirSync(join(directory, 'node_modules'));
  });

  it('count as installed without those of other platforms', () => {
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(directory)).toBe(true);
  });

  it('are installed anew when the lockfile asks for another version', () => {
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '0.9.0' } });
    expect(isInstalled(directory)).toBe(false);
  });

  it('are installed anew when an install was cut short', () => {
    expect(isInstalled(directory)).toBe(false);
  });
});

describe('a Node to check with', () => {
  const provide = (major: number) => provideNode(major, { home: directory, env: {} });
  const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');

  it('is the one that runs, when that has the version', async () => {
    expect(await provide(runningMajor)).toBe(dirname(process.execPath));
  });

  it('is none of a version that nobody has vouched for', async () => {
    expect(await provide(19)).toBeUndefined();
  });

  it('is one of those that package.json promises, and that the whole suite runs on', () => {
    const { engines } = JSON.parse(read('package.json'));
    const promised = checkedMajors.map((major) => new RegExp(`\\b${major}\\b`));
    expect(promised.every((major) => major.test(engines.node))).toBe(true);
    expect(read('.github/workflows/ci.yml')).toContain(`node: [${checkedMajors.join(', ')}]`);
  });

  it('has the version of the image', () => {
    const bases = [...read('Dockerfile').matchAll(/^FROM node:(\d+)/gm)].map(([, major]) => major);
    expect(new Set(bases)).toEqual(new Set(['24']));
    expect(checkedMajors).toContain(24);
  });
});
