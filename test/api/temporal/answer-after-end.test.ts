import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerAfterEnd } from '../../../api/temporal/answer-after-end.ts';
import type { Db } from '../../../db/client.ts';
import { applyCancellation } from '../../../db/stock/cancel.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { empty, place } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { day } from '../../support/cast.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await empty(db);
  await place(db, { A: ['LAMP:1'] });
});

const cancelled = (by: 'shop' | 'system', at: Instant) =>
  applyCancellation(db, { orderId: 'A', cancelId: `by-${by}`, by, lines: null, at });

const say = (receivedAt: Instant, outcome: 'cancelled' | 'shipped' = 'cancelled') =>
  answerAfterEnd(db, 'A', {
    life: { outcome, isStarted: true, skippedMs: 0 },
    request: {
      ...{ type: 'CancelBackorder', cancelId: 'late', by: 'customer', lines: null },
      receivedAt,
    },
  });

describe("a customer's word that reaches an order after its end", () => {
  it('is as good as done where the time to pay ran out after it was received', async () => {
    await cancelled('system', day(2));
    expect(await say(day(1))).toEqual({ ok: true });
    expect(await say(day(3))).toEqual({ refused: 'nothing_to_cancel' });
  });

  it('is refused where the shop had cancelled', async () => {
    await cancelled('shop', day(2));
    expect(await say(day(1))).toEqual({ refused: 'nothing_to_cancel' });
  });

  it('is refused where everything had shipped', async () => {
    expect(await say(day(1), 'shipped')).toEqual({ refused: 'already_shipped' });
  });
});
