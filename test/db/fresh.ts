import { createDatabase, type Db } from '../../db/client.ts';
import { createDatabase as createOwnDatabase } from '../support/system/stack.ts';

/** A migrated database of this file's own. The file closes it. */
export const freshDatabase = async ({ max = 10 }: { max?: number } = {}): Promise<Db> =>
  createDatabase(await createOwnDatabase(), { max });
