import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { plainQueue } from '../load/plain-cycles.ts';

/** A worker that knows nothing of the product. Says so once it takes work. */
Runtime.install({ logger: new DefaultLogger('ERROR') });
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: process.env.TEMPORAL_ADDRESS ?? '' }),
  taskQueue: plainQueue,
  workflowsPath: fileURLToPath(new URL('../load/plain-workflow.ts', import.meta.url)),
});
process.once('SIGTERM', () => worker.shutdown());
const running = worker.run();
process.send?.('ready');
await running;
process.exit();
