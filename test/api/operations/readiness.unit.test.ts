import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { createReadiness } from '../../../api/operations/readiness.ts';
import type { Db } from '../../../db/client.ts';
import { patienceMs } from '../../support/patience.ts';

/** PostgreSQL, as far as the looks see it. */
const createDatabase = () => {
  const state = { isAway: false };
  const sql = async () => {
    if (state.isAway) throw new Error('away');
    return [{ transactionReadOnly: 'off' }];
  };
  return { state, db: { sql, close: async () => {} } as unknown as Db };
};

const never = () => new Promise<boolean>(() => {});

const looking = (isTemporalReachable: () => Promise<boolean>) => {
  const { db, state } = createDatabase();
  return { state, readiness: createReadiness({ db, isTemporalReachable }, { everyMs: 10 }) };
};

describe('readiness', () => {
  it('is not given before the first look', () => {
    const { readiness } = looking(async () => true);
    expect(readiness.report()).toMatchObject({
      status: 'starting',
      isReady: false,
      postgresql: 'unknown',
      temporal: 'unknown',
      ageMs: { postgresql: null, temporal: null },
    });
    void readiness.close();
  });

  it('waits for no answer of Temporal', async () => {
    const { readiness } = looking(never);
    await vi.waitUntil(() => readiness.report().isReady, patienceMs);
    expect(readiness.report()).toMatchObject({ status: 'ready', temporal: 'unknown' });
    void readiness.close();
  });

  it('follows PostgreSQL, away and back', async () => {
    const { readiness, state } = looking(async () => false);
    await vi.waitUntil(() => readiness.report().isReady, patienceMs);
    state.isAway = true;
    await vi.waitUntil(() => readiness.report().status === 'unavailable', patienceMs);
    expect(readiness.report()).toMatchObject({ isReady: false, postgresql: 'unreachable' });
    state.isAway = false;
    await vi.waitUntil(() => readiness.report().isReady, patienceMs);
    void readiness.close();
  });

  it('says how old a look is', async () => {
    const { readiness } = looking(async () => true);
    await vi.waitUntil(() => readiness.report().isReady, patienceMs);
    void readiness.close();
    await sleep(60);
    expect(readiness.report().ageMs.postgresql).toBeGreaterThanOrEqual(40);
  });

  it('is over for good once the process leaves', async () => {
    const { readiness } = looking(async () => true);
    await vi.waitUntil(() => readiness.report().isReady, patienceMs);
    readiness.leave();
    await sleep(30);
    expect(readiness.report()).toMatchObject({ status: 'stopping', isReady: false });
    void readiness.close();
  });
});
