import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '../../../api/access/auth.ts';
import { OutcomeUnknown, Unavailable } from '../../../api/temporal/port.ts';
import { writeView } from '../../../db/backorder/views.ts';
import { open } from '../../../workflows/domain/backorder/backorder.ts';
import { dayMs, hourMs } from '../../../workflows/domain/time.ts';
import type { View } from '../../../workflows/domain/view.ts';
import { putMail } from '../../db/mail/put-mail.ts';
import { adasLamp, freeLaw } from '../../support/cast.ts';
import { startTestApp } from '../test-app.ts';
import { promisedOn } from './checkout/checkout-body.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
let orderId: string;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());
beforeEach(async () => {
  orderId = await api.placeAnother();
});

const act = (name: string, as: Scope, body?: unknown) =>
  api.call('POST', `/v1/backorders/${orderId}/${name}`, { as, body });

const read = (path = '') => api.call('GET', `/v1/backorders/${orderId}${path}`, { as: 'read' });

const noPayment = {
  ...{ chargedBack: 0, holdUntil: null, problem: null, expiringOn: null },
  ...{ books: { waived: 0, foreign: 0 }, isUnmatched: false },
};

const view: View = {
  phase: 'awaiting_stock',
  promise: { promiseId: 'checkout', on: '2027-01-15' },
  payment: { state: 'vaulted', authorized: 0, captured: 0, givenBack: 0, ...noPayment },
  law: freeLaw,
  next: null,
  nextWakeAt: null,
  attention: [],
  isSuspended: false,
  outcome: null,
};

/** The workflow says how it stands. */
const project = (revision: number, changes: Partial<View>) =>
  writeView(api.db, {
    orderId,
    revision,
    view: { ...view, ...changes },
    entries: [],
    skippedMs: 0,
  });

