import { setMaxListeners } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { stopAllLaunched } from '../../dev/service/launch.ts';
import { say } from '../report/progress.ts';
import { faults } from './faults/all.ts';
import { tableOf } from './judge/table.ts';

/**
 * Lets everything go wrong for a while, and counts afterwards:
 * npm run soak -- [--seconds 600] [--seed 1] [--rate 2] [--fault name …] [--json file]
 */

// React, and whatever else behaves otherwise in production, looks when it is first imported.
process.env.NODE_ENV = 'production';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    rate: { type: 'string', default: '2' },
    fault: { type: 'string', multiple: true, default: Object.keys(faults) },
    json: { type: 'string' },
  },
});
const [seconds, seed, rate] = [Number(values.seconds), Number(values.seed), Number(values.rate)];
const unknown = values.fault.filter((name) => !(name in faults));
if (unknown.length > 0) refuse(`There is no fault ${unknown.join(', ')}`);
if (!(seconds >= 1) || !(rate > 0) || !Number.isInteger(seed)) {
  refuse('--seconds and --rate must be above 0, --seed a whole number');
}

const ending = new AbortController();
// Everybody who waits listens to it.
setMaxListeners(0, ending.signal);
/** One Ctrl-C may reach us twice, from the terminal and from npm. */
const echoMs = 1_000;
let endingSince: number | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (endingSince !== undefined && Date.now() - endingSince > echoMs) process.exit(130);
    if (endingSince !== undefined) return;
    endingSince = Date.now();
    ending.abort(new Error('stopped'));
    // What is being started ends too, and whoever waits for it gives up.
    stopAllLaunched();
  });
}

const chosen = Object.fromEntries(
  Object.entries(faults).filter(([name]) => values.fault.includes(name)),
);
const { soak } = await import('./run.ts');
try {
  const report = await soak({ seconds, seed, rate, faults: chosen }, { signal: ending.signal });
  process.stdout.write(`${tableOf(report)}\n`);
  if (values.json !== undefined) {
    const file = resolve(values.json);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  }
  process.exitCode = report.isWell ? 0 : 1;
} catch (error) {
  const isStopped = ending.signal.aborted;
  if (!isStopped) say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = isStopped ? 130 : 1;
} finally {
  await stopAllLaunched();
}
process.exit();

function refuse(why: string): never {
  say(`${why}. Faults are: ${Object.keys(faults).join(', ')}`);
  process.exit(2);
}
