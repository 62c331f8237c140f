import { Resend } from 'resend';
import { describe, expect, it } from 'vitest';
import { createInbox } from '../../../dev/resend/inbox.ts';
import { createMailStore } from '../../../dev/resend/store.ts';
import { addMs } from '../../../workflows/domain/time.ts';
import { serveResend } from './served.ts';

const mail = { from: 'orders@shop.example', to: 'ada@example.org', subject: 'Hello', text: 'Hi' };
const hostile = `"><script>alert('1')</script><img src=x onerror=alert(1)>`;

const serveClocked = async () => {
  let at = '2026-11-23T10:00:00.000Z';
  const served = await serveResend({
    now: () => {
      at = addMs(at, 1000);
      return at;
    },
  });
  const { emails } = new Resend('re_test', { baseUrl: served.baseUrl });
  const send = async (more: Partial<typeof mail> & { html?: string; headers?: object }) =>
    (await emails.send({ ...mail, ...more } as typeof mail)).data?.id ?? '';
  return { ...served, send };
};

describe('/inbox.json', () => {
  it('lists oldest first', async () => {
    const { inbox, send } = await serveClocked();
    await send({ subject: 'First' });
    await send({ subject: 'Second' });
    expect((await inbox()).map(({ subject }) => subject)).toEqual(['First', 'Second']);
  });

  it('narrows to one address, whatever its case, name or unescaped plus', async () => {
    const { inbox, origin, send } = await serveClocked();
    await send({ to: 'Ada <Ada+1@Example.org>' });
    await send({ to: 'bob@example.org' });
    expect(await inbox('ada+1@example.org')).toMatchObject([{ to: 'Ada <Ada+1@Example.org>' }]);
    const unescaped = await fetch(`${origin}/inbox.json?to=ada+1@example.org`);
    expect(await unescaped.json()).toHaveLength(1);
    expect(await inbox('ada@example.org')).toEqual([]);
  });
});

