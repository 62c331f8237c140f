import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Notice, PolicyName } from '../../../../../workflows/domain/backorder/law.ts';
import { policyNames } from '../../../../../workflows/domain/backorder/law.ts';
import { policies } from '../../../../../workflows/domain/law/policy/policies.ts';
import type { LawFacts, Policy } from '../../../../../workflows/domain/law/policy/policy.ts';
import { addDays, type CivilDate, daysBetween } from '../../../../../workflows/domain/time.ts';
import { clockOf, questionOf, type Story } from '../../../../support/law-story.ts';
import { localTime } from '../../../calendar/local-time.ts';

const startOn = '2026-11-23';

/** What happens to a promise: a date comes up, a customer answers, a period is set, a person grants. */
type Event =
  | { does: 'date'; inDays: number | null }
  | { does: 'accept'; inDays: number | null }
  | { does: 'further'; inDays: number }
  | { does: 'grant'; inDays: number };

const inDays = fc.integer({ min: 0, max: 200 });
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('date'), inDays: fc.option(inDays) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('accept'), inDays: fc.option(inDays) }) },
  fc.record({ does: fc.constant('further'), inDays }),
  fc.record({ does: fc.constant('grant'), inDays }),
) as fc.Arbitrary<Event>;

const beginning = fc.record({
  name: fc.constantFrom(...policyNames),
  statedIn: fc.option(inDays),
  hasCredit: fc.boolean(),
});

type Beginning = typeof beginning extends fc.Arbitrary<infer T> ? T : never;

const factsOf = ({ statedIn, hasCredit }: Beginning): LawFacts => ({
  ...{ startOn, statedOn: statedIn === null ? null : addDays(startOn, statedIn), hasCredit },
  ...{ isEssential: false, notices: [], furtherOn: null, grantedOn: null },
});

/** The facts after an event that the rules let happen; the same facts where they do not. */
const after = (policy: Policy, facts: LawFacts, happens: Event): LawFacts => {
  const on = happens.inDays === null ? null : addDays(startOn, happens.inDays);
  const last = facts.notices.at(-1);
  switch (happens.does) {
    case 'date':
      return policy.needsNotice(facts, on) ? withNotice(policy, facts, on) : facts;
    case 'accept': {
      if (!last || last.answer !== null) return facts;
      const until = later(on, last.newOn) ?? 'open';
      const answer = { accept: true, until, channel: 'page', at: '2026-12-01T12:00:00.000Z' };
      return {
        ...facts,
        notices: [...facts.notices.slice(0, -1), { ...last, answer, isPast: false }],
      };
    }
    case 'further':
      return policy.isEndedByLaw ? facts : { ...facts, furtherOn: on };
    case 'grant':
      return policy.isEndedByLaw && policy.standing(facts).deadlineOn !== null
        ? { ...facts, grantedOn: on, notices: facts.notices.map((n) => ({ ...n, isPast: true })) }
        : facts;
  }
};

const withNotice = (policy: Policy, facts: LawFacts, on: CivilDate | null): LawFacts => {
  const sent = { key: 'n', promiseId: 'n', before: null, sentAt: '2026-12-01T10:00:00.000Z' };
  const notice: Notice = { ...policy.termsOf(facts, on), ...sent, answer: null, isPast: false };
  return { ...facts, notices: [...facts.notices, notice] };
};

const later = (a: CivilDate | null, b: CivilDate | null): CivilDate | null =>
  a !== null && b !== null && a > b ? a : b;

/** Walks a made-up life, and shows each event with what stood before and after it. */
const always = (
  title: string,
  holds: (step: { policy: Policy; before: LawFacts; now: LawFacts; happens: Event }) => void,
): void => {
  test(title, () => {
    const lives = fc.array(event, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(beginning, lives, (begins, events) => {
        const policy = policies[begins.name];
        let before = factsOf(begins);
        for (const happens of events) {
          const now = after(policy, before, happens);
          holds({ policy, before, now, happens });
          before = now;
        }
      }),
      { numRuns: 400 },
    );
  });
};

const deadlineOf = (policy: Policy, facts: LawFacts) => policy.standing(facts).deadlineOn;

/** `null` is no deadline, the latest of all. */
const isLater = (a: CivilDate | null, b: CivilDate | null): boolean =>
  b !== null && (a === null || a > b);

