import type { Publication } from '../../../api/updates/publish.ts';
import { publishNext } from '../../../api/updates/publish.ts';
import type { Db } from '../../../db/client.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';

/** Where the tests' news is published, at once unless they say otherwise. */
export const publication: Publication = {
  delayMs: 0,
  publicUrl: 'http://meanwhile.test',
  timeZone: 'UTC',
  words: createLexicon()('en'),
  accounts: [],
};

/** Looks at everything that is old enough, as the loop does; what is put off is looked at again. */
export const publishAll = async (db: Db, change: Partial<Publication> = {}): Promise<void> => {
  await db.sql`update updates set check_at = now() - interval '1 minute'`;
  while (await publishNext(db, { ...publication, ...change }));
};
