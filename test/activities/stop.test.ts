import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorkerProcess } from '../support/system/child.ts';
import { startOutside } from '../support/system/outside.ts';
import { createDatabase, createNamespace, temporalAddress } from '../support/system/stack.ts';

let outside: Awaited<ReturnType<typeof startOutside>>;
beforeAll(async () => {
  outside = await startOutside();
});
afterAll(() => outside.close());

test('a worker with nothing to do ends by itself as soon as it is told to', async () => {
  const place = { address: temporalAddress(), namespace: await createNamespace() };
  const worker = await startWorkerProcess({
    ...outside,
    ...place,
    databaseUrl: await createDatabase(),
  });
  // A code of 137 would be that of a process that had to be killed.
  expect(await worker.stop()).toBe(0);
}, 60_000);
