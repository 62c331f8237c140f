import { startPostgres } from '../../../dev/postgres/server.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import { startTemporal } from '../../../dev/temporal.ts';

/** Runs both servers in the home given, says where they are, and stops them when asked. */
const [home = '', binary = ''] = process.argv.slice(2);
const [database, workflows] = await Promise.all([
  startPostgres({ home, port: await findFreePort() }),
  startTemporal({ home, binary, port: await findFreePort() }),
]);
process.on('message', async () => {
  await Promise.all([database.stop(), workflows.stop()]);
  process.exit(0);
});
process.on('disconnect', () => process.exit(1));
process.send?.({ databaseUrl: database.url, temporalAddress: workflows.address });
