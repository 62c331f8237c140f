import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../../workflows/domain/desk/role.ts';
import { empty, place, receive } from '../../../db/cast.ts';
import { dayZero, freeLaw } from '../../../support/cast.ts';
import { inDays } from '../../../support/lives/story.ts';
import { goTo, mailTo, placeLamps, say } from '../../page/cast.ts';
import { startDeskApp } from '../desk-app.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await empty(desk.db);
  await desk.signInAll();
  desk.acts.forget();
  await placeLamps(desk.db, 'A');
});

const at = '/desk/orders/A';

const textOf = (html: string): string =>
  html
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,])/g, '$1');

const review = async (path: string, fields: Record<string, string>, as: Role = 'manager') => {
  const { status, html } = await desk.send(`${at}/${path}`, { ...fields, step: 'preview' }, as);
  return { status, html, text: textOf(html) };
};

const perform = (path: string, fields: Record<string, string>, as: Role = 'manager') =>
  desk.send(`${at}/${path}`, { actId: randomUUID(), ...fields, step: 'do' }, as);

const timeline = async (orderId = 'A'): Promise<{ type: string; detail: { by?: string } }[]> =>
  (await desk.call('GET', `/v1/backorders/${orderId}/timeline`)).body.data;

/** Who is named for what was done last. */
const askedBy = async (): Promise<string | undefined> =>
  (await timeline()).findLast(({ detail }) => detail.by !== undefined)?.detail.by;

const askedRequests = () => desk.acts.asked.map(({ request }) => request);

const cancelAll = { by: 'customer', reason: 'changed her mind', 'line-1': '2' };

describe('each act', () => {
  it.each([
    ['cancel', cancelAll],
    ['ship', {}],
    ['promise', {}],
    ['delay-answer', {}],
    ['withdraw', {}],
    ['further-period', {}],
    ['payment-method', {}],
    ['customer', {}],
    ['hold', {}],
    ['release', {}],
    ['resolve', {}],
    ['priority', {}],
    ['accumulate', {}],
    ['reassign', {}],
    ['link', {}],
    ['erase', {}],
    ['fast-forward', {}],
  ] as const)('%s is not for a viewer', async (name, fields) => {
    expect((await desk.read(`${at}/${name}`, 'viewer')).status).toBe(403);
    expect((await perform(name, { ...fields }, 'viewer')).status).toBe(403);
    expect(desk.acts.asked).toEqual([]);
  });

  it('is not there for an order that there is not', async () => {
    expect((await desk.read('/desk/orders/NOBODY/cancel')).status).toBe(404);
    expect((await desk.send('/desk/orders/NOBODY/cancel', cancelAll)).status).toBe(404);
  });
});

describe('cancelling', () => {
  it('says which units go and what is never charged, and names who asked', async () => {
    const form = await desk.read(`${at}/cancel`, 'support');
    expect(form.html).toContain('name="line-1"');
    const { text } = await review('cancel', cancelAll, 'support');
    expect(text).toContain('the order ends');
    expect(text).toContain('2 of line 1 (LAMP)');
    expect(text).toContain('$267.00 is never charged');
    expect(desk.acts.asked).toEqual([]);
    const { status, location } = await perform('cancel', cancelAll, 'support');
    expect([status, location]).toEqual([303, at]);
    expect(askedRequests()).toMatchObject([
      { type: 'CancelBackorder', by: 'customer', lines: [{ lineId: '1', quantity: 2 }] },
    ]);
    expect(await askedBy()).toBe('operator/support');
  });

  it('is done once, however often the form is sent', async () => {
    const actId = randomUUID();
    await perform('cancel', { ...cancelAll, actId });
    await perform('cancel', { ...cancelAll, actId });
    expect(new Set(desk.acts.asked.map(({ id }) => id)).size).toBe(1);
    expect(await desk.db.sql`select from cancellations where order_id = 'A'`).toHaveLength(1);
    const named = (await timeline()).filter(({ type }) => type === 'PersonAsked');
    expect(named).toHaveLength(1);
  });

  it('shows a refusal beside what was entered', async () => {
    const { status, html } = await review('cancel', { ...cancelAll, 'line-1': '9' });
    expect(status).toBe(409);
    expect(html).toContain('role="alert"');
    expect(html).toContain('changed her mind');
    expect(html).toMatch(/name="line-1"[^>]*value="9"|value="9"[^>]*name="line-1"/);
    desk.acts.answer = async () => ({ refused: 'already_shipped' });
    const done = await perform('cancel', cancelAll);
    expect(done.status).toBe(409);
    expect(done.html).toContain('changed her mind');
    expect(await askedBy()).toBeUndefined();
  });

  it.each([
    ['no reason', { ...cancelAll, reason: '' }],
    ['no unit', { ...cancelAll, 'line-1': '0' }],
    ['no number', { ...cancelAll, 'line-1': 'two' }],
  ])('asks again when there is %s', async (_, fields) => {
    expect((await review('cancel', fields)).status).toBe(422);
    expect((await perform('cancel', fields)).status).toBe(422);
    expect(desk.acts.asked).toEqual([]);
  });
});

