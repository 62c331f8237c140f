import { Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { keepSearchAttributes } from './search-attributes.ts';

/** `npm run search-attributes`: registers them in the namespace that the environment names. */
const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
const connection = await Connection.connect(connectionOptions ?? {});
try {
  await keepSearchAttributes(connection, namespace);
  process.stdout.write(`The namespace ${namespace} knows our search attributes\n`);
} finally {
  await connection.close();
}