describe('/inbox', () => {
  it('shows newest first, each with a link to its own page', async () => {
    const { page, send } = await serveClocked();
    const first = await send({ subject: 'First' });
    const second = await send({ subject: 'Second' });
    const html = await page('/inbox');
    expect(html.indexOf(`<a href="/inbox/${second}">Second</a>`)).toBeGreaterThan(0);
    expect(html.indexOf(`/inbox/${first}"`)).toBeGreaterThan(html.indexOf(`/inbox/${second}"`));
    expect(html).toContain('2026-11-23 10:00:01 UTC');
  });

  it('is narrowed by its form, and says when there is nothing', async () => {
    const { page, send } = await serveClocked();
    expect(await page('/inbox')).toContain('No mail yet.');
    await send({ subject: 'For Ada' });
    await send({ subject: 'For Bob', to: 'bob@example.org' });
    const html = await page('/inbox?to=bob%40example.org');
    expect(html).toContain('For Bob');
    expect(html).not.toContain('For Ada');
    expect(html).toContain('value="bob@example.org"');
    expect(await page('/inbox?to=eve%40example.org')).toContain('No mail to eve@example.org.');
  });

  it('shows a hundred mails a page', async () => {
    const { page, send } = await serveClocked();
    for (let n = 1; n <= 101; n += 1) await send({ subject: `Mail ${n}.` });
    const newest = await page('/inbox');
    expect(newest).toContain('Mail 101.');
    expect(newest).not.toContain('>Mail 1.<');
    expect(newest).toContain('<a href="/inbox?page=2">Older</a>');
    expect(await page('/inbox?page=2')).toContain('>Mail 1.<');
    expect(await page('/inbox?page=nonsense')).toContain('Mail 101.');
  });

  it('shows text part, headers and tags, and the HTML part only in a frame that runs nothing', async () => {
    const { page, send } = await serveClocked();
    const id = await send({
      html: '<html><head><title>T</title></head><body><script>alert(2)</script>Hi</body></html>',
      text: 'Plain & simple',
      headers: { 'List-Unsubscribe': '<https://shop.example/u/1>' },
    });
    expect(await page(`/inbox/${id}?part=text`)).toContain('<pre>Plain &amp; simple</pre>');
    expect(await page(`/inbox/${id}?part=headers`)).toContain(
      '<dt>List-Unsubscribe</dt><dd>&lt;https://shop.example/u/1&gt;</dd>',
    );
    const html = await page(`/inbox/${id}`);
    expect(html).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(html).toContain(
      'srcDoc="&lt;html&gt;&lt;head&gt;&lt;base target=&quot;_blank&quot;&gt;',
    );
    expect(html).not.toContain('<script');
  });

  it('escapes a hostile mail everywhere, and forbids scripts besides', async () => {
    const { origin, page, send } = await serveClocked();
    const id = await send({
      subject: hostile,
      text: `</pre>${hostile}`,
      html: hostile,
      headers: { [hostile]: hostile },
    });
    const parts = ['html', 'text', 'headers'].map((part) => `/inbox/${id}?part=${part}`);
    for (const path of ['/inbox', ...parts, `/inbox?to=${encodeURIComponent(hostile)}`]) {
      const html = await page(path);
      expect(html).not.toMatch(/<script|<img/i);
    }
    expect(await page('/inbox')).toContain('&lt;script&gt;');
    const { headers } = await fetch(`${origin}/inbox/${id}`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('shows a mail as a phone in the dark would, whatever the viewer has', async () => {
    const { page, send } = await serveClocked();
    const style = '<style>@media (prefers-color-scheme:dark){p{color:white}}</style>';
    const id = await send({ html: `<head>${style}</head><p>Hi</p>` });
    const shown = (look: string) => page(`/inbox/${id}?${look}`);
    expect(await shown('palette=dark&width=phone')).toContain('class="mail-frame phone"');
    expect(await shown('palette=dark')).toContain('@media (min-width:0){p');
    expect(await shown('palette=light')).toContain('@media (max-width:0){p');
    expect(await shown('palette=own')).toContain('@media (prefers-color-scheme:dark){p');
    expect(await shown('palette=sepia&width=wall')).toContain('class="mail-frame desktop"');
  });

  it('lists beside a mail what else went to that address', async () => {
    const { page, send } = await serveClocked();
    await send({ subject: 'For Bob', to: 'bob@example.org' });
    await send({ subject: 'Before' });
    const id = await send({ subject: 'Now' });
    const html = await page(`/inbox/${id}`);
    expect(html.indexOf('>Before</a>')).toBeGreaterThan(html.indexOf('>Now</a>'));
    expect(html).not.toContain('For Bob');
  });

  it('answers 404 for a mail that it does not have', async () => {
    const { origin } = await serveClocked();
    const response = await fetch(`${origin}/inbox/none`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('No such mail');
  });
});

describe('the buttons of a mail', () => {
  const told: unknown[] = [];
  const store = createMailStore();
  const inbox = createInbox(store, {
    report: (events) => {
      told.push(...events);
      return Response.json({}, { status: told.length > 1 ? 422 : 200 });
    },
  });
  const id = 'mail-1';
  store.keep(
    [
      {
        ...{ id, from: 'shop@example.org', to: ['ada@example.org'], cc: [], bcc: [], replyTo: [] },
        ...{ subject: 'Hello', html: null, text: 'Hi', headers: {}, tags: [] },
        ...{ idempotencyKey: null, receivedAt: '2026-11-23T10:00:00.000Z' },
      },
    ],
    null,
  );
  const press = (type: string, headers: Record<string, string> = {}) =>
    inbox.request(`/inbox/${id}/events`, {
      ...{ method: 'POST', body: new URLSearchParams({ type }), headers },
    });
  const saidBy = async (answer: Response) =>
    (await inbox.request(answer.headers.get('Location') ?? '')).text();

  it('make the provider say what became of it, and tell whether it did', async () => {
    const answer = await press('email.bounced');
    expect(answer.status).toBe(303);
    expect(told).toEqual([{ id, type: 'email.bounced' }]);
    expect(await saidBy(answer)).toContain('The provider says: email.bounced.');
    const refused = await press('email.complained');
    expect(await saidBy(refused)).toContain('The provider could not say it (422).');
  });

  it('know no other word, and heed no other site', async () => {
    expect((await press('email.opened')).status).toBe(404);
    expect((await press('email.bounced', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect(told).toHaveLength(2);
  });

  it('are not there where nothing could be said', async () => {
    const page = await (await createInbox(store).request(`/inbox/${id}`)).text();
    expect(page).not.toContain('<button');
  });
});
