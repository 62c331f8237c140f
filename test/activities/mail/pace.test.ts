import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPace } from '../../../activities/mail/pace.ts';
import type { Db } from '../../../db/client.ts';
import { takeTurn } from '../../../db/mail/pace.ts';
import { freshDatabase } from '../../db/fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 8 });
});
beforeEach(() => db.sql`truncate mail_pace`);
afterAll(() => db.close());

const turns = (count: number, { canWait = false, perSecond = 10, mostMs = 60_000 } = {}) =>
  Promise.all(
    Array.from({ length: count }, () =>
      takeTurn(db.sql, { provider: 'p', perSecond, canWait, mostMs }),
    ),
  );

const rateNow = async (): Promise<number> =>
  (await db.sql`select per_second::float8 as rate from mail_pace`)[0]?.rate as number;

describe('turns at the provider', () => {
  test('are as far apart as its limit wants, whoever takes them', async () => {
    const [begin] = await db.sql`select clock_timestamp() as at`;
    const began = Date.now();
    await turns(10);
    const tookMs = Date.now() - began;
    const [row] = await db.sql`
      select (extract(epoch from next_at - ${begin?.at}) * 1000)::float8 as ms from mail_pace`;
    expect(row?.ms).toBeGreaterThanOrEqual(999);
    expect(row?.ms).toBeLessThan(1_001 + tookMs);
  });

  test('that are too far off are not taken', async () => {
    const answers = await turns(20, { mostMs: 500 });
    const taken = answers.filter(({ isTaken }) => isTaken);
    expect(taken.length).toBeGreaterThanOrEqual(6);
    expect(taken.length).toBeLessThanOrEqual(9);
    for (const { isTaken, waitMs } of answers) if (!isTaken) expect(waitMs).toBeGreaterThan(300);
  });

  test('of relationship mail leave room: service mail hardly waits behind hundreds', async () => {
    await turns(300, { canWait: true, mostMs: 2_000 });
    const [service] = await turns(1);
    expect(service?.waitMs).toBeLessThan(1_500);
    const [relationship] = await turns(1, { canWait: true });
    expect(relationship?.waitMs).toBeGreaterThan(1_800);
  });

  test('wait as long as the provider asks', async () => {
    const pace = createPace(db.sql, { provider: 'p', rate: null });
    await pace.waitForTurn('at_once');
    await pace.heed({ perSecond: 10, pauseMs: 700 });
    const began = Date.now();
    await pace.waitForTurn('at_once');
    expect(Date.now() - began).toBeGreaterThanOrEqual(650);
  });
});

describe('the pace', () => {
  test.each([
    ['follows the provider, a little below', null, 10, 8],
    ['follows it upwards too', null, 1_000, 800],
    ['is never more than the operator wants', 6, 1_000, 6],
    ['is less than that where the provider takes less', 6, 2, 1.6],
  ])('%s', async (_, rate, limit, expected) => {
    const pace = createPace(db.sql, { provider: 'p', rate });
    await pace.waitForTurn('at_once');
    expect(await rateNow()).toBe(rate ?? 4);
    await pace.heed({ perSecond: limit });
    expect(await rateNow()).toBeCloseTo(expected);
  });

  test('sends mail whose turn is far off away, to come again then', async () => {
    const pace = createPace(db.sql, { provider: 'p', rate: 1 });
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, () => pace.waitForTurn('can_wait')),
    );
    const away = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(away.length).toBeGreaterThanOrEqual(3);
    for (const error of away) {
      expect(error).toBeInstanceOf(ApplicationFailure);
      expect(error).toMatchObject({ type: 'paced', nonRetryable: false });
      expect(error.nextRetryDelay).toBeGreaterThan(1_000);
    }
  });
});
