import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerAfterEnd } from '../../../api/temporal/answer-after-end.ts';
import { findBackorder } from '../../../db/backorder/read.ts';
import { writeView } from '../../../db/backorder/views.ts';
import type { Db } from '../../../db/client.ts';
import { listEvidence } from '../../../db/law/evidence.ts';
import { listMessages } from '../../../db/mail/messages.ts';
import { resolveRaised } from '../../../db/record/attention.ts';
import { listTimeline } from '../../../db/record/timeline.ts';
import { applyCancellation } from '../../../db/stock/cancel.ts';
import { type Backorder, open } from '../../../workflows/domain/backorder/backorder.ts';
import type {
  AnswerNotice,
  Request,
  SetFurtherPeriod,
} from '../../../workflows/domain/backorder/request.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { viewOf } from '../../../workflows/domain/view.ts';
import { empty, place } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { adasLamp, day } from '../../support/cast.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await empty(db);
  await place(db, { A: ['LAMP:1'] });
});

const cancelled = (by: 'shop' | 'system' | 'law', at: Instant) =>
  applyCancellation(db, { orderId: 'A', cancelId: `by-${by}`, by, lines: null, at });

const say = (receivedAt: Instant, outcome: 'cancelled' | 'shipped' = 'cancelled') =>
  answerAfterEnd(db, 'A', {
    life: { outcome, isStarted: true, skippedMs: 0 },
    request: {
      ...{ type: 'CancelBackorder', cancelId: 'late', by: 'customer', lines: null },
      receivedAt,
    },
  });

/** The order ends, with what it knew of the law. */
const end = async (
  outcome: 'cancelled' | 'shipped',
  law: Partial<Backorder['law']> = {},
  { mayWithdraw = false } = {},
) => {
  const opened = open(adasLamp);
  const state = { ...opened, law: { ...opened.law, ...law } };
  const seen = viewOf(state, plan(state, day(2)), day(2));
  const view = { ...seen, phase: outcome, outcome, law: { ...seen.law, mayWithdraw } };
  await writeView(db, { orderId: 'A', revision: 9, view, state, entries: [], skippedMs: 0 });
};

const ask = (request: Request, outcome: 'cancelled' | 'shipped' = 'shipped') =>
  answerAfterEnd(db, 'A', { life: { outcome, isStarted: true, skippedMs: 0 }, request });

const attention = () => db.sql`select code, at from attention where resolved_at is null`;

