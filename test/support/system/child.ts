import { projectRoot } from '../../../dev/config.ts';
import { type Launched, launch } from '../../../dev/service/launch.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import { untilItAnswers, untilItSaysSo } from '../../../dev/service/service.ts';
import type { StepReport } from '../lives/steps.ts';
import { workflowBundle } from './stack.ts';
import { key, type System } from './system.ts';

/** One of the product's own processes, which a test may kill at any moment. `stop`: its code. */
export type Child = { kill(): Promise<void>; stop(): Promise<number> };

/** Where its databases and providers answer. */
type Surroundings = Pick<
  System,
  'databaseUrl' | 'address' | 'namespace' | 'stripeBase' | 'resendBase'
>;

/** A worker as production runs it, beside the given system. Resolves when it takes work. */
export const startWorkerProcess = (system: Surroundings): Promise<Child> =>
  startChild(sources('activities/worker'), environment(system), untilItSaysSo);

/** A worker whose activities may stop between two steps, beside the given system. */
export const startSteppingProcess = (
  system: System,
  hear: (report: StepReport) => void,
  { goesOn = false } = {},
): Promise<Child> => {
  // A run that stops within a transaction keeps its connection.
  const env = {
    ...environment(system),
    DATABASE_POOL: '100',
    ...(goesOn ? { STEPS_GO_ON: 'true' } : {}),
  };
  return startChild(sources('test/support/lives/stepping-worker'), env, (launched) => {
    launched.onMessage((message) => {
      if (message !== 'ready') hear(message as StepReport);
    });
    return untilItSaysSo(launched);
  });
};

/** The API with its relay and sweeps, on a port of its own. */
export const startApiProcess = async (
  system: Surroundings,
  { settings = {} }: { settings?: NodeJS.ProcessEnv } = {},
): Promise<Child & { url: string }> => {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const own = { PORT: String(port), MEANWHILE_API_KEY: key };
  const env = { ...environment(system), ...own, ...settings };
  const child = await startChild(sources('api/server'), env, (launched) =>
    untilItAnswers(`${url}/readyz`, launched),
  );
  return { ...child, url };
};

const environment = (system: Surroundings): NodeJS.ProcessEnv => ({
  DATABASE_URL: system.databaseUrl,
  TEMPORAL_ADDRESS: system.address,
  TEMPORAL_NAMESPACE: system.namespace,
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_API_BASE: system.stripeBase,
  RESEND_API_KEY: 're_1',
  RESEND_BASE_URL: system.resendBase,
  MAIL_RATE: '1000',
  MAIL_FROM: 'orders@lantern.test',
  PUBLIC_URL: 'http://meanwhile.test',
  LOG_LEVEL: 'error',
  METRICS_PORT: '0',
  WORKER_METRICS_PORT: '0',
  NODE_ENV: 'development',
});

/** A process of ours: the folder it runs in and what Node is told. */
type Script = { cwd: string; args: string[]; env: NodeJS.ProcessEnv };

/** From the sources, as in development. */
const sources = (name: string): Script => ({
  cwd: projectRoot,
  args: ['--import', 'tsx', `${name}.ts`],
  env: { WORKFLOW_BUNDLE: workflowBundle().codePath },
});

const startChild = async (
  { cwd, args, env: own }: Script,
  env: NodeJS.ProcessEnv,
  untilReady: (launched: Launched) => Promise<void>,
): Promise<Child> => {
  const launched = launch({
    command: process.execPath,
    args,
    cwd,
    env: { ...own, ...env },
    output: 2,
    ipc: true,
    stopSignal: 'SIGTERM',
    graceMs: 10_000,
  });
  const code = await Promise.race([untilReady(launched), launched.exited]);
  if (code !== undefined) throw new Error(`${args.at(-1)} ended with ${code}`);
  return {
    kill: async () => {
      await launched.kill();
    },
    stop: () => launched.stop(),
  };
};
