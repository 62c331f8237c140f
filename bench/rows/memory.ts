import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../dev/config.ts';
import { donePerSecond } from '../load/clients.ts';
import { createOrderIds } from '../load/orders.ts';
import { placeAndWait } from '../load/story.ts';
import { atMost, type Figure } from '../report/figure.ts';
import { say } from '../report/progress.ts';
import type { Memory } from '../servers/memory-probe.mjs';
import type { Parts } from '../servers/parts.ts';
import { type System, startSystem } from '../servers/system.ts';

/** How many backorders the worker keeps in memory. */
const cached = 80;
const warmUp = 20;
const beyond = 3 * cached;

const what = 'memory of a waiting backorder beyond the cache limit';

/** What each one more that waits leaves in the worker, once it keeps no more of them. */
export const memory = async (parts: Parts): Promise<Figure[]> => {
  const probe = pathToFileURL(join(projectRoot, 'bench', 'servers', 'memory-probe.mjs')).href;
  const workerFlags = ['--expose-gc', '--import', probe];
  const system = await startSystem(parts, { workerCache: cached, workerFlags });
  await placeMany(system, warmUp);
  const first = await weigh(system);
  await placeMany(system, cached - warmUp);
  const full = await weigh(system);
  await placeMany(system, beyond);
  const last = await weigh(system);
  await system.close();
  const floor = kilobytesEach(first, full, cached - warmUp);
  const figure = kilobytesEach(full, last, beyond);
  return [
    {
      what,
      unit: 'KB',
      figure,
      samples: [figure],
      floor: { what: 'one within the limit', figure: floor, samples: [floor] },
      ratio: figure / floor,
      bar: atMost(0.1),
      note: `resident ${megabytes(full)} MB with ${cached}, ${megabytes(last)} MB with ${cached + beyond}`,
    },
  ];
};

const placeMany = async (system: System, count: number): Promise<void> => {
  const nextId = createOrderIds();
  await donePerSecond({ clients: 8, count }, () => placeAndWait(system, nextId()));
};

/** The answer to a signal; a listener more for each time does no harm. */
const weigh = async ({ worker }: System): Promise<Memory> => {
  const answer = new Promise<Memory>((resolve) =>
    worker.onMessage((told) => resolve(told as Memory)),
  );
  process.kill(worker.pid, 'SIGUSR2');
  const told = await answer;
  say(`${what}: the worker's heaps hold ${Math.round(told.heapBytes / 1_000)} KB`);
  return told;
};

const kilobytesEach = (before: Memory, after: Memory, count: number): number =>
  (after.heapBytes - before.heapBytes) / count / 1_000;

const megabytes = ({ residentBytes }: Memory): number => Math.round(residentBytes / 1_000_000);
