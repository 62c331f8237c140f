import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach } from 'vitest';
import { civilDateIn, startOfDay } from '../../../workflows/calendar/zone.ts';
import { addDays, msBetween } from '../../../workflows/domain/time.ts';
import { timeZone } from '../lives/story.ts';

/** Where tests count days: at ship-to, and in the shop. */
const zones = [timeZone, 'UTC'];

/** No test that counts days takes longer. */
const longestMs = 60_000;

const msToMidnight = (zone: string): number => {
  const now = new Date().toISOString();
  return msBetween(now, startOfDay(addDays(civilDateIn(now, zone), 1), zone));
};

/** A test that would meet midnight waits for it: "today" is another day afterwards. */
beforeEach(async () => {
  const leftMs = Math.min(...zones.map(msToMidnight));
  if (leftMs < longestMs) await sleep(leftMs + 1);
});
