import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './command.mjs';

const self = fileURLToPath(import.meta.url);

/**
 * The SDK downloads the CLI only in order to start it, so it is started once and stopped, in a
 * process of its own that can be given up.
 * @param {string} directory
 * @param {string} version
 */
export async function downloadBySdk(directory, version) {
  await run(process.execPath, [self, directory, version], { minutes: 10 });
  const [name] = readdirSync(directory);
  if (!name) throw new Error('the SDK downloaded nothing');
  return join(directory, name);
}

if (process.argv[1] === self) {
  const [, , downloadDir, version] = process.argv;
  try {
    const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    const environment = await TestWorkflowEnvironment.createLocal({
      server: { executable: { type: 'cached-download', downloadDir, version: `v${version}` } },
    });
    await environment.teardown();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}
