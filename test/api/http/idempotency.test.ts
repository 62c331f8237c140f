import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '../../../api/access/auth.ts';
import { bodyHash } from '../../../api/http/body-hash.ts';
import { OutcomeUnknown, Unavailable } from '../../../api/temporal/port.ts';
import { claimIdempotencyKey, deleteOldIdempotencyKeys } from '../../../db/http/idempotency.ts';
import { checkoutBody } from '../backorder/checkout/checkout-body.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
  for (const orderId of ['I-1', 'I-2']) {
    await api.call('POST', '/v1/backorders', { body: checkoutBody({ orderId }) });
  }
});
afterAll(() => api.close());
beforeEach(() => api.acts.forget());

const body = { reason: 'changed their mind', by: 'customer' };

const cancel = (
  key: string | undefined,
  {
    orderId = 'I-1',
    as = 'support' as Scope,
    ...changes
  }: Record<string, unknown> & {
    as?: Scope;
  } = {},
) =>
  api.call('POST', `/v1/backorders/${orderId}/cancel`, {
    as,
    body: { ...body, ...changes },
    headers: key === undefined ? {} : { 'Idempotency-Key': key },
  });

const updateIds = () => api.acts.asked.map(({ id }) => id);

describe('an Idempotency-Key', () => {
  it('makes a repeated request get the first answer, and act once', async () => {
    const first = await cancel('k-1');
    const second = await cancel('k-1');
    expect(first.status).toBe(200);
    expect(first.headers.get('Idempotent-Replayed')).toBeNull();
    expect(second.status).toBe(200);
    expect(second.headers.get('Idempotent-Replayed')).toBe('true');
    expect(second.body).toEqual(first.body);
    expect(api.acts.asked).toHaveLength(1);
  });

  it('keeps a refusal, so that the same request is refused alike', async () => {
    api.acts.answer = async () => ({ refused: 'nothing_to_cancel' });
    const first = await cancel('k-2');
    api.acts.answer = async () => ({ ok: true });
    const second = await cancel('k-2');
    expect(first).toMatchObject({ status: 409, body: { code: 'nothing_to_cancel' } });
    expect(second).toMatchObject({ status: 409, body: { code: 'nothing_to_cancel' } });
    expect(second.headers.get('Idempotent-Replayed')).toBe('true');
    expect(second.body.requestId).toBe(second.headers.get('X-Request-Id'));
  });

  it('is refused with another body', async () => {
    await cancel('k-3');
    const other = await cancel('k-3', { reason: 'another' });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expect(api.acts.asked).toHaveLength(1);
  });

  it('answers 409 while the first request runs', async () => {
    let letGo = () => {};
    api.acts.answer = () =>
      new Promise((resolve) => {
        letGo = () => resolve({ ok: true });
      });
    const first = cancel('k-4');
    await expect.poll(() => api.acts.asked.length).toBe(1);
    const second = await cancel('k-4');
    expect(second).toMatchObject({ status: 409, body: { code: 'in_flight' } });
    expect(second.headers.get('Retry-After')).toBe('1');
    letGo();
    expect((await first).status).toBe(200);
    expect((await cancel('k-4')).status).toBe(200);
  });

  it.each([
    ['outcome_unknown', new OutcomeUnknown()],
    // Nothing was sent, but the customer's word is kept, and will be.
    ['outcome_unknown', new Unavailable()],
  ])('may be repeated after a 503 %s, and asks under the same id', async (code, fault) => {
    api.acts.answer = () => Promise.reject(fault);
    const first = await cancel(`k-5-${fault.name}`);
    expect(first).toMatchObject({ status: 503, body: { code } });
    expect(first.headers.get('Retry-After')).toMatch(/^\d+$/);
    const other = await cancel(`k-5-${fault.name}`, { reason: 'another' });
    expect(other.status).toBe(422);
    api.acts.answer = async () => ({ ok: true });
    const second = await cancel(`k-5-${fault.name}`);
    expect(second.status).toBe(200);
    expect(second.headers.get('Idempotent-Replayed')).toBeNull();
    expect(new Set(updateIds()).size).toBe(1);
  });

  it('is free again a minute after its process died', async () => {
    const request = {
      principal: 'support',
      route: 'POST /v1/backorders/I-1/cancel',
      key: 'k-6',
      bodyHash: bodyHash(body),
    };
    await claimIdempotencyKey(api.db.sql, { ...request, lockMs: 60_000 });
    expect((await cancel('k-6')).status).toBe(409);
    await api.db.sql`update idempotency_keys set locked_at = now() - interval '61 s'`;
    expect((await cancel('k-6')).status).toBe(200);
  });

  it('belongs to its caller and to its path', async () => {
    await cancel('k-7');
    const elsewhere = await cancel('k-7', { orderId: 'I-2' });
    const byAnother = await cancel('k-7', { as: 'admin' });
    for (const { status, headers } of [elsewhere, byAnother]) {
      expect(status).toBe(200);
      expect(headers.get('Idempotent-Replayed')).toBeNull();
    }
    expect(new Set(updateIds()).size).toBe(3);
  });

  it('never reaches the workflow as it is, because it may name a person', async () => {
    await cancel('ada@example.org');
    expect(updateIds().join()).not.toContain('ada');
  });

  it('is made up and returned when none was sent, to repeat an unknown outcome with', async () => {
    api.acts.answer = () => Promise.reject(new OutcomeUnknown());
    const first = await cancel(undefined);
    expect(first.status).toBe(503);
    api.acts.answer = async () => ({ ok: true });
    await cancel(first.headers.get('Idempotency-Key') ?? '');
    expect(new Set(updateIds()).size).toBe(1);
  });

  it.each(['', 'with space', 'x'.repeat(256), 'é'])('is refused as %j', async (key) => {
    expect(await cancel(key)).toMatchObject({ status: 400, body: { code: 'invalid_header' } });
  });

  it('does not count for a request that never was valid', async () => {
    expect((await cancel('k-8', { by: 'nobody' })).status).toBe(422);
    expect((await cancel('k-8')).status).toBe(200);
  });

  it('is kept for a day at least, and not for ever', async () => {
    await cancel('k-9');
    await api.db.sql`update idempotency_keys set created_at = now() - interval '23 h'`;
    expect(await deleteOldIdempotencyKeys(api.db.sql, { olderThanHours: 24 })).toBe(0);
    await api.db.sql`update idempotency_keys set created_at = now() - interval '25 h'`;
    expect(await deleteOldIdempotencyKeys(api.db.sql, { olderThanHours: 24 })).toBeGreaterThan(0);
  });
});
