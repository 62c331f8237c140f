import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timetable } from '../../../workflows/calendar/timetable.ts';
import { startOfDay } from '../../../workflows/calendar/zone.ts';
import {
  addDays,
  addMs,
  dayMs,
  daysBetween,
  hourMs,
  minuteMs,
} from '../../../workflows/domain/time.ts';
import { localTime } from './local-time.ts';

type TimetableFacts = Parameters<typeof timetable>[0];
type TimetableEntry = ReturnType<typeof timetable>[number];

const facts = fc
  .record({
    placedMs: fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2030-01-01') }),
    waitDays: fc.option(fc.integer({ min: -3, max: 900 }), { nil: null }),
    timeZone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    confirmedAfterMs: fc.option(fc.integer({ min: 0, max: 2 * dayMs }), { nil: null }),
    waitedMs: fc.integer({ min: 0, max: 700 * dayMs }),
    heardBeforeMs: fc.option(fc.integer({ min: 0, max: 20 * dayMs }), { nil: null }),
    shipToZone: fc.option(fc.constantFrom(...Intl.supportedValuesOf('timeZone')), { nil: null }),
    jitterMs: fc.integer({ min: 0, max: 5 * minuteMs - 1 }),
    excitedBeforeMs: fc.option(fc.integer({ min: 0, max: 20 * dayMs }), { nil: null }),
  })
  .map((draw): TimetableFacts => {
    const placedAt = new Date(draw.placedMs).toISOString();
    const now = addMs(placedAt, draw.waitedMs);
    const before = (ms: number | null): string | null => (ms === null ? null : addMs(now, -ms));
    const { timeZone, waitDays, confirmedAfterMs } = draw;
    return {
      placedAt,
      promise: {
        on: waitDays === null ? null : addDays(dayIn(placedAt, timeZone), waitDays),
      },
      timeZone,
      shipToZone: draw.shipToZone ?? timeZone,
      jitterMs: draw.jitterMs,
      now,
      lastRelationshipAt: before(draw.heardBeforeMs),
      lastExcitementAt: before(draw.excitedBeforeMs),
      confirmedAt: confirmedAfterMs === null ? null : addMs(placedAt, confirmedAfterMs),
    };
  });

/** 10:00 at the customer's is half past eleven there, and after its clocks change the next day. */
const acrossClockChange: TimetableFacts = {
  ...{ placedAt: '2025-01-01T00:00:00.000Z', now: '2025-01-01T00:00:00.000Z', jitterMs: 0 },
  promise: { on: '2025-10-06' },
  ...{ timeZone: 'America/Manaus', shipToZone: 'Australia/Broken_Hill' },
  ...{ lastRelationshipAt: null, lastExcitementAt: null, confirmedAt: null },
};

const always = (title: string, holds: (facts: TimetableFacts) => void, numRuns = 120): void => {
  it(title, () => {
    fc.assert(fc.property(facts, holds), { numRuns, examples: [[acrossClockChange]] });
  });
};

