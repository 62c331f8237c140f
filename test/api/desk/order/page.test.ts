import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eraseOrder } from '../../../../db/backorder/erase.ts';
import { appendTimeline } from '../../../../db/record/timeline.ts';
import { empty, place, receive } from '../../../db/cast.ts';
import { dayZero } from '../../../support/cast.ts';
import { cancel, mailTo, movePromise, placeLamps, say, troubled } from '../../page/cast.ts';
import { startDeskApp } from '../desk-app.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await empty(desk.db);
  await desk.signInAll();
});

const read = async (orderId: string, as: 'viewer' | 'support' | 'buyer' | 'manager' = 'manager') =>
  (await desk.read(`/desk/orders/${orderId}`, as)).html;

const textOf = (html: string): string =>
  html
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll(/\s+/g, ' ');

describe('the page of an order', () => {
  it('is 404 for an order that there is not, whatever its id looks like', async () => {
    expect((await desk.read('/desk/orders/NOBODY')).status).toBe(404);
    expect((await desk.read('/desk/orders/%3Cb%3E')).status).toBe(404);
  });

  it('says how it stands, where it waits and what is told of it', async () => {
    await place(desk.db, { 'shop:A': ['LAMP:2'], 'shop:B': ['LAMP:3', 'RUG:1'] });
    await say(desk.db, 'shop:B', {
      attention: [{ code: 'mail_failed', at: dayZero }],
      next: { kind: 'countdown', at: '2027-01-05T15:00:00.000Z' },
    });
    const html = await read('shop%3AB');
    const text = textOf(html);
    expect(text).toContain('Awaiting stock');
    expect(text).toContain('Mail: Countdown, 5 Jan 2027, 10:00');
    expect(text).toContain('A mail was refused');
    // Two units of another order are ahead of its three.
    expect(text).toMatch(/LAMP at main 3 2 no date known/);
    expect(html).toContain('href="/desk/orders/shop%3AB/cancel"');
    expect(html).toContain('http://temporal.test/');
  });

  it('hides whom it is for from those who need not know, and what they may not do', async () => {
    await placeLamps(desk.db, 'A');
    await receive(desk.db, 'LAMP:2');
    for (const role of ['viewer', 'buyer'] as const) {
      const html = await read('A', role);
      expect(html).not.toContain('ada@example.org');
      expect(html).not.toContain('10001');
      expect(html).not.toContain('/b/');
      expect(textOf(html)).toContain('Your role does not see whom it is for');
    }
    expect(await read('A', 'viewer')).not.toContain('What can be done');
    const buyer = await read('A', 'buyer');
    expect(buyer).toContain('/desk/orders/A/ship');
    expect(buyer).not.toContain('/desk/orders/A/cancel');
    const support = await read('A', 'support');
    expect(support).toContain('ada@example.org');
    expect(support).toContain('/desk/orders/A/cancel');
    expect(support).not.toContain('/desk/orders/A/promise"');
  });

  it('says why the customer did not hear, and who did what, by kinds', async () => {
    await placeLamps(desk.db, 'A');
    await appendTimeline(desk.db.sql, [
      {
        ...{ orderId: 'A', key: 'mail/x', at: dayZero, type: 'MailSkipped' },
        summary: 'Mail excitement: skipped, control',
        detail: { kind: 'excitement', reason: 'control' },
      },
      {
        ...{ orderId: 'A', key: 'operator/1', at: dayZero, type: 'PersonAsked' },
        summary: 'Asked for by operator/support: hold',
        detail: { act: 'hold', by: 'operator/support', reason: 'an <b>odd</b> address' },
      },
    ]);
    const all = await read('A');
    expect(textOf(all)).toContain('They were drawn to get no such mail');
    expect(textOf(all)).toContain('By Ada the support (operator/support).');
    expect(all).toContain('an &lt;b&gt;odd&lt;/b&gt; address');
    const mails = textOf(await read('A?kind=mail'));
    expect(mails).toContain('drawn to get no such mail');
    expect(mails).not.toContain('Asked for by');
    expect(textOf(await read('A?kind=law'))).toContain('Nothing of that kind');
    expect((await desk.read('/desk/orders/A?kind=nonsense&after=x')).status).toBe(200);
  });

  it('pages a long story by its key, and leaves nothing out nor says it twice', async () => {
    await placeLamps(desk.db, 'A');
    await appendTimeline(
      desk.db.sql,
      Array.from({ length: 230 }, (_, n) => ({
        ...{ orderId: 'A', key: `n/${n}`, type: 'NoteAdded', summary: `Note ${n + 1000}.` },
      })),
    );
    const seen: string[] = [];
    let next: string | undefined = '/desk/orders/A?kind=acts';
    let pages = 0;
    while (next !== undefined && pages < 9) {
      const { html } = await desk.read(next);
      seen.push(...[...html.matchAll(/Note (\d+)\./g)].map(([, n = '']) => n));
      next = /href="([^"]*after=[^"#]*)#story"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
      pages++;
    }
    expect(pages).toBe(3);
    expect(seen).toHaveLength(230);
    expect(new Set(seen).size).toBe(230);
  });

  it('tells the bank’s code and what it means, and leads to the provider', async () => {
    await placeLamps(desk.db, 'A');
    await say(desk.db, 'A', { payment: troubled() });
    const attemptId = '6f0c2a5e-9a53-4c0b-8a44-0b3c5f0b7d11';
    await desk.db.sql`
      insert into payment_attempts (attempt_id, order_id, intent, step, ordinal, key, request,
        provider_intent_id, outcome, answer, first_called_at)
      values (${attemptId}, 'A', 'i1', 'authorize', 1, ${attemptId},
        '{"amount": 26700, "currency": "USD"}', 'pi_123', 'AuthorizationDeclined', '{}', now())`;
    const decline = { kind: 'soft', code: 'insufficient_funds', advice: 'try_again_later' };
    await appendTimeline(desk.db.sql, [
      {
        ...{ orderId: 'A', key: `payment/${attemptId}`, type: 'AuthorizationDeclined' },
        ...{ summary: 'Authorisation declined', detail: { decline } },
      },
    ]);
    const html = await read('A');
    expect(html).toContain('https://dashboard.stripe.com/test/payments/pi_123');
    const text = textOf(html);
    expect(text).toMatch(
      /\$267\.00 declined insufficient_funds It may pass later\. The bank advises/,
    );
    expect(text).toContain('Units are set aside until');
  });

  it('keeps every promise with what was told of it, and what was cancelled', async () => {
    await placeLamps(desk.db, 'A');
    await movePromise(desk.db, 'A', { on: '2027-02-01', reason: 'a storm', at: dayZero });
    await cancel(desk.db, 'A', 1);
    const text = textOf(await read('A'));
    expect(text).toContain('1 Feb 2027');
    expect(text).toContain('a storm');
    expect(text).toMatch(/the customer 1 of line 1/);
  });

  it('shows what is left of an order that was erased', async () => {
    await placeLamps(desk.db, 'A');
    await say(desk.db, 'A', { phase: 'cancelled', outcome: 'cancelled' });
    await eraseOrder(desk.db, 'A');
    const html = await read('A');
    expect(textOf(html)).toContain('what it was made of is erased');
    expect(html).not.toContain('ada@example.org');
    expect(html).not.toContain('/desk/orders/A/customer"');
  });
});