describe('a parcel', () => {
  const parcel = {
    ...{ shipmentId: 's1', carrier: 'UPS', tracking: '1Z9' },
    ...{ scannedAt: '2026-11-24T10:00', 'line-1': '2' },
  };

  it('is reported at the minute in the order’s zone, once', async () => {
    await receive(desk.db, 'LAMP:2');
    expect((await review('ship', parcel, 'buyer')).text).toContain('It will be refused');
    const first = await perform('ship', parcel, 'buyer');
    expect([first.status, first.location]).toEqual([303, at]);
    expect((await perform('ship', parcel, 'buyer')).status).toBe(303);
    expect(askedRequests()).toMatchObject([{ type: 'ReportShipment', shipmentId: 's1' }]);
    const [kept] = await desk.db.sql`select scanned_at from shipments where order_id = 'A'`;
    expect(kept?.scannedAt).toBe('2026-11-24T15:00:00.000Z');
    expect(await askedBy()).toBe('operator/buyer');
  });

  it.each([
    ['a carrier', { carrier: '' }],
    ['a moment', { scannedAt: 'soon' }],
    ['units', { 'line-1': '0' }],
  ])('needs %s', async (_, change) => {
    expect((await review('ship', { ...parcel, ...change })).status).toBe(422);
  });
});

describe('a promise', () => {
  const later = { on: inDays(80), reason: 'a storm', basis: 'letter 7' };

  it('says which notice it means in law, and names who gave it', async () => {
    const { text } = await review('promise', later, 'buyer');
    expect(text).toContain('the first notice of a delay, of 30 days or less');
    expect(text).toContain('No answer counts as consent.');
    expect(text).toContain('a storm');
    expect((await perform('promise', later, 'buyer')).status).toBe(303);
    expect(askedRequests()).toMatchObject([{ type: 'ChangePromise', on: later.on }]);
    expect(await askedBy()).toBe('operator/buyer');
    expect(textOf((await desk.read(at)).html)).toContain('Ada the buyer');
  });

  it('of the same day would change nothing, and says so', async () => {
    const { promise } = (await desk.call('GET', '/v1/backorders/A')).body;
    const { text } = await review('promise', { ...later, on: promise.on });
    expect(text).toContain('already, so nothing would change for the customer');
    expect(text).not.toContain('The promise goes from');
    expect(text).not.toContain('They read as the reason');
  });

  it('may be that there is none', async () => {
    const none = { ...later, none: 'yes' };
    expect((await review('promise', none)).text).toContain('cancels the order');
    await perform('promise', none);
    expect(askedRequests()).toMatchObject([{ type: 'ChangePromise', on: null }]);
  });

  it.each([
    ['a date', { on: '' }],
    ['a reason', { reason: '' }],
    ['a basis', { basis: '' }],
    ['a day that there is', { on: '2027-02-31' }],
  ])('needs %s', async (_, change) => {
    expect((await review('promise', { ...later, ...change })).status).toBe(422);
  });

  it('is not for those who speak with customers alone', async () => {
    expect((await review('promise', later, 'support')).status).toBe(403);
  });
});

