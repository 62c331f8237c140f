import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backorder } from '../../../api/backorder/backorder-schema.ts';
import { writeView } from '../../../db/backorder/views.ts';
import { oweLetter } from '../../../db/mail/letters.ts';
import { applyCancellation, recordCancellation } from '../../../db/stock/cancel.ts';
import { dayMs } from '../../../workflows/domain/time.ts';
import type { View } from '../../../workflows/domain/view.ts';
import { freeLaw } from '../../support/cast.ts';
import { startTestApp } from '../test-app.ts';
import { checkoutBody } from './checkout/checkout-body.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
let orderId: string;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());
beforeEach(async () => {
  orderId = await api.placeAnother();
});

const read = async (of = orderId) => {
  const { body } = await api.call('GET', `/v1/backorders/${of}`, { as: 'read' });
  return backorder.strict().parse(body);
};

const list = async () => {
  const { body } = await api.call('GET', '/v1/backorders?limit=1', { as: 'read' });
  return body.data[0];
};

const place = async (changes: Record<string, unknown>) => {
  const body = checkoutBody({ orderId: `L-${Math.random()}`, ...changes });
  return (await api.call('POST', '/v1/backorders', { body })).body;
};

const view: View = {
  phase: 'awaiting_stock',
  promise: { promiseId: 'checkout', on: '2027-01-15' },
  payment: {
    ...{ state: 'vaulted', authorized: 0, captured: 0, givenBack: 0, chargedBack: 0 },
    ...{ holdUntil: null, problem: null, expiringOn: null },
    ...{ books: { waived: 0, foreign: 0 }, isUnmatched: false },
  },
  law: freeLaw,
  next: null,
  nextWakeAt: null,
  attention: [],
  isSuspended: false,
  outcome: null,
};

const project = (law: View['law']) =>
  writeView(api.db, { orderId, revision: 2, view: { ...view, law }, entries: [], skippedMs: 0 });

const at = '2027-01-04T15:00:00.000Z';

describe('the law of a backorder', () => {
  it.each([
    ['US', 'us'],
    ['DE', 'eu'],
    ['GB', 'uk'],
    ['JP', 'strict'],
  ])('is that of its country before the workflow runs: %s', async (country, policy) => {
    const { law, placedAt } = await place({ shipTo: { country }, promise: undefined });
    expect(law).toMatchObject({ policy, silence: 'none', notice: null });
    const days = (Date.parse(law.deadlineAt) - Date.parse(placedAt)) / dayMs;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThan(31.1);
  });

  it('has no deadline before card and consent are there', async () => {
    const mandate = { text: 'x', version: '1', maximum: { amount: 13_800, currency: 'USD' } };
    const { law } = await place({ payment: { terms: 'on_shipment', ask: { mandate } } });
    expect(law).toMatchObject({ policy: 'us', deadlineAt: null });
  });

  it('names the notice by the message that carried it, in lists as well', async () => {
    const key = 'delay-notice/law/2027-01-15/tell';
    const said = { kind: 'withdrawal' as const, about: { at, shipped: 'all' as const } };
    const { id } = await oweLetter(api.db.sql, { orderId, key, at, ...said });
    const answer = { accept: true, until: '2027-02-01', channel: 'page', at };
    const notice = { kind: 'first_within_30' as const, sentAt: at, newOn: '2027-02-01', answer };
    const kept = { ...notice, key, answerOn: '2027-02-01' };
    // The day is known before its end was worked out.
    await project({ ...freeLaw, silence: 'consents', deadlineOn: '2027-02-01', notice: kept });
    const endsAt = '2027-02-02T05:00:00.000Z';
    const law = {
      ...{ policy: 'us', deadlineAt: endsAt, silence: 'consents' },
      notice: { ...notice, id, answerBy: endsAt },
    };
    expect((await read()).law).toEqual(law);
    expect((await list()).law).toEqual(law);
  });
});

describe('a cancellation', () => {
  const cancel = (cancelId: string, by: 'customer' | 'law', on: string) =>
    applyCancellation(api.db, { orderId, cancelId, by, lines: null, at: on });

  it('is not shown before any unit was cancelled', async () => {
    const asked = { orderId, cancelId: 'c-0', by: 'shop' as const, lines: null, at };
    await recordCancellation(api.db.sql, { ...asked, reason: 'refused' });
    expect((await read()).cancellation).toBeNull();
  });

  it('says who ended the order, and when, whatever came to nothing since', async () => {
    await cancel('law/2027-01-15/3', 'law', at);
    await cancel('c-1', 'customer', '2027-01-05T15:00:00.000Z');
    const cancellation = { by: 'law', reason: null, at };
    expect((await read()).cancellation).toEqual(cancellation);
    expect((await list()).cancellation).toEqual(cancellation);
  });
});
