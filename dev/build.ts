import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { bundleSources } from './bundle.ts';
import { projectRoot } from './config.ts';

/**
 * `npm run build [-- folder]`: JavaScript, migrations and the bundle of the workflows, all that
 * production needs beside its packages. Into `dist`, if no other folder is named.
 */
const folder = resolve(projectRoot, process.argv[2] ?? 'dist');
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

rmSync(folder, { recursive: true, force: true });
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', folder], {
  cwd: projectRoot,
  stdio: 'inherit',
});
cpSync(join(projectRoot, 'db', 'migrations'), join(folder, 'db', 'migrations'), {
  recursive: true,
});
writeFileSync(join(folder, 'workflow-bundle.cjs'), await bundleSources());
process.stdout.write(`Built into ${folder}\n`);
