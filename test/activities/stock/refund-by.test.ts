import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyStockAct } from '../../../activities/stock/acts.ts';
import { keepWord } from '../../../db/backorder/words.ts';
import type { Db } from '../../../db/client.ts';
import { recordCancellation } from '../../../db/stock/cancel.ts';
import type { StockAct } from '../../../workflows/domain/backorder/stock-act.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { empty, place } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => empty(db));
afterAll(() => db.close());

const orderId = 'A';

const cancel = (change: Partial<Extract<StockAct, { type: 'cancel' }>> = {}): StockAct => ({
  ...{ type: 'cancel', actId: 'c-1', by: 'customer', lines: null },
  ...change,
});

const applied = async (act: StockAct, at: Instant) => {
  const name = {
    lane: 'stock',
    type: 'applyStockAct',
    subject: act.actId,
    turn: act.type,
  } as const;
  const [fact] = await applyStockAct(db)({ orderId, at, effect: { ...name, act } });
  return fact?.type === 'StockActApplied' ? fact.refundBy : 'no such answer';
};

describe('what a cancellation gives back is due', () => {
  test('at the end, at ship-to, of the seventh working day', async () => {
    await place(db, { A: ['LAMP:1'] });
    expect(await applied(cancel(), '2026-11-24T04:59:00.000Z')).toBe('2026-12-04T05:00:00.000Z');
  });

  test('by the same day when it is applied again later', async () => {
    await place(db, { A: ['LAMP:1'] });
    const first = await applied(cancel(), '2026-11-23T15:00:00.000Z');
    expect(await applied(cancel(), '2026-11-26T15:00:00.000Z')).toBe(first);
  });

  test('as of the moment at which it was asked for, however late the order heard of it', async () => {
    await place(db, { A: ['LAMP:1'] });
    const asked = { orderId, cancelId: 'c-1', by: 'customer' as const, lines: null, reason: null };
    await recordCancellation(db.sql, { ...asked, at: '2026-11-23T15:00:00.000Z' });
    expect(await applied(cancel(), '2026-11-26T15:00:00.000Z')).toBe('2026-12-04T05:00:00.000Z');
  });

  test('as of the moment at which an answer was received that cancels', async () => {
    await place(db, { A: ['LAMP:1'] });
    const wordId = 'answer/1';
    const receivedAt = '2026-11-23T15:00:00.000Z';
    const request = { type: 'AnswerNotice', wordId, accept: false, until: null } as const;
    const word = { ...request, channel: 'page' };
    await keepWord(db.sql, { orderId, wordId, request: word, receivedAt }, { leaseMs: 0 });
    const refused = cancel({ actId: wordId });
    expect(await applied(refused, '2026-11-26T15:00:00.000Z')).toBe('2026-12-04T05:00:00.000Z');
  });

  test('counted from the day after the last one of a deadline that ended it', async () => {
    await place(db, { A: ['LAMP:1'] });
    const law = cancel({ by: 'law', cause: 'law', endedOn: '2026-12-23' });
    expect(await applied(law, '2026-12-28T15:00:00.000Z')).toBe('2027-01-07T05:00:00.000Z');
  });

  test('within fourteen days in the European Union', async () => {
    const shipTo = { country: 'DE', region: null, postalCode: null };
    await place(db, { A: ['LAMP:1'] }, { shipTo });
    expect(await applied(cancel(), '2026-11-23T15:00:00.000Z')).toBe('2026-12-07T23:00:00.000Z');
  });
});
