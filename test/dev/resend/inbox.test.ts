import { Resend } from 'resend';
import { describe, expect, it } from 'vitest';
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
    const html = await page(`/inbox/${id}`);
    expect(html).toContain('<pre>Plain &amp; simple</pre>');
    expect(html).toContain('<dt>List-Unsubscribe</dt><dd>&lt;https://shop.example/u/1&gt;</dd>');
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
    for (const path of ['/inbox', `/inbox/${id}`, `/inbox?to=${encodeURIComponent(hostile)}`]) {
      const html = await page(path);
      expect(html).not.toMatch(/<script|<img/i);
    }
    expect(await page('/inbox')).toContain('&lt;script&gt;');
    const { headers } = await fetch(`${origin}/inbox/${id}`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('answers 404 for a mail that it does not have', async () => {
    const { origin } = await serveClocked();
    const response = await fetch(`${origin}/inbox/none`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('No such mail');
  });
});
