import { setTimeout as sleep } from 'node:timers/promises';
import { type DevConfig, parseDevConfig } from './config.ts';
import { stopAllLaunched } from './service/launch.ts';
import { type Stack, startStack } from './stack.ts';

/** One Ctrl-C may reach us twice, from the terminal and from npm. */
const echoMs = 1_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

let stack: Stack | undefined;
let endingSince: number | undefined;

async function end(code: number) {
  if (endingSince !== undefined) {
    if (Date.now() - endingSince > echoMs) process.exit(1);
    return;
  }
  endingSince = Date.now();
  process.exitCode = code;
  await stack?.stop();
  await stopAllLaunched();
  process.exit(code);
}

function endOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (endingSince === undefined) say('\nStopping; the next start finds everything as it is');
      end(0);
    });
  }
}

/** npm that is killed takes nobody with it, so we look whether it is still there. */
async function endWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  while (process.ppid === parent) await sleep(1_000, undefined, { ref: false });
  end(1);
}

function links({ ports, home }: DevConfig) {
  return [
    '',
    `  Desk         http://localhost:${ports.PORT}/desk`,
    `  Shop         http://localhost:${ports.DEV_PORT}/shop`,
    `  BigCommerce  http://localhost:${ports.DEV_PORT}/bigcommerce/admin`,
    `  Inbox        http://localhost:${ports.DEV_PORT}/inbox`,
    `  Every mail   http://localhost:${ports.DEV_PORT}/gallery`,
    `  API          http://localhost:${ports.PORT}/docs  (key: dev-key)`,
    `  Temporal UI  http://localhost:${ports.TEMPORAL_UI_PORT}`,
    `  Logs         ${home}/logs`,
    '',
  ].join('\n');
}

function fail(reason: string) {
  if (endingSince !== undefined) return;
  process.stderr.write(`${reason}\n`);
  end(1);
}

endOnSignals();
endWithNpm();
try {
  const config = parseDevConfig(process.env);
  stack = await startStack({ config, env: process.env, say, onLost: fail });
  say(links(config));
  say(`Meanwhile is ready: http://localhost:${config.ports.PORT} (Ctrl-C stops it)`);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