describe("a customer's word that reaches an order after its end", () => {
  it.each(['system', 'law'] as const)('is as good as done where %s ended it since', async (by) => {
    await cancelled(by, day(2));
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

describe('a cancellation that a shipment has overtaken', () => {
  it('asks for a person if the customer said so before it was accepted', async () => {
    await end('shipped', { shippedAt: day(2) });
    await say(day(2), 'shipped');
    expect(await attention()).toEqual([]);
    expect(await say(day(1), 'shipped')).toEqual({ refused: 'already_shipped' });
    expect(await attention()).toMatchObject([{ code: 'shipped_after_cancel' }]);
  });
});

describe('an answer to a notice, or a further period', () => {
  const answer: AnswerNotice = {
    ...{ type: 'AnswerNotice', wordId: 'answer/1', accept: true, until: null, channel: 'page' },
  };
  const period: SetFurtherPeriod = {
    ...{ type: 'SetFurtherPeriod', wordId: 'period/1', until: '2027-02-01', channel: 'page' },
  };

  it.each([answer, period])('comes to nothing once all has ended: $type', async (request) => {
    await end('shipped');
    expect(await ask(request)).toEqual({ refused: 'nothing_to_answer' });
  });

  it.each([answer, period])('is answered as before if it was heard: $type', async (request) => {
    await end('shipped', { wordIds: [request.wordId] });
    expect(await ask(request)).toEqual({ ok: true });
  });

  it('that refuses is as good as done where the law ended the order since', async () => {
    await cancelled('law', day(2));
    const refusal = { ...answer, accept: false };
    expect(await ask({ ...refusal, receivedAt: day(1) }, 'cancelled')).toEqual({ ok: true });
    const late = await ask({ ...refusal, receivedAt: day(3) }, 'cancelled');
    expect(late).toEqual({ refused: 'nothing_to_answer' });
    const consent = await ask({ ...answer, receivedAt: day(1) }, 'cancelled');
    expect(consent).toEqual({ refused: 'nothing_to_answer' });
  });

  it('that refuses asks for a person if it came before the shipment was accepted', async () => {
    await end('shipped', { shippedAt: day(2) });
    await ask({ ...answer, receivedAt: day(1) });
    expect(await attention()).toEqual([]);
    const refused = await ask({ ...answer, accept: false, receivedAt: day(1) });
    expect(refused).toEqual({ refused: 'nothing_to_answer' });
    expect(await attention()).toMatchObject([{ code: 'shipped_after_cancel' }]);
  });

  it('that ended the order is answered as before', async () => {
    const cancelId = 'answer/1';
    await applyCancellation(db, {
      orderId: 'A',
      cancelId,
      by: 'customer',
      lines: null,
      at: day(1),
    });
    expect(await ask({ ...answer, accept: false }, 'cancelled')).toEqual({ ok: true });
  });
});

describe('a withdrawal from a contract of which all has shipped', () => {
  const withdrawal = (number: number): Request => ({
    ...{ type: 'WithdrawContract', wordId: `withdraw/${number}`, channel: 'email' },
    receivedAt: day(5),
  });

  beforeEach(async () => {
    await db.sql`truncate messages`;
    await end('shipped', {}, { mayWithdraw: true });
  });

  it('is recorded, acknowledged in writing, and handed to the shop', async () => {
    expect(await ask(withdrawal(1))).toEqual({ ok: true });
    const mails = await listMessages(db.sql, { orderId: 'A', after: null, limit: 10 });
    expect(mails).toMatchObject([
      {
        ...{ kind: 'withdrawal', class: 'service', decision: 'owed' },
        about: { kind: 'withdrawal', about: { at: day(5), shipped: 'all' } },
      },
    ]);
    expect(await attention()).toEqual([{ code: 'withdrawal_after_shipment', at: day(5) }]);
    const { view, revision } = (await findBackorder(db.sql, 'A')) ?? {};
    expect(view?.law).toMatchObject({ mayWithdraw: false, withdrawnAt: day(5) });
    expect(revision).toBe(10);
    const told = (await listTimeline(db.sql, 'A')).at(-1);
    expect(told).toMatchObject({ type: 'ContractWithdrawn', detail: { channel: 'email' } });
    expect((await listEvidence(db.sql, 'A')).at(-1)).toMatchObject({
      ...{ type: 'answer', data: { answer: 'withdrawn', channel: 'email' } },
    });
  });

  it('is answered alike when it is repeated, and asks nobody twice', async () => {
    await ask(withdrawal(1));
    await resolveRaised(db.sql, { orderId: 'A', code: 'withdrawal_after_shipment' });
    expect(await ask(withdrawal(1))).toEqual({ ok: true });
    expect(await attention()).toEqual([]);
    expect(await listMessages(db.sql, { orderId: 'A', after: null, limit: 10 })).toHaveLength(1);
  });

  it('is possible once', async () => {
    await ask(withdrawal(1));
    expect(await ask(withdrawal(2))).toEqual({ refused: 'nothing_to_withdraw' });
  });

  it('is possible only where the law knows of it, and something is left of the contract', async () => {
    await end('shipped');
    expect(await ask(withdrawal(1), 'cancelled')).toEqual({ refused: 'nothing_to_withdraw' });
    await db.sql`truncate views`;
    await end('shipped');
    expect(await ask(withdrawal(1))).toEqual({ refused: 'nothing_to_withdraw' });
  });
});
