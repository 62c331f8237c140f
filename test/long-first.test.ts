import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { longFiles } from './support/long-first.ts';

const root = join(import.meta.dirname, '..');

test('the files of tests that run first are there, each named once', () => {
  expect(longFiles.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  expect(longFiles).toHaveLength(new Set(longFiles).size);
});
