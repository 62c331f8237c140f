import '../support/system/quiet.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { createNamespace, temporalAddress } from '../support/system/stack.ts';

test('a worker short of slots takes money before mail that can wait', async () => {
  const namespace = await createNamespace();
  const address = temporalAddress();
  const order: number[] = [];
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    ...{ connection, namespace, taskQueue: 'urgent' },
    workflowsPath: fileURLToPath(new URL('../support/urgent-first.ts', import.meta.url)),
    activities: {
      note: async (key: number) => {
        order.push(key);
        await sleep(50);
      },
    },
    maxConcurrentActivityTaskExecutions: 1,
    maxConcurrentActivityTaskPolls: 1,
  });
  const client = new Client({ connection: await Connection.connect({ address }), namespace });
  const keys = [...Array(10).fill(4), ...Array(5).fill(2), ...Array(5).fill(1)];
  await worker.runUntil(
    client.workflow.execute('urgentFirst', {
      ...{ taskQueue: 'urgent', workflowId: 'urgent', args: [keys] },
    }),
  );
  await client.connection.close();
  await connection.close();
  // The first ones were handed out before the others were there.
  const rest = order.slice(3);
  expect(rest).toEqual([...rest].sort((a, b) => a - b));
  expect(order).toHaveLength(20);
});