describe('a mail of an order', () => {
  const mailed = async () => {
    await placeLamps(desk.db, 'A');
    const mail = { kind: 'confirmation' as const, subject: 'Hello & welcome', at: dayZero };
    return mailTo(desk.db, 'A', mail);
  };

  it('is shown as it was sent, in a frame in which nothing of it can act', async () => {
    const id = await mailed();
    const { html } = await desk.read(`/desk/orders/A/messages/${id}`);
    expect(html).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(html).toContain('Hello &amp; welcome');
    const framed = await desk.read(`/desk/orders/A/messages/${id}/mail`);
    expect(framed.headers.get('Content-Security-Policy')).toMatch(/^sandbox /);
    expect(framed.html).toContain('Hello Ada');
  });

  it('is hidden from those who need not know whom it went to', async () => {
    const id = await mailed();
    const page = await desk.read(`/desk/orders/A/messages/${id}`, 'viewer');
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('Hello Ada');
    expect(page.html).not.toContain('ada@example.org');
    expect((await desk.read(`/desk/orders/A/messages/${id}/mail`, 'viewer')).status).toBe(404);
  });

  it('is 404 under another order, and where there is none', async () => {
    const id = await mailed();
    await place(desk.db, { B: ['LAMP:1'] });
    expect((await desk.read(`/desk/orders/B/messages/${id}`)).status).toBe(404);
    expect((await desk.read('/desk/orders/A/messages/none')).status).toBe(404);
  });
});

describe('the evidence of an order', () => {
  it('is printed, and given as JSON as the API gives it', async () => {
    await placeLamps(desk.db, 'A');
    const printed = await desk.read('/desk/orders/A/evidence', 'viewer');
    expect([printed.status, printed.html.includes('<html')]).toEqual([200, true]);
    const { html, headers } = await desk.read('/desk/orders/A/evidence.json', 'viewer');
    expect(headers.get('Content-Type')).toContain('application/json');
    expect(JSON.parse(html)).toMatchObject({ orderId: 'A', entries: expect.any(Array) });
    expect((await desk.read('/desk/orders/NOBODY/evidence')).status).toBe(404);
  });
});
