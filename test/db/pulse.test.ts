import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createDatabase, type Db } from '../../db/client.ts';
import { createPulse } from '../../db/pulse.ts';
import { createDatabase as createOwnDatabase } from '../support/system/stack.ts';

let url: string;

beforeAll(async () => {
  url = await createOwnDatabase();
});

const connect = (to = url): Db => {
  const db = createDatabase(to, { max: 1 });
  onTestFinished(() => db.close());
  return db;
};

const beat = (pools: Record<string, Db>, stuckMs: number) => {
  const stuck: string[] = [];
  const onStuck = (name: string): void => void stuck.push(name);
  const pulse = createPulse(pools, { everyMs: 20, stuckMs, onStuck });
  onTestFinished(() => pulse.close());
  return { ...pulse, told: stuck };
};

describe('a pool', () => {
  it('is stuck once it has given out no connection for so long, and well once it does', async () => {
    const [well, usedUp] = [connect(), connect()];
    const own = await usedUp.sql.reserve();
    const pulse = beat({ well, usedUp }, 2_000);
    expect(pulse.stuck()).toEqual([]);
    await expect.poll(pulse.stuck).toEqual(['usedUp']);
    await expect.poll(() => pulse.told).toEqual(['usedUp']);
    own.release();
    await expect.poll(pulse.stuck).toEqual([]);
  });

  it('is not stuck while its server fails to answer: a restart would not help', async () => {
    const away = connect('postgres://nobody@127.0.0.1:1/none');
    const begun = performance.now();
    const pulse = beat({ away }, 4_000);
    // Longer than it takes to be stuck. The pool tries again after a second at most.
    await expect
      .poll(() => (pulse.stuck().length > 0 ? 'stuck' : performance.now() - begun > 5_000))
      .not.toBe(false);
    expect(pulse.told).toEqual([]);
    expect(pulse.stuck()).toEqual([]);
  });
});
