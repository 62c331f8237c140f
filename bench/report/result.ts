import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { type Figure, isMet } from './figure.ts';

/** Keeps every sample of subject and floor, and what the machine was and did meanwhile. */
export const writeResult = (
  file: string,
  { startedAt, figures }: { startedAt: Date; figures: readonly Figure[] },
): void => {
  const result = {
    startedAt: startedAt.toISOString(),
    endedAt: new Date().toISOString(),
    node: process.versions.node,
    machine: {
      processor: cpus()[0]?.model,
      cores: cpus().length,
      memoryBytes: totalmem(),
      loadAverage: loadavg(),
    },
    figures: figures.map((figure) => ({ ...figure, met: isMet(figure) })),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
};
