/**
 * `npm run check` on every Node that we promise to run on. Elsewhere than on Linux on x86-64 only
 * the one that runs this is at hand, and each of the others is named as left out.
 */
import { spawnSync } from 'node:child_process';
import { delimiter, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkedMajors, provideNode, runningMajor } from './setup/node.mjs';
import { say } from './setup/progress.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const home = resolve(root, process.env.MEANWHILE_HOME || '.meanwhile');

for (const major of new Set([runningMajor, ...checkedMajors])) {
  const folder = await provideNode(major, { home, env: process.env });
  if (!folder) {
    say(`Node ${major}: left out, npm has none for ${process.platform} on ${process.arch}`);
    continue;
  }
  say(`Node ${major}: npm run check`);
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  const { status, error } = spawnSync('npm', ['run', 'check'], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
