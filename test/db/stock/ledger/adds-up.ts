import { expect } from 'vitest';
import type { Db } from '../../../../db/client.ts';
import { findWrongSums } from './wrong-sums.ts';

/** What must hold whenever nothing is under way, whatever happened before. */
export const expectLedgerToAddUp = async (db: Db): Promise<void> => {
  for (const [what, wrong] of Object.entries(await findWrongSums(db))) {
    expect(wrong, what).toEqual([]);
  }
};
