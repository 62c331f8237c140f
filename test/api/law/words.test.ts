import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OutcomeUnknown, Unavailable } from '../../../api/temporal/port.ts';
import { addMs, dayMs, hourMs } from '../../../workflows/domain/time.ts';
import { inDays } from '../../support/lives/story.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
let orderId: string;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());
beforeEach(async () => {
  orderId = await api.placeAnother();
});

type Options = { as?: 'support' | 'read'; headers?: Record<string, string> };

const say = (name: string, body: unknown, { as = 'support', headers = {} }: Options = {}) =>
  api.call('POST', `/v1/backorders/${orderId}/${name}`, { as, body, headers });

const words = () => api.db.sql`
  select word_id, request, received_at, outcome from customer_words where order_id = ${orderId}`;

const cancellations = () => api.db.sql`
  select by, reason, requested_at from cancellations where order_id = ${orderId}`;

/** The order's own time goes ahead. */
const forward = (days: number) => api.db.sql`
  update orders set skipped_ms = ${days * dayMs} where order_id = ${orderId}`;

const fromNow = (ms: number): string => addMs(new Date().toISOString(), ms);

const phone = { channel: 'phone' };

const all = [
  ['delay-answer', { accept: true, ...phone }],
  ['withdraw', phone],
  ['further-period', { until: inDays(60), ...phone }],
] as const;

describe.each(all)('%s', (name, body) => {
  it('is for support alone', async () => {
    expect((await say(name, body, { as: 'read' })).status).toBe(403);
  });

  it('answers 404 for an order that does not exist', async () => {
    const { status } = await api.call('POST', `/v1/backorders/none/${name}`, { body });
    expect(status).toBe(404);
  });

  it('answers the backorder, and gives the word as it was kept', async () => {
    const answer = await say(name, body);
    expect(answer).toMatchObject({ status: 200, body: { orderId } });
    const [word] = await words();
    expect(word?.outcome).toBe('done');
    const { receivedAt, ...request } = { receivedAt: undefined, ...api.acts.asked[0]?.request };
    expect(request).toEqual(word?.request);
    expect(receivedAt).toBe(word?.receivedAt);
    expect(api.acts.asked[0]).toMatchObject({ orderId, id: word?.wordId });
  });

  it.each([new OutcomeUnknown(), new Unavailable()])(
    'is kept while it cannot be given: %s',
    async (outage) => {
      api.acts.answer = () => Promise.reject(outage);
      const answer = await say(name, body);
      expect(answer).toMatchObject({ status: 503, body: { code: 'outcome_unknown' } });
      expect(await words()).toMatchObject([{ outcome: null }]);
    },
  );

  it('is carried out once under one key', async () => {
    const headers = { 'Idempotency-Key': 'k-1' };
    const first = await say(name, body, { headers });
    const again = await say(name, body, { headers });
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    expect(api.acts.asked).toHaveLength(1);
    const other = await say(name, { ...body, channel: 'email' }, { headers });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  it("counts from when it reached the shop, in the order's own time", async () => {
    await forward(40);
    await say(name, body);
    const [word] = await words();
    expect(word?.receivedAt > fromNow(39 * dayMs)).toBe(true);
    const receivedAt = fromNow(30 * dayMs);
    await say(name, { ...body, receivedAt });
    expect(api.acts.asked.at(-1)?.request).toMatchObject({ receivedAt });
  });

  it.each([
    ['tomorrow', dayMs],
    ['before it was placed', -hourMs],
  ])('did not reach the shop %s', async (_when, ms) => {
    const answer = await say(name, { ...body, receivedAt: fromNow(ms) });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_request' } });
    expect(answer.body.errors).toMatchObject([{ pointer: '/receivedAt' }]);
    expect(await words()).toEqual([]);
  });

  it('takes the clock of a caller that is some seconds ahead as now', async () => {
    expect((await say(name, { ...body, receivedAt: fromNow(30_000) })).status).toBe(200);
    const [word] = await words();
    expect(word?.receivedAt <= fromNow(0)).toBe(true);
  });

  it.each(['', 'by phone, she said', 'x'.repeat(41)])('takes no channel %j', async (channel) => {
    const answer = await say(name, { ...body, channel });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/channel' }] } });
  });
});

describe('an answer to a notice', () => {
  it('names a day, none, or stays open', async () => {
    for (const until of [inDays(60), 'open', undefined]) {
      await say('delay-answer', { accept: true, until, ...phone });
      expect(api.acts.asked.at(-1)?.request).toMatchObject({
        ...{ type: 'AnswerNotice', accept: true, until: until ?? null, channel: 'phone' },
      });
    }
  });

  it('that refuses names no day, and cancels with a reason', async () => {
    const refusal = { accept: false, ...phone };
    const both = await say('delay-answer', { ...refusal, until: 'open' });
    expect(both).toMatchObject({ status: 422, body: { errors: [{ pointer: '/until' }] } });
    expect((await say('delay-answer', refusal)).status).toBe(200);
    expect(await cancellations()).toMatchObject([
      { by: 'customer', reason: 'the later date was refused' },
    ]);
  });

  it.each(['delay-answer', 'further-period'])(
    'to %s ends no earlier than today at ship-to',
    async (name) => {
      const accept = name === 'delay-answer' ? { accept: true } : {};
      await forward(40);
      const past = await say(name, { ...accept, until: inDays(38), ...phone });
      expect(past).toMatchObject({ status: 422, body: { code: 'until_too_early' } });
      expect(past.body.errors).toMatchObject([{ pointer: '/until' }]);
      const wrong = { until: inDays(38), receivedAt: fromNow(50 * dayMs), ...phone };
      const both = await say(name, { ...accept, ...wrong });
      expect(both.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
        '/receivedAt',
        '/until',
      ]);
      expect(await words()).toEqual([]);
    },
  );

  it('before the date of the notice is asked again under its key', async () => {
    const options = { headers: { 'Idempotency-Key': 'k-early' } };
    const body = { accept: true, until: inDays(10), ...phone };
    api.acts.answer = async () => ({ refused: 'until_too_early' });
    expect(await say('delay-answer', body, options)).toMatchObject({
      ...{ status: 422, body: { code: 'until_too_early', errors: [{ pointer: '/until' }] } },
    });
    expect(await words()).toEqual([]);
    api.acts.forget();
    expect((await say('delay-answer', body, options)).status).toBe(200);
  });
});

describe('a word that is refused', () => {
  it.each([
    ['delay-answer', { accept: false, ...phone }, 'nothing_to_answer', 'No notice'],
    ['withdraw', phone, 'nothing_to_withdraw', 'European Union'],
    ['further-period', { until: inDays(60), ...phone }, 'nothing_to_answer', 'was missed'],
  ] as const)('%s says why, and leaves nothing behind', async (name, body, code, told) => {
    api.acts.answer = async () => ({ refused: code });
    const answer = await say(name, body);
    expect(answer).toMatchObject({ status: 409, body: { code } });
    expect(answer.body.detail).toContain(told);
    expect(await words()).toEqual([]);
    expect(await cancellations()).toEqual([]);
  });
});

describe('a withdrawal', () => {
  it('cancels what has not shipped, with a reason', async () => {
    await say('withdraw', phone);
    expect(await cancellations()).toMatchObject([
      { by: 'customer', reason: 'the customer withdrew from the contract' },
    ]);
  });
});
