import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { giveKeptWords } from '../../../api/operations/give-words.ts';
import type { Temporal } from '../../../api/temporal/client.ts';
import { type ActAnswer, type BackorderActs, OutcomeUnknown } from '../../../api/temporal/port.ts';
import { hearWord } from '../../../api/temporal/words.ts';
import { closeWord } from '../../../db/backorder/words.ts';
import type { Db } from '../../../db/client.ts';
import type { Request } from '../../../workflows/domain/backorder/request.ts';
import { empty, place } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { dayZero } from '../../support/cast.ts';

let db: Db;
let isReachable: boolean;
let asked: { orderId: string; request: Request; id: string }[];
let answer: (orderId: string) => Promise<ActAnswer>;

beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await empty(db);
  await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] });
  isReachable = true;
  asked = [];
  answer = async () => ({ ok: true });
});

const acts: Pick<BackorderActs, 'act'> = {
  act: (orderId, request, { id }) => {
    asked.push({ orderId, request, id });
    return answer(orderId);
  },
};

const deps = {
  get db() {
    return db;
  },
  acts: acts as BackorderActs,
  temporal: { isReachable: async () => isReachable } as Temporal,
  logger: pino({ level: 'silent' }),
};

const wordOf = (orderId: string) => ({
  orderId,
  wordId: 'cancel/c1',
  request: {
    type: 'CancelBackorder' as const,
    ...{ cancelId: 'c1', by: 'customer' as const, lines: null },
  },
  receivedAt: dayZero,
});

/** The customer said so, and nobody answered. */
const sayUnheard = async (...orderIds: string[]): Promise<void> => {
  answer = () => Promise.reject(new OutcomeUnknown());
  for (const orderId of orderIds) {
    await expect(hearWord(deps, wordOf(orderId))).rejects.toThrow(OutcomeUnknown);
  }
  answer = async () => ({ ok: true });
  asked = [];
};

const makeDue = () => db.sql`update customer_words set not_before = now()`;

const outcomes = async () => {
  const words = await db.sql<{ said: string }[]>`
    select concat_ws(' ', order_id, coalesce(outcome, 'open')) as said from customer_words
    order by order_id`;
  return words.map(({ said }) => said);
};

describe('a word that nobody could give', () => {
  it('is left alone while whoever took it may still get an answer', async () => {
    await sayUnheard('A');
    await giveKeptWords(deps);
    expect(asked).toEqual([]);
  });

  it('is given under its own id, as of when it was received, and closed', async () => {
    await sayUnheard('A');
    await makeDue();
    await giveKeptWords(deps);
    const { request } = wordOf('A');
    expect(asked).toEqual([
      { orderId: 'A', id: 'cancel/c1', request: { ...request, receivedAt: dayZero } },
    ]);
    expect(await outcomes()).toEqual(['A done']);
    await makeDue();
    await giveKeptWords(deps);
    expect(asked).toHaveLength(1);
  });

  it('is closed with the reason when it is refused', async () => {
    await sayUnheard('A');
    await makeDue();
    answer = async () => ({ refused: 'already_shipped' });
    await giveKeptWords(deps);
    expect(await outcomes()).toEqual(['A already_shipped']);
  });

  it('holds up no other when it cannot be given again, and rests for longer each time', async () => {
    await sayUnheard('A', 'B');
    await makeDue();
    answer = async (orderId) => {
      if (orderId === 'A') throw new OutcomeUnknown();
      return { ok: true };
    };
    await giveKeptWords(deps);
    expect(await outcomes()).toEqual(['A open', 'B done']);
    const restOf = async () => {
      const [word] = await db.sql<{ seconds: number }[]>`
        select extract(epoch from not_before - now())::int as seconds
        from customer_words where order_id = 'A'`;
      return word?.seconds ?? 0;
    };
    const first = await restOf();
    await makeDue();
    await giveKeptWords(deps);
    expect(await restOf()).toBeGreaterThan(first);
  });

  it('waits untouched while Temporal is away', async () => {
    await sayUnheard('A');
    await makeDue();
    isReachable = false;
    await giveKeptWords(deps);
    expect(asked).toEqual([]);
    isReachable = true;
    await giveKeptWords(deps);
    expect(await outcomes()).toEqual(['A done']);
  });

  it('is given by one of several processes', async () => {
    await sayUnheard('A', 'B');
    await makeDue();
    await Promise.all([giveKeptWords(deps), giveKeptWords(deps), giveKeptWords(deps)]);
    expect(asked.map(({ orderId }) => orderId).toSorted()).toEqual(['A', 'B']);
  });
});

describe('a word that was answered', () => {
  it('keeps its first answer, whoever gives it again', async () => {
    answer = async () => ({ refused: 'already_shipped' });
    expect(await hearWord(deps, wordOf('A'))).toEqual({ refused: 'already_shipped' });
    await closeWord(db.sql, { orderId: 'A', wordId: 'cancel/c1', outcome: 'done' });
    answer = async () => ({ ok: true });
    expect(await hearWord(deps, wordOf('A'))).toEqual({ refused: 'already_shipped' });
    expect(asked).toHaveLength(1);
  });
});
