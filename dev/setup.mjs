/**
 * Brings a fresh clone to where `npm start` and `npm test` can run; quick when nothing is missing.
 * Plain Node without packages, since it is what installs them. `--packages` stops after those.
 */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './setup/packages.mjs';
import { provideTemporal } from './setup/temporal.mjs';
import { isAtLeast } from './setup/version.mjs';

const leastNode = '20.19.0';
const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  if (!isAtLeast(process.versions.node, leastNode)) {
    throw new Error(`Node ${leastNode} or newer is needed; this is ${process.versions.node}`);
  }
  await installPackages(root);
  if (!process.argv.includes('--packages') && !process.env.TEMPORAL_ADDRESS) {
    const home = resolve(root, process.env.MEANWHILE_HOME || '.meanwhile');
    await provideTemporal({ home, env: process.env });
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