describe('every timetable', () => {
  always('lies in order after now, just after 10:00 local, under keys of its own', (facts) => {
    const entries = timetable(facts);
    const ats = entries.map(({ at }) => at);
    expect(ats).toEqual([...ats].sort());
    expect(ats.every((at) => at > facts.now)).toBe(true);
    const hours = ats.map((at) => localTime(addMs(at, -facts.jitterMs), facts.timeZone));
    expect(hours.every((local) => local.endsWith('T10:00:00'))).toBe(true);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  });

  always('keeps its mails a day apart even if each goes out at its last moment', (facts) => {
    const entries = timetable(facts);
    for (const [index, { at, until }] of entries.entries()) {
      const next = entries[index + 1];
      expect(until > at).toBe(true);
      if (next) expect(daysBetween(...days(facts, until, next.at))).toBeGreaterThanOrEqual(1);
    }
  });

  always('keeps a day from the confirmation and from the last mail', (facts) => {
    const { confirmedAt, lastRelationshipAt, placedAt } = facts;
    for (const heardAt of [confirmedAt ?? placedAt, lastRelationshipAt ?? placedAt]) {
      // 23 hours: the day on which clocks go forward is a day.
      const [first] = timetable(facts);
      if (first) expect(first.at >= addMs(heardAt, 23 * hourMs)).toBe(true);
    }
  });

  always('has three mails in seven days at most', (facts) => {
    const on = timetable(facts).map(({ at }) => dayIn(at, facts.timeZone));
    for (const first of on) {
      const week = on.filter((day) => daysBetween(first, day) >= 0 && daysBetween(first, day) < 7);
      expect(week.length).toBeLessThanOrEqual(3);
    }
  });

  always('never counts down to a date that is over', (facts) => {
    const { on } = facts.promise;
    const late = { ...facts, now: on === null ? facts.now : `${addDays(on, 1)}T12:00:00.000Z` };
    expect(timetable(late).filter(({ kind }) => kind === 'countdown')).toEqual([]);
  });

  always('counts down whole days to the promise, as they are at ship-to', (facts) => {
    const { promise, shipToZone } = facts;
    for (const { kind, key, at } of timetable(facts)) {
      if (kind !== 'countdown' || promise.on === null) continue;
      expect(key).toBe(`countdown:${promise.on}:${daysBetween(dayIn(at, shipToZone), promise.on)}`);
    }
  });

  always('is on the same days under the same keys whatever the jitter', (facts) => {
    const { jitterMs } = facts;
    // Far from the hour at which a minute would decide.
    const now = `${facts.now.slice(0, 10)}T00:30:30.000Z`;
    const heard = { lastRelationshipAt: null, lastExcitementAt: null, confirmedAt: null };
    const early = { ...facts, ...heard, now, placedAt: now };
    fc.pre(!/T(09:5|10:0)/.test(localTime(now, facts.timeZone)));
    const plain = timetable({ ...early, jitterMs: 0 });
    expect(timetable(early).map(({ key, at }) => ({ key, at: addMs(at, -jitterMs) }))).toEqual(
      plain.map(({ key, at }) => ({ key, at })),
    );
  });

  always('keeps a week between excitements and from the last one sent', (facts) => {
    const { lastExcitementAt } = facts;
    const sent = timetable(facts).filter(({ kind }) => kind === 'excitement');
    const ats = [...(lastExcitementAt ? [lastExcitementAt] : []), ...sent.map(({ at }) => at)];
    for (const [index, at] of ats.slice(1).entries())
      expect(daysBetween(...days(facts, ats[index] ?? at, at))).toBeGreaterThanOrEqual(7);
  });

  always('never reaches into the promised day, and stays short', (facts) => {
    const entries = timetable(facts);
    expect(entries.length).toBeLessThanOrEqual(34);
    if (facts.promise.on === null) return;
    const end = startOfDay(facts.promise.on, facts.shipToZone);
    expect(entries.every(({ until }) => until <= end)).toBe(true);
  });

  always('has check-ins without a date, and only then', (facts) => {
    const kinds = new Set(timetable(facts).map(({ kind }) => kind));
    expect(kinds.has('check-in')).toBe(facts.promise.on === null);
    expect(kinds.size > 1 && kinds.has('check-in')).toBe(false);
  });

  always('is the same when asked again, at once or later', (facts) => {
    const entries = timetable(facts);
    expect(timetable({ ...facts })).toEqual(entries);
    for (const { at } of [entries[0], entries[Math.floor(entries.length / 2)]].filter(isEntry)) {
      const left = entries.filter((entry) => entry.at > at);
      expect(timetable({ ...facts, now: at }).slice(0, left.length)).toEqual(left);
    }
  });

  // Plans once for each mail, so fewer runs.
  always(
    'is lived through as it was planned when each mail goes out on time',
    (facts) => {
      const planned = timetable(facts);
      expect(lived(facts, planned.length)).toEqual(planned);
    },
    25,
  );
});

/** Sends each mail seconds after it is due and plans anew after each, as the product does. */
const lived = (facts: TimetableFacts, mails: number): TimetableEntry[] => {
  const [next] = timetable(facts);
  if (!next || mails === 0) return [];
  const sentAt = addMs(next.at, 5000);
  const lastExcitementAt = next.kind === 'excitement' ? sentAt : facts.lastExcitementAt;
  const after = { ...facts, now: sentAt, lastRelationshipAt: sentAt, lastExcitementAt };
  return [next, ...lived(after, mails - 1)];
};

const isEntry = (entry: TimetableEntry | undefined): entry is TimetableEntry => !!entry;

const days = ({ timeZone }: TimetableFacts, from: string, to: string): [string, string] => [
  dayIn(from, timeZone),
  dayIn(to, timeZone),
];

const dayIn = (at: string, timeZone: string): string => localTime(at, timeZone).slice(0, 10);
