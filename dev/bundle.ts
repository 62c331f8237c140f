import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { projectRoot } from './config.ts';

/**
 * Bundles the workflows into the home once for each state of their sources; returns the file.
 * Bundling takes seconds and every start of a worker would do it again.
 */
export async function bundleWorkflows(home: string): Promise<string> {
  const file = join(home, `workflows-${sourcesHash()}.cjs`);
  if (existsSync(file)) return file;
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, await bundleSources());
  renameSync(unfinished, file);
  return file;
}

/** The code of the workflows as a worker runs it. */
export async function bundleSources(): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(projectRoot, 'workflows', 'index.ts'),
    logger: new DefaultLogger('ERROR'),
  });
  return code;
}

/** Everything that may go into the bundle: our sources and the versions of the packages. */
function sourcesHash(): string {
  const hash = createHash('sha256').update(readFileSync(join(projectRoot, 'package-lock.json')));
  const sources = readdirSync(join(projectRoot, 'workflows'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('workflows', name));
  for (const name of [...sources, join('activities', 'call.ts')].sort()) {
    hash.update(name).update(readFileSync(join(projectRoot, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