describe('what a customer says', () => {
  beforeEach(() => goTo(desk.db, 'A', '2027-01-10T15:00:00.000Z'));

  it('is an answer to the notice: to wait, or not', async () => {
    const wait = { accept: 'yes', until: '2027-03-01', channel: 'phone' };
    expect((await review('delay-answer', wait)).text).toContain('They agreed until 1 Mar 2027');
    await perform('delay-answer', wait);
    const refuse = { accept: 'no', until: '', channel: 'letter' };
    expect((await review('delay-answer', refuse)).text).toContain('2 of line 1 (LAMP)');
    await perform('delay-answer', refuse);
    expect(askedRequests()).toMatchObject([
      { type: 'AnswerNotice', accept: true, until: '2027-03-01', channel: 'phone' },
      { type: 'AnswerNotice', accept: false, until: null, channel: 'letter' },
    ]);
    expect((await perform('delay-answer', { ...wait, channel: 'by phone!' })).status).toBe(422);
  });

  it('is a withdrawal, and a last day', async () => {
    expect((await review('withdraw', { channel: 'email' })).text).toContain('2 of line 1');
    await perform('withdraw', { channel: 'email' });
    const period = { until: '2027-02-15', channel: 'letter' };
    expect((await review('further-period', period)).text).toContain('15 Feb 2027');
    await perform('further-period', period);
    expect(askedRequests()).toMatchObject([
      { type: 'WithdrawContract', channel: 'email' },
      { type: 'SetFurtherPeriod', until: '2027-02-15' },
    ]);
    expect(await askedBy()).toBe('operator/manager');
  });

  it('is refused where nothing waits for it, with all that was entered', async () => {
    desk.acts.answer = async () => ({ refused: 'nothing_to_answer' });
    const period = { until: '2027-02-15', channel: 'letter' };
    const { status, html } = await perform('further-period', period);
    expect(status).toBe(409);
    expect(html).toContain('value="2027-02-15"');
    expect(html).toContain('value="letter"');
  });
});

describe('the customer', () => {
  const now = {
    ...{ email: 'ada@example.org', name: 'Ada', locale: 'en-US', timeZone: 'America/New_York' },
    ...{ country: 'US', region: 'NY', postalCode: '10001' },
  };

  it('is corrected in what was changed alone, and it is said what is planned anew', async () => {
    const moved = { ...now, country: 'DE', region: '', postalCode: '10115' };
    const { text } = await review('customer', moved, 'support');
    expect(text).toContain('Another law applies from then on, that of: European Union');
    expect(text).toContain('Europe/Berlin');
    expect((await perform('customer', moved, 'support')).status).toBe(303);
    const { body } = await desk.call('GET', '/v1/backorders/A');
    expect(body.shipTo).toEqual({ country: 'DE', postalCode: '10115' });
    expect(body.customer.email).toBe('ada@example.org');
    expect(askedRequests()).toMatchObject([{ type: 'ChangeCustomer' }]);
  });

  it('may have another address for mail, and a name that runs from right to left', async () => {
    const name = 'עדה לאבלייס';
    const changed = { ...now, email: 'new@example.org', name };
    const { text } = await review('customer', changed);
    expect(text).toContain('Mail goes to the new address');
    expect(text).toContain(name);
    await perform('customer', changed);
    expect((await desk.read(at)).html).toContain(`<bdi>${name}</bdi>`);
  });

  it('is not corrected to nothing, nor to what is none', async () => {
    expect((await review('customer', now)).status).toBe(422);
    const { status, html } = await perform('customer', { ...now, email: 'nobody' });
    expect([status, html.includes('/email')]).toEqual([422, true]);
  });
});

