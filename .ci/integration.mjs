/**
 * The tests that wait for real servers. A file of them that fails on a busy machine runs once more,
 * alone, from its start and in a process of its own, because the orders of its first run are in the
 * way of a mere repetition. Each such file is named; one that fails again fails the run.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = process.cwd();
const report = join(mkdtempSync(join(tmpdir(), 'meanwhile-')), 'report.json');

/** More than these are no accident. */
const mostRepeated = 6;

const run = (...args) =>
  spawnSync('npm', ['test', '--', '--project', 'integration', ...args], { stdio: 'inherit' });

const first = run('--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
if (first.status === 0) process.exit(0);

const failed = JSON.parse(readFileSync(report, 'utf8'))
  .testResults.filter(({ status }) => status === 'failed')
  .map(({ name }) => relative(root, name));
if (failed.length === 0 || failed.length > mostRepeated) process.exit(first.status ?? 1);
process.stdout.write(`Once more, alone: ${failed.join(', ')}\n`);
process.exit(run('--isolate', ...failed).status ?? 1);
