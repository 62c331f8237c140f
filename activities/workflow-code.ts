import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Lies beside the built worker. */
const built = fileURLToPath(new URL('../workflow-bundle.cjs', import.meta.url));

/**
 * The workflows as the worker takes them: the bundle that it is told of, else the built one, else
 * the sources, which take seconds to bundle at every start.
 */
export const workflowCode = (told: string | undefined) => {
  const codePath = told ?? (existsSync(built) ? built : undefined);
  return codePath === undefined
    ? { workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)) }
    : { workflowBundle: { codePath } };
};
