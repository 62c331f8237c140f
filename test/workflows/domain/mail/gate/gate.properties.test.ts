import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDays } from '../../../../../workflows/calendar/send-window.ts';
import { timetable } from '../../../../../workflows/calendar/timetable.ts';
import type { ScheduledMail } from '../../../../../workflows/domain/backorder/mail.ts';
import type { Heard } from '../../../../../workflows/domain/mail/gate/cap.ts';
import { decideMail, type Verdict } from '../../../../../workflows/domain/mail/gate/gate.ts';
import type { Said } from '../../../../../workflows/domain/mail/gate/merge.ts';
import type { LocalDay } from '../../../../../workflows/domain/mail/gate/window.ts';
import { addDays, addMs, daysBetween, type Instant } from '../../../../../workflows/domain/time.ts';
import { localTime } from '../../../calendar/local-time.ts';

/** What became of a mail, by one order after the other, of one person in one zone. */
type Entry = ScheduledMail & { orderId: string };
type Decided = Entry & { decidedAt: Instant; verdict: Verdict };

const life = fc.record({
  timeZone: fc.constantFrom(
    ...['America/New_York', 'Europe/Berlin', 'Australia/Sydney', 'Asia/Kathmandu', 'Pacific/Apia'],
  ),
  jitterMs: fc.constantFrom(0, 90_000, 299_999),
  orders: fc.array(
    fc.record({
      placedAfterHours: fc.integer({ min: 0, max: 60 * 24 }),
      waitDays: fc.option(fc.integer({ min: 1, max: 120 }), { nil: null, freq: 5 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

const begin: Instant = '2027-02-20T03:00:00.000Z';

/** All that orders of the address plan, as each of them plans it by itself. */
const plansOf = ({ timeZone, jitterMs, orders }: Life): Entry[] =>
  orders.flatMap(({ placedAfterHours, waitDays }, index) => {
    const placedAt = addMs(begin, placedAfterHours * 3_600_000);
    const placedOn = localTime(placedAt, timeZone).slice(0, 10);
    const entries = timetable({
      ...{
        placedAt,
        timeZone,
        shipToZone: timeZone,
        jitterMs,
        now: placedAt,
        confirmedAt: placedAt,
      },
      promise: { on: waitDays === null ? null : addDays(placedOn, waitDays) },
      ...{ lastRelationshipAt: null, lastExcitementAt: null },
    });
    return entries.slice(0, 12).map((entry) => ({ ...entry, orderId: `o${index}` }));
  });

/** Asks the gate at each due time and at the end of each hold, in order. */
const live = (drawn: Life): Decided[] => {
  const waiting = plansOf(drawn).map((entry) => ({ ...entry, askAt: entry.at }));
  const decided: Decided[] = [];
  const heard: Heard[] = [];
  const said = new Map<string, Said>();
  for (;;) {
    waiting.sort((a, b) => (a.askAt < b.askAt ? -1 : 1));
    const next = waiting.shift();
    if (!next) return decided;
    const { orderId, key, kind, until, askAt: at } = next;
    const name = `${orderId}/${key}`;
    const carrier = said.get(name);
    const verdict = decideMail({
      ...{ at, orderId, kind, until, deadlineAt: null, isSuspended: false, heard },
      planned: waiting.map(({ askAt, ...mail }) => ({ ...mail, at: askAt })),
      said: carrier ? [carrier] : [],
      days: daysAround(at, drawn),
      reader: {
        ...{ hasAddress: true, isErased: false, isOutsideTrial: false, isControl: false },
        ...{ isSuppressed: false, wantsUpdates: true, pausedUntil: null },
      },
    });
    decided.push({ ...next, decidedAt: at, verdict });
    if (verdict.decision === 'hold') waiting.push({ ...next, askAt: verdict.until });
    if (verdict.decision !== 'send') continue;
    heard.push({ messageId: name, at });
    for (const each of verdict.covers) {
      said.set(`${each.orderId}/${each.key}`, { messageId: name, at, outcome: 'accepted' });
    }
  }
};

/** The same days for all mail of one day, because they take long to work out. */
const daysAround = (at: Instant, { timeZone, jitterMs }: Life): LocalDay[] => {
  const name = `${timeZone} ${jitterMs} ${localTime(at, timeZone).slice(0, 10)}`;
  const known = around.get(name) ?? localDays(at, { timeZone, jitterMs, back: 7, ahead: 15 });
  around.set(name, known);
  return known;
};

const around = new Map<string, LocalDay[]>();

const sentOf = (decided: Decided[]) => decided.filter(({ verdict }) => verdict.decision === 'send');

test('one address hears one thing a day, three in seven days, and every countdown that it may', () => {
  fc.assert(
    fc.property(life, (drawn) => {
      const decided = live(drawn);
      expectSpaced(decided, drawn);
      expectEnded(decided);
      expectCountdownsFirst(decided, drawn);
    }),
    { numRuns: Number(process.env.GATE_RUNS ?? 30) },
  );
});

/** By the customer's own days and hours. */
const expectSpaced = (decided: Decided[], { timeZone }: Life): void => {
  const locals = sentOf(decided).map(({ decidedAt }) => localTime(decidedAt, timeZone));
  const days = locals.map((local) => local.slice(0, 10));
  expect(new Set(days).size).toBe(days.length);
  for (const first of days) {
    const week = days.filter((day) => daysBetween(first, day) >= 0 && daysBetween(first, day) < 7);
    expect(week.length).toBeLessThanOrEqual(3);
  }
  for (const local of locals) {
    expect(Number(local.slice(11, 13))).toBeGreaterThanOrEqual(8);
    expect(Number(local.slice(11, 13))).toBeLessThan(20);
  }
};

/** Nothing goes out once it is stale, and no hold reaches that far. */
const expectEnded = (decided: Decided[]): void => {
  for (const { verdict, decidedAt, until } of decided) {
    if (verdict.decision === 'send') expect(decidedAt < until).toBe(true);
    if (verdict.decision !== 'hold') continue;
    expect(verdict.until > decidedAt && verdict.until < until).toBe(true);
  }
};

/** A countdown gives way to three others alone, unless one of these came late itself. */
const expectCountdownsFirst = (decided: Decided[], { timeZone }: Life): void => {
  const capped = decided.filter(
    ({ kind, at, decidedAt, verdict }) =>
      kind === 'countdown' && at === decidedAt && !['send', 'merge'].includes(verdict.decision),
  );
  for (const { at } of capped) {
    const on = localTime(at, timeZone).slice(0, 10);
    const week = sentOf(decided).filter(({ decidedAt }) => {
      const ago = daysBetween(localTime(decidedAt, timeZone).slice(0, 10), on);
      return ago >= 0 && ago < 7 && decidedAt < at;
    });
    const isLate = week.some((each) => each.kind === 'countdown' && each.at !== each.decidedAt);
    if (!isLate) expect(week.map(({ kind }) => kind)).toEqual(week.map(() => 'countdown'));
  }
};
