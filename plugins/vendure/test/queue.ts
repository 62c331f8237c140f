import assert from 'node:assert/strict';
import type { INestApplication } from '@nestjs/common';
import { ConfigService, type Job, TransactionalConnection } from '@vendure/core';
import { eventually } from 'meanwhile-contract/eventually';
import type { ShopActs } from 'meanwhile-contract/harness';

type How = Parameters<ShopActs['deliver']>[0];

const name = 'meanwhile';

/** Stands before the store of Vendure's jobs, which are how the plugin hears of anything. */
export const createQueue = (app: INestApplication) => {
  const { jobQueueStrategy } = app.get(ConfigService).jobQueueOptions;
  const { rawConnection } = app.get(TransactionalConnection);
  const add = jobQueueStrategy.add.bind(jobQueueStrategy);
  let how: How = 'at once';
  let held: Job[] = [];
  jobQueueStrategy.add = async (job, options) => {
    if (job.queueName !== name || how === 'at once') return add(job, options);
    if (how === 'twice') await add(job, options);
    if (how === 'backwards') held.unshift(job as Job);
    return how === 'twice' ? add(job, options) : job;
  };
  return {
    deliver: async (next: How): Promise<void> => {
      how = next;
      const late = held;
      held = [];
      for (const job of late) await add(job);
    },
    /** Whatever comes meanwhile is no notice, and arrives. */
    spare: async <Result>(run: () => Promise<Result>): Promise<Result> => {
      const before = how;
      how = 'at once';
      try {
        return await run();
      } finally {
        how = before;
      }
    },
    /** Until none of them is to be run, or run again. */
    untilQuiet: () =>
      eventually(async () => {
        const [{ open }] = await rawConnection.query(
          'select count(*)::int as open from job_record where "queueName" = $1 and not "isSettled"',
          [name],
        );
        assert.equal(open, 0);
      }),
  };
};