describe('a hold', () => {
  it('is put with its reason, and released', async () => {
    expect((await review('hold', { reason: 'odd' })).text).toContain('The legal clock');
    await perform('hold', { reason: 'odd' }, 'support');
    await say(desk.db, 'A', { isSuspended: true });
    const page = await desk.read(at);
    expect(textOf(page.html)).toContain('odd');
    expect(page.html).toContain(`${at}/release`);
    expect(page.html).not.toContain(`${at}/hold"`);
    expect(textOf((await desk.read(`${at}/release`)).html)).toContain('decided anew');
    await perform('release', {});
    expect(askedRequests()).toMatchObject([
      { type: 'SuspendBackorder' },
      { type: 'ResumeBackorder' },
    ]);
  });

  it('says why it cannot be released', async () => {
    desk.acts.answer = async () => ({ refused: 'nothing_to_release' });
    const { status, html } = await perform('release', {});
    expect([status, html.includes('There is no hold')]).toEqual([409, true]);
  });
});

describe('its place', () => {
  it('moves, and it is said whom it passes', async () => {
    await place(desk.db, { B: ['LAMP:1'], C: ['LAMP:1'] });
    const up = { priority: '5', reason: 'a wedding' };
    const { status, html } = await desk.send('/desk/orders/C/priority', { ...up, step: 'preview' });
    expect(status).toBe(200);
    expect(textOf(html)).toContain('It is served before 2 orders from then on:');
    expect(html).toContain('href="/desk/orders/A"');
    await desk.send('/desk/orders/C/priority', { ...up, actId: randomUUID(), step: 'do' });
    expect((await desk.call('GET', '/v1/backorders/C')).body.priority).toBe(5);
    expect((await timeline('C')).at(-1)).toMatchObject({
      type: 'PriorityChanged',
      detail: { by: 'operator/manager', reason: 'a wedding' },
    });
    expect((await timeline('C')).filter(({ type }) => type === 'PersonAsked')).toEqual([]);
  });

  it.each(['', '1.5', '99999', 'high'])('needs a whole number, not "%s"', async (priority) => {
    const { status, html } = await review('priority', { priority, reason: 'a wedding' });
    expect([status, html.includes('a wedding')]).toEqual([422, true]);
  });

  it('keeps arriving units, or lets them go', async () => {
    const { text } = await review('accumulate', { on: 'no', reason: 'enough' });
    expect(text).toContain('goes to the next in line now');
    await perform('accumulate', { on: 'no', reason: 'enough' });
    expect(textOf((await desk.read(at)).html)).toContain('never, an operator said so');
  });

  it('gives units that are set aside to another order', async () => {
    await receive(desk.db, 'LAMP:2');
    await place(desk.db, { B: ['LAMP:2'] });
    const fields = { to: 'B', reason: 'a wedding', 'line-1': '2' };
    expect((await review('reassign', fields)).text).toContain('Order B gets these units now');
    expect((await review('reassign', { ...fields, to: 'NOBODY' })).status).toBe(422);
    expect((await perform('reassign', fields)).status).toBe(303);
    expect((await desk.call('GET', '/v1/backorders/B')).body.lines[0].allocated).toBe(2);
    const again = await perform('reassign', fields);
    expect([again.status, again.html.includes('a wedding')]).toEqual([409, true]);
  });
});

