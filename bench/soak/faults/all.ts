import { databaseFaults } from './database.ts';
import type { Fault } from './fault.ts';
import { lossFaults } from './loss.ts';
import { outsideFaults } from './outside.ts';
import { processFaults } from './processes.ts';

/** Every fault by its name. A soak deals them like cards, and shuffles again after the last. */
export const faults: Readonly<Record<string, Fault>> = {
  ...processFaults,
  ...databaseFaults,
  ...outsideFaults,
  ...lossFaults,
};
