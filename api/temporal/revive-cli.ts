import { parseArgs } from 'node:util';
import { createDatabase } from '../../db/client.ts';
import { readDatabaseUrl, readStartSettings } from '../../db/config.ts';
import { createTemporal } from './client.ts';
import { type Found, reviveAll } from './revive.ts';

/**
 * `npm run revive -- [--dry-run] [--restored <instant>]`: starts the workflows of orders that have
 * none, after Temporal was lost, or the database was restored from a copy taken at that instant.
 */
const { values } = parseArgs({
  options: { 'dry-run': { type: 'boolean', default: false }, restored: { type: 'string' } },
});

const words: Record<Found, string> = {
  revived: values['dry-run'] ? 'would be revived' : 'revived',
  running: 'still running',
  unstarted: 'not started yet, the relay starts it',
  completed: 'needs a person: it has ended in Temporal, and not here',
  unknown: 'needs a person: no state of it was kept',
};

const instantOf = (text: string | undefined): string | null => {
  if (text === undefined) return null;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new Error('--restored takes an instant, as of ISO 8601');
  if (at > new Date()) throw new Error('--restored takes an instant that has passed');
  return at.toISOString();
};

const restoredFrom = instantOf(values.restored);
const db = createDatabase(readDatabaseUrl(), { max: 10 });
const temporal = createTemporal();
const counts: Partial<Record<Found, number>> = {};
try {
  const client = await temporal.client();
  const deps = { db, client, ...readStartSettings() };
  await reviveAll(deps, { isRehearsal: values['dry-run'], restoredFrom }, (orderId, found) => {
    counts[found] = (counts[found] ?? 0) + 1;
    process.stdout.write(`${orderId}: ${words[found]}\n`);
  });
  const lines = Object.entries(counts).map(([found, count]) => `${count} ${words[found as Found]}`);
  process.stdout.write(`\n${lines.length > 0 ? lines.join('\n') : 'No order is open'}\n`);
} finally {
  await temporal.close();
  await db.close();
}