describe('money and what waits for a person', () => {
  it('takes another payment method', async () => {
    const { text } = await review('payment-method', { paymentMethodId: 'pm_2' });
    expect(text).toContain('charged to pm_2');
    await perform('payment-method', { paymentMethodId: 'pm_2' }, 'support');
    expect(askedRequests()).toMatchObject([{ type: 'ChangePaymentMethod', methodId: 'pm_2' }]);
    expect(await askedBy()).toBe('operator/support');
  });

  it('answers the very item that was seen, and keeps who did', async () => {
    await say(desk.db, 'A', { attention: [{ code: 'dead_end', at: dayZero }] });
    const { html } = await desk.read(at);
    const link = /href="([^"]*\/resolve\?[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const form = await desk.read(link);
    expect(form.html).toContain(`value="${dayZero}"`);
    expect(textOf(form.html)).toContain('A step can never succeed');
    const fields = { code: 'dead_end', at: dayZero, note: 'mended' };
    expect((await review('resolve', fields)).text).toContain('mended');
    await perform('resolve', fields, 'support');
    expect(askedRequests()).toMatchObject([{ type: 'ResolveAttention', raisedAt: dayZero }]);
    const last = (await desk.call('GET', '/v1/backorders/A/timeline')).body.data.at(-1);
    expect(last).toMatchObject({
      type: 'NoteAdded',
      summary: 'operator/support answered: A step can never succeed',
    });
    expect((await review('resolve', { ...fields, note: '' })).status).toBe(422);
    expect((await perform('resolve', { ...fields, code: 'nonsense' })).status).toBe(422);
  });
});

describe('the end of things', () => {
  it('replaces the link of the customer', async () => {
    const before = (await desk.call('GET', '/v1/backorders/A')).body.links.status;
    await perform('link', {}, 'support');
    expect((await desk.call('GET', '/v1/backorders/A')).body.links.status).not.toBe(before);
    expect(await askedBy()).toBe('operator/support');
  });

  it('erases for good, for managers, and only what has ended', async () => {
    expect((await desk.read(`${at}/erase`, 'support')).status).toBe(403);
    expect(textOf((await desk.read(`${at}/erase`)).html)).toContain('this will be refused');
    const { status, html } = await perform('erase', {});
    expect([status, html.includes('It is still open')]).toEqual([409, true]);
    await say(desk.db, 'A', { phase: 'cancelled', outcome: 'cancelled' });
    expect((await perform('erase', {})).status).toBe(303);
    expect((await desk.read(at)).html).not.toContain('ada@example.org');
  });

  it('moves its time on, where that is configured', async () => {
    expect((await review('fast-forward', { count: '3', of: 'days' })).text).toContain(
      '3 days pass',
    );
    await perform('fast-forward', { count: '3', of: 'days' });
    expect(desk.acts.fastForwarded.at(-1)).toBe(3 * 86_400_000);
  });

  it('sends a mail again that did not arrive', async () => {
    const failed = { kind: 'shipped' as const, subject: 'On its way', at: dayZero };
    const id = await mailTo(desk.db, 'A', { ...failed, decision: 'failed' });
    const page = await desk.read(`${at}/messages/${id}`, 'support');
    expect(page.html).toContain('/resend"');
    expect((await desk.read(`${at}/messages/${id}`, 'buyer')).html).not.toContain('/resend"');
    const review = await desk.read(`${at}/messages/${id}/resend`, 'support');
    expect(textOf(review.html)).toContain('goes to ada@example.org as a new mail');
    const actId = randomUUID();
    const sent = await perform(`messages/${id}/resend`, { actId }, 'support');
    expect(sent.status).toBe(303);
    const twice = await perform(`messages/${id}/resend`, { actId }, 'support');
    expect(twice.location).toBe(sent.location);
    expect(await askedBy()).toBe('operator/support');
  });
});

describe('an order of the Union', () => {
  it('offers a withdrawal, and after a missed day a further period', async () => {
    const deadlineAt = `${inDays(5)}T00:00:00.000Z`;
    const law = { ...freeLaw, policy: 'eu' as const, deadlineAt };
    await say(desk.db, 'A', { law });
    await desk.db.sql`update orders set country = 'DE' where order_id = 'A'`;
    const { html } = await desk.read(at, 'support');
    expect(html).toContain(`${at}/withdraw`);
    expect(html).not.toContain(`${at}/further-period`);
    await desk.db.sql`update orders set skipped_ms = 864000000 where order_id = 'A'`;
    expect((await desk.read(at, 'support')).html).toContain(`${at}/further-period`);
  });
});