describe('every act', () => {
  it.each([
    ['cancel', { reason: 'x', by: 'shop' }],
    ['hold', { reason: 'x' }],
    ['release', undefined],
    ['resolve', { code: 'payment_failed', note: 'x' }],
    ['customer', { name: 'Ada L' }],
    ['payment-method', { paymentMethodId: 'pm_2' }],
    ['link', undefined],
    ['erase', undefined],
    ['fast-forward', { days: 1 }],
    ['promise', { promiseId: 'p', on: null, reason: 'x', basis: 'x' }],
    [
      'shipments',
      { shipmentId: 's', carrier: 'x', tracking: 'x', scannedAt: '2026-11-23T10:00:00Z' },
    ],
  ])('%s answers 404 for an order that does not exist', async (name, body) => {
    const answer = await api.call('POST', `/v1/backorders/none/${name}`, { body });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});

describe('cancel', () => {
  it('asks for the units named, and keeps the reason out of the workflow', async () => {
    const body = { lines: [{ id: '1', quantity: 1 }], reason: 'a private matter', by: 'customer' };
    expect((await act('cancel', 'support', body)).status).toBe(200);
    const [asked] = api.acts.asked;
    expect(asked?.request).toMatchObject({
      type: 'CancelBackorder',
      by: 'customer',
      lines: [{ lineId: '1', quantity: 1 }],
    });
    expect(JSON.stringify(asked)).not.toContain('private');
    const [kept] = await api.db.sql`
      select reason from cancellations where order_id = ${orderId}`;
    expect(kept?.reason).toBe('a private matter');
  });

  it('answers 422 for a line that the order lacks', async () => {
    const body = { lines: [{ id: '9', quantity: 1 }], reason: 'x', by: 'shop' };
    const answer = await act('cancel', 'support', body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([{ pointer: '/lines/0/id', detail: 'No such line' }]);
    expect(api.acts.asked).toEqual([]);
  });

  it.each([new OutcomeUnknown(), new Unavailable()])(
    "keeps the customer's word while it cannot be given: %s",
    async (outage) => {
      api.acts.answer = () => Promise.reject(outage);
      const body = { reason: 'a private matter', by: 'customer' };
      const answer = await act('cancel', 'support', body);
      expect(answer).toMatchObject({ status: 503, body: { code: 'outcome_unknown' } });
      const kept = await api.db.sql`
        select request, outcome from customer_words where order_id = ${orderId}`;
      expect(kept).toEqual([
        { request: expect.objectContaining({ by: 'customer', lines: null }), outcome: null },
      ]);
      expect(JSON.stringify(kept)).not.toContain('private');
    },
  );

  it("keeps no word of the shop's own, which asks again itself", async () => {
    expect((await act('cancel', 'support', { reason: 'x', by: 'shop' })).status).toBe(200);
    const kept = await api.db.sql`select from customer_words where order_id = ${orderId}`;
    expect(kept).toHaveLength(0);
  });

  it.each(['already_shipped', 'nothing_to_cancel'] as const)('answers 409 %s', async (refused) => {
    api.acts.answer = async () => ({ refused });
    const answer = await act('cancel', 'support', { reason: 'x', by: 'shop' });
    expect(answer).toMatchObject({ status: 409, body: { code: refused } });
  });
});

describe('a new promise', () => {
  const body = {
    promiseId: 'p-2',
    on: '2027-02-01',
    reason: 'port closed',
    basis: 'supplier mail',
  };
  const promise = (changes: object = {}) => act('promise', 'inventory', { ...body, ...changes });

  it('is shown once the backorder has taken it over', async () => {
    expect((await promise()).body.promise.on).toBe(promisedOn);
    await project(2, { promise: { promiseId: 'p-2', on: '2027-02-01' } });
    expect((await read()).body.promise).toMatchObject({ on: '2027-02-01', basis: 'supplier mail' });
  });

  it('keeps the moment at which it was first stated when it is repeated', async () => {
    await promise();
    await new Promise((resolve) => setTimeout(resolve, 5));
    const again = await promise();
    expect(again.status).toBe(200);
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
    const [first, second] = api.acts.asked;
    expect(second).toEqual(first);
    expect(JSON.stringify(first)).not.toContain('port closed');
  });

  it('under an id that was used with another date is refused', async () => {
    await promise();
    expect(await promise({ on: null })).toMatchObject({ status: 409, body: { code: 'id_reused' } });
  });

  it('may be no date at all', async () => {
    await promise({ on: null });
    expect(api.acts.asked).toMatchObject([{ request: { type: 'ChangePromise', on: null } }]);
  });
});

describe('a change of customer', () => {
  it('needs the workflow only where its plans depend on it', async () => {
    const renamed = await act('customer', 'support', { name: 'Ada L', locale: 'fr' });
    expect(renamed.body.customer).toMatchObject({ name: 'Ada L', locale: 'fr' });
    expect(api.acts.asked).toEqual([]);
    await act('customer', 'support', { timeZone: 'Europe/Paris' });
    expect(api.acts.asked).toMatchObject([
      { request: { type: 'ChangeCustomer', hasNewAddress: false } },
    ]);
  });

  it('tells the workflow that mail goes elsewhere, and says it again when it is repeated', async () => {
    const again = () => act('customer', 'support', { email: 'l@example.org' });
    expect((await again()).body.customer.email).toBe('l@example.org');
    await again();
    const told = { request: { type: 'ChangeCustomer', hasNewAddress: true } };
    expect(api.acts.asked).toMatchObject([told, told]);
  });

  it('says nothing of an address to which a notice came back already', async () => {
    const opened = open(adasLamp);
    const key = 'delay-notice:p-2';
    const state = { ...opened, law: { ...opened.law, returned: { promiseId: 'p-2', key } } };
    await writeView(api.db, { orderId, revision: 2, view, state, entries: [], skippedMs: 0 });
    await putMail(api.db, orderId, { key, to: 'Ada@Example.org' });
    await act('customer', 'support', { email: 'ada@example.org' });
    expect(api.acts.asked).toEqual([]);
    await act('customer', 'support', { email: 'l@example.org' });
    expect(api.acts.asked).toMatchObject([{ request: { hasNewAddress: true } }]);
  });

  it('takes a zone along that followed from the old address', async () => {
    const moved = await act('customer', 'support', { shipTo: { country: 'DE' } });
    expect(moved.body).toMatchObject({
      shipTo: { country: 'DE' },
      customer: { timeZone: 'Europe/Berlin' },
    });
    expect(moved.body.shipTo).not.toHaveProperty('region');
  });

  it.each(['Asia/Tokyo', 'America/New_York'])('leaves %s alone once chosen', async (timeZone) => {
    await act('customer', 'support', { timeZone });
    const moved = await act('customer', 'support', { shipTo: { country: 'DE' } });
    expect(moved.body.customer.timeZone).toBe(timeZone);
  });

  it('says what changes, or is refused', async () => {
    expect((await act('customer', 'support', {})).status).toBe(422);
  });
});

describe('a hold', () => {
  it('is shown with its reason while the backorder is held', async () => {
    await act('hold', 'support', { reason: 'address check' });
    await project(2, { isSuspended: true });
    expect((await read()).body.hold).toEqual({ reason: 'address check', at: expect.any(String) });
    await act('release', 'support');
    await project(3, { isSuspended: false });
    expect((await read()).body.hold).toBeNull();
    expect(api.acts.asked.map(({ request }) => request.type)).toEqual([
      'SuspendBackorder',
      'ResumeBackorder',
    ]);
  });

  it('that is not there cannot be released', async () => {
    api.acts.answer = async () => ({ refused: 'nothing_to_release' });
    expect(await act('release', 'support')).toMatchObject({
      status: 409,
      body: { code: 'nothing_to_release' },
    });
  });
});

describe('an attention item', () => {
  it('is shown, found, and answered with a note', async () => {
    const attention = [{ code: 'unexpected_shipment' as const, at: '2026-11-23T10:00:00.000Z' }];
    await project(2, { attention });
    expect((await read()).body.attention).toEqual(attention);
    const found = await api.call('GET', '/v1/backorders?attention=true', { as: 'read' });
    expect(found.body.data).toMatchObject([{ orderId }]);
    await act('resolve', 'support', { code: 'unexpected_shipment', note: 'asked the carrier' });
    await project(3, { attention: [] });
    const { body } = await read('/timeline');
    expect(body.data.at(-1)).toMatchObject({
      type: 'NoteAdded',
      detail: { code: 'unexpected_shipment', note: 'asked the carrier' },
    });
    expect(JSON.stringify(api.acts.asked)).not.toContain('carrier');
  });
});

describe('a refund that the shop is asked to send', () => {
  const at = '2026-11-23T10:00:00.000Z';
  const body = { code: 'refund_wanted', note: 'sent' };
  const asked = () => api.acts.asked.map(({ request }) => request);

  it('is answered as it was shown when the answer came, so that pressing twice is one', async () => {
    await project(2, { attention: [{ code: 'refund_wanted', at, amount: 500 }] });
    await act('resolve', 'support', body);
    expect(asked()).toEqual([{ type: 'ResolveAttention', code: 'refund_wanted', raisedAt: at }]);
  });

  it('is answered as its person has seen it, when they say which', async () => {
    await project(2, { attention: [{ code: 'refund_wanted', at, amount: 500 }] });
    await act('resolve', 'support', { ...body, at: '2026-11-22T11:00:00+01:00' });
    expect(asked()).toMatchObject([{ raisedAt: '2026-11-22T10:00:00.000Z' }]);
  });
});

describe('erasing', () => {
  it('is refused while the backorder is open', async () => {
    await project(2, {});
    expect(await act('erase', 'admin')).toMatchObject({
      status: 409,
      body: { code: 'still_open' },
    });
  });

  it('takes every trace of the person out of what is kept and answered', async () => {
    const headers = { 'Idempotency-Key': 'before' };
    const body = { reason: 'Ada fell ill', by: 'customer' };
    await api.call('POST', `/v1/backorders/${orderId}/cancel`, { body, headers });
    await act('resolve', 'support', { code: 'payment_failed', note: 'Ada called' });
    await project(2, { phase: 'cancelled', outcome: 'cancelled' });
    const erased = await act('erase', 'admin');
    expect(erased.status).toBe(200);
    expect(erased.body.customer).toMatchObject({ email: null, name: null });
    expect(erased.body).toMatchObject({ phase: 'cancelled', shipTo: { country: 'US' } });
    for (const table of ['orders', 'cancellations', 'timeline', 'messages', 'promises']) {
      const rows = await api.db.sql`
        select * from ${api.db.sql(table)} where order_id = ${orderId}`;
      expect(JSON.stringify(rows), table).not.toMatch(/\bada\b/i);
    }
    const answers = await api.db.sql`
      select response from idempotency_keys where route like ${`%/${orderId}/%`}`;
    expect(JSON.stringify(answers)).not.toMatch(/ada@/i);
    expect((await act('customer', 'support', { name: 'Ada' })).body.code).toBe('erased');
    expect((await act('erase', 'admin')).status).toBe(200);
  });
});

describe('a refusal', () => {
  const promise = { promiseId: 'p', on: null, reason: 'x', basis: 'x' };
  const parcel = {
    shipmentId: 's',
    carrier: 'x',
    tracking: 'x',
    scannedAt: '2026-11-23T10:00:00Z',
  };
  const card = { paymentMethodId: 'pm_2' };

  it.each([
    ['cancel', 'already_shipped', { reason: 'x', by: 'shop' }, 'cannot be cancelled any more'],
    ['cancel', 'nothing_to_cancel', { reason: 'x', by: 'shop' }, 'left to cancel'],
    ['promise', 'already_shipped', promise, 'nothing to promise a date for'],
    ['promise', 'cancelled', promise, 'nothing to promise a date for'],
    ['hold', 'already_shipped', { reason: 'x' }, 'nothing to hold'],
    ['hold', 'cancelled', { reason: 'x' }, 'nothing to hold'],
    ['release', 'nothing_to_release', undefined, 'has ended, which leaves nothing to hold'],
    ['payment-method', 'already_shipped', card, 'nothing more is charged'],
    ['payment-method', 'cancelled', card, 'nothing more is charged'],
    ['resolve', 'nothing_to_resolve', { code: 'disputed', note: 'x' }, 'No such attention item'],
    ['shipments', 'cancelled', parcel, 'The report is kept'],
    ['shipments', 'not_ready_to_ship', parcel, 'or have left before. The report is kept'],
    ['shipments', 'on_hold', parcel, 'look at its money first. The report is kept'],
  ] as const)('to %s says of %s what it means there', async (name, code, body, told) => {
    api.acts.answer = async () => ({ refused: code });
    const answer = await act(name, 'admin', body);
    expect(answer).toMatchObject({ status: 409, body: { code } });
    expect(answer.body.detail).toContain(told);
    if (name !== 'shipments') expect(answer.body.detail).not.toMatch(/report/);
    if (name !== 'cancel') expect(answer.body.detail).not.toMatch(/be cancelled any/);
  });
});

describe('fast-forward', () => {
  it('moves on by hours and days together', async () => {
    await act('fast-forward', 'admin', { days: 7, hours: 1.5 });
    expect(api.acts.fastForwarded.at(-1)).toBe(7 * dayMs + 1.5 * hourMs);
  });

  it.each([{}, { days: 0 }, { hours: -1 }, { days: 401 }, { days: 400, hours: 1 }])(
    'is refused for %j',
    async (body) => {
      expect((await act('fast-forward', 'admin', body)).status).toBe(422);
    },
  );

  it('that did not come to its end is a 503', async () => {
    api.acts.fastForwardAnswer = 'unfinished';
    const answer = await act('fast-forward', 'admin', { days: 1 });
    api.acts.fastForwardAnswer = 'done';
    expect(answer).toMatchObject({ status: 503, body: { code: 'outcome_unknown' } });
  });
});