describe('whatever becomes of a promise', () => {
  always('no notice is needed of a date that the order may be late until', ({ policy, now }) => {
    const { deadlineOn } = policy.standing(now);
    const told = now.notices.findLast(({ isPast }) => !isPast)?.newOn ?? null;
    if (deadlineOn === null || !policy.isEndedByLaw || policy.name === 'strict') return;
    expect(policy.needsNotice(now, deadlineOn)).toBe(false);
    expect(policy.needsNotice(now, addDays(deadlineOn, -1))).toBe(false);
    const isWaiting = now.notices.at(-1)?.answer === null;
    if (told !== null && isWaiting) expect(policy.needsNotice(now, told)).toBe(false);
  });

  always('no notice is needed twice of one date', ({ policy, before, now, happens }) => {
    if (happens.does !== 'date' || now === before) return;
    const on = now.notices.at(-1)?.newOn ?? null;
    expect(policy.needsNotice(now, on)).toBe(false);
    if (on !== null) expect(policy.needsNotice(now, addDays(on, -1))).toBe(false);
  });

  always(
    'a deadline moves later only by an answer, a period, a grant, or a first notice',
    (step) => {
      const { policy, before, now, happens } = step;
      const [old, is] = [deadlineOf(policy, before), deadlineOf(policy, now)];
      if (happens.does !== 'date' || old === null || !isLater(is, old)) return;
      expect(policy.isEndedByLaw).toBe(true);
      expect(is).not.toBeNull();
      const isFirst = before.notices.every(({ kind }) => kind === 'informs');
      const last = before.notices.at(-1);
      const isOpen = last?.answer === null && !last.isPast;
      expect(isFirst || (policy.name === 'strict' && !isOpen)).toBe(true);
      expect(daysBetween(old, is ?? old)).toBeLessThanOrEqual(30);
    },
  );

  always('a later notice extends nothing that an unanswered one said', (step) => {
    const { policy, before, now, happens } = step;
    const last = before.notices.at(-1);
    if (happens.does !== 'date' || !last || last.answer !== null || last.isPast) return;
    expect(deadlineOf(policy, now)).toBe(deadlineOf(policy, before));
  });

  always('silence consents only to a first delay of 30 days or less', ({ policy, before, now }) => {
    const last = now.notices.at(-1);
    if (now === before || last?.silence !== 'consents' || last.answer !== null) return;
    if (now.notices.length === before.notices.length) return;
    const old = deadlineOf(policy, before);
    expect(policy.name).toBe('us');
    expect(last.kind).toBe('first_within_30');
    expect(before.notices).toEqual([]);
    expect(daysBetween(old ?? startOn, last.newOn ?? '2999-01-01')).toBeLessThanOrEqual(30);
  });

  always(
    'the longer a silence, the less it consents: it ends at the deadline',
    ({ policy, now }) => {
      const { deadlineOn, silence, answerOn } = policy.standing(now);
      if (silence === 'none') expect(answerOn).toBeNull();
      else expect(answerOn).toBe(deadlineOn);
      if (!policy.isEndedByLaw) expect(silence).toBe('none');
    },
  );

  always('whoever agreed to an open date has no deadline, and is asked no more', (step) => {
    const { policy, before, now, happens } = step;
    const last = now.notices.at(-1);
    if (
      now === before ||
      happens.does !== 'accept' ||
      last?.answer?.until !== 'open' ||
      now.furtherOn
    )
      return;
    expect(deadlineOf(policy, now)).toBeNull();
    expect(policy.needsNotice(now, '2030-01-01')).toBe(false);
  });
});

const places: Record<string, [string, string | undefined, PolicyName]> = {
  'America/New_York': ['US', 'NY', 'us'],
  'America/Los_Angeles': ['US', 'CA', 'us'],
  'Pacific/Honolulu': ['US', 'HI', 'us'],
  'Pacific/Auckland': ['NZ', undefined, 'strict'],
  'Asia/Tokyo': ['JP', undefined, 'strict'],
  'Europe/Berlin': ['DE', undefined, 'eu'],
  'Europe/Lisbon': ['PT', undefined, 'eu'],
  'Europe/London': ['GB', undefined, 'uk'],
};

describe('wherever an order goes', () => {
  test('its deadline is the end of its last day there, and its moments are at ten', () => {
    const when = fc.record({
      zone: fc.constantFrom(...Object.keys(places)),
      startedMs: fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2030-01-01') }),
      statedIn: fc.option(fc.integer({ min: 5, max: 400 })),
    });
    fc.assert(
      fc.property(when, ({ zone, startedMs, statedIn }) => {
        const [country, region, policy] = places[zone] ?? ['', undefined, 'strict'];
        const startedAt = new Date(startedMs).toISOString();
        const today = localTime(startedAt, zone).slice(0, 10);
        const statedOn = statedIn === null ? null : addDays(today, statedIn);
        const shipTo = { country, ...(region && { region }) };
        const story: Story = { title: '', cites: '', shipTo, startedAt, statedOn, steps: [] };
        const clock = clockOf(story, questionOf(story), startedAt);
        expect(clock).toMatchObject({ policy, startOn: today });
        const end = localTime(clock.deadlineAt ?? '', zone);
        expect(end).toBe(`${addDays(clock.deadlineOn ?? '', 1)}T00:00:00`);
        for (const { at } of clock.moments) expect(localTime(at, zone)).toMatch(/T10:00:00$/);
      }),
      { numRuns: 300 },
    );
  });
});
