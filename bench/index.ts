import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../dev/config.ts';
import type { Figure } from './report/figure.ts';
import { say } from './report/progress.ts';
import { writeResult } from './report/result.ts';
import { tableOf } from './report/table.ts';
import type { Parts } from './servers/parts.ts';
import { profileInto } from './servers/profile.ts';

/**
 * Measures the rows that are named, or all: npm run bench -- [row …] [--json file] [--profile]
 * `FAN_OUT`: the mails of `fan-out`, if not 5 000. `SLIP`: the orders of `slip`, if not 10 000.
 * `EVENTS`: those of `webhooks-out`, if not 10 000. `DESK`: those of `desk`, if not 100 000.
 */

// React, and whatever else behaves otherwise in production, looks when it is first imported.
process.env.NODE_ENV = 'production';

type Row = (parts: Parts) => Promise<Figure[]>;

const rows: Record<string, () => Promise<Row>> = {
  core: async () => (await import('./rows/core.ts')).core,
  render: async () => (await import('./rows/render.ts')).render,
  checkout: async () => (await import('./rows/checkout.ts')).checkout,
  relay: async () => (await import('./rows/relay.ts')).relay,
  'fast-forward': async () => (await import('./rows/fast-forward.ts')).fastForward,
  life: async () => (await import('./rows/life.ts')).life,
  throughput: async () => (await import('./rows/throughput.ts')).throughput,
  'fan-out': async () => (await import('./rows/fan-out.ts')).fanOut,
  slip: async () => (await import('./rows/slip.ts')).slip,
  memory: async () => (await import('./rows/memory.ts')).memory,
  allocation: async () => (await import('./rows/allocation.ts')).allocation,
  availability: async () => (await import('./rows/availability.ts')).availability,
  'availability-many': async () => (await import('./rows/availability-many.ts')).availabilityMany,
  feed: async () => (await import('./rows/feed.ts')).feed,
  desk: async () => (await import('./rows/desk.ts')).desk,
  'webhooks-out': async () => (await import('./rows/webhooks-out.ts')).webhooksOut,
};

const results = join(projectRoot, 'bench', 'results');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, profile: { type: 'boolean', default: false } },
});

const unknown = positionals.filter((name) => !(name in rows));
if (unknown.length > 0) {
  say(`There is no row ${unknown.join(', ')}. There are: ${Object.keys(rows).join(', ')}`);
  process.exit(2);
}
const chosen = positionals.length > 0 ? positionals : Object.keys(rows);
const startedAt = new Date();
const stamp = startedAt.toISOString().replaceAll(/[:.]/g, '-');
if (values.profile) profileInto(join(results, `${stamp}-profiles`));

const { openParts } = await import('./servers/parts.ts');
const parts = openParts();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => parts.close().then(() => process.exit(130)));
}
const figures: Figure[] = [];
try {
  for (const name of chosen) {
    say(`== ${name}`);
    const row = await rows[name]?.();
    if (row) figures.push(...(await row(parts)));
  }
} finally {
  await parts.close();
  const file = resolve(values.json ?? join(results, `${stamp}.json`));
  writeResult(file, { startedAt, figures });
  process.stdout.write(`${tableOf(figures)}\n\n${file}\n`);
}
process.exit();
