import { describe, expect, test } from 'vitest';
import type { LawClock, LawQuestion } from '../../../workflows/domain/backorder/law.ts';
import { policies } from '../../../workflows/domain/law/policy/policies.ts';
import { factsOfTime } from '../../../workflows/domain/law/steps.ts';
import { adasLamp } from '../../support/cast.ts';
import { stateAfter } from '../../support/given.ts';
import {
  afterStep,
  clockOf,
  factsOf,
  questionOf,
  type Step,
  type Story,
} from '../../support/law-story.ts';
import eu from '../../vectors/law/eu.json' with { type: 'json' };
import strict from '../../vectors/law/strict.json' with { type: 'json' };
import uk from '../../vectors/law/uk.json' with { type: 'json' };
import us from '../../vectors/law/us.json' with { type: 'json' };

const utc = (at: string): string => new Date(at).toISOString();

/** Whether what comes then still comes before the deadline, as the backorder itself has it. */
const isInTime = (clock: LawClock, at: string): boolean => {
  const { deadlineAt } = clock;
  const state = stateAfter(adasLamp, [{ type: 'LawPlanned', at: adasLamp.placedAt, clock }]);
  return !factsOfTime(state, at).some(
    (fact) => fact.type === 'DeadlinePassed' && fact.deadlineAt === deadlineAt,
  );
};

/** What came of a step, said as its story says it. */
const seen = (asked: LawQuestion, clock: LawClock, { expect: wanted = {} }: Step) => {
  const policy = policies[clock.policy];
  const { deadlineAt, answerBy, ...rest } = clock;
  const needs = Object.keys(wanted.needs ?? {}).map((on) => [
    on,
    policy.needsNotice(factsOf(asked, clock), on === 'none' ? null : on),
  ]);
  const inTime = Object.keys(wanted.inTime ?? {}).map((at) => [at, isInTime(clock, utc(at))]);
  return {
    ...{ ...rest, deadlineAt, answerBy },
    ...(wanted.needs && { needs: Object.fromEntries(needs) }),
    ...(wanted.inTime && { inTime: Object.fromEntries(inTime) }),
    moments: clock.moments.map(({ does, at }) => [does, at]),
  };
};

const inUtc = ({ deadlineAt, answerBy, moments, ...rest }: NonNullable<Step['expect']>) => ({
  ...rest,
  ...(deadlineAt !== undefined && { deadlineAt: deadlineAt && utc(deadlineAt) }),
  ...(answerBy !== undefined && { answerBy: answerBy && utc(answerBy) }),
  ...(moments && { moments: moments.map(([does, at]) => [does, utc(at)]) }),
});

const walk = (story: Story): void => {
  let now = '2026-11-23T15:30:00.000Z';
  let asked: LawQuestion = questionOf(story);
  for (const step of story.steps) {
    const before = clockOf(story, asked, now);
    if (step.now !== undefined) now = utc(step.now);
    if (step.notice !== undefined) {
      const isNeeded = policies[before.policy].needsNotice(factsOf(asked, before), step.notice);
      expect(isNeeded, `a notice of ${step.notice}`).toBe(true);
    }
    asked = afterStep(asked, step, before);
    if (step.says) expect(asked.notices.at(-1)).toMatchObject({ newOn: step.notice, ...step.says });
    const clock = clockOf(story, asked, now);
    expect(seen(asked, clock, step)).toMatchObject(inUtc(step.expect ?? {}));
  }
};

describe.each([
  ['the American rule', us],
  ['the law of the Union', eu],
  ['the law of the United Kingdom', uk],
  ['the strictest of all', strict],
])('by %s', (_, stories) => {
  test.each(stories as Story[])('$title ($cites)', walk);
});
