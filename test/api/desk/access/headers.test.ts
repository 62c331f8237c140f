import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionOf, startDeskApp } from '../desk-app.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
});
afterAll(() => desk.close());

describe('a page of the desk', () => {
  it.each([
    ['/desk/people', 'manager'],
    ['/desk/sign-in', null],
    ['/desk/nothing-here', 'viewer'],
  ] as const)(
    'at %s runs and shows nothing that is not ours, and is kept nowhere',
    async (path, as) => {
      const { headers } = await desk.read(path, as);
      const rules = headers.get('Content-Security-Policy')?.split('; ');
      expect(rules).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "frame-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
        ]),
      );
      expect(rules?.join()).not.toMatch(/unsafe|\*|https?:/);
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    },
  );

  it('has no style and no script written into it, whichever page it is', async () => {
    const paths = desk.app.routes
      .filter(({ method, path }) => method === 'GET' && /^\/desk(\/[\w/-]+)?$/.test(path))
      // A mail by itself, which has a policy of its own.
      .filter(({ path }) => path !== '/desk/messages/gallery/mail')
      .map(({ path }) => path);
    for (const path of new Set([...paths, '/desk/people/accounts/viewer'])) {
      const { html } = await desk.read(path);
      const written = /<style|\sstyle="[^"]*"|\son\w+="|<script(?![^>]*\ssrc=)/.exec(html)?.[0];
      expect(written, path).toBeUndefined();
    }
  });

  it('takes its style from an address that changes with it', async () => {
    const { html } = await desk.read('/desk/sign-in', null);
    const path = /href="(\/desk\/desk\.css[^"]+)"/.exec(html)?.[1] ?? '';
    const sheet = await desk.app.request(path);
    expect(sheet.headers.get('Content-Type')).toBe('text/css; charset=utf-8');
    expect(sheet.headers.get('Cache-Control')).toMatch(/max-age=31536000, immutable/);
    expect(await sheet.text()).toContain('.skip');
    const old = await desk.app.request('/desk/desk.css?v=another');
    expect(old.headers.get('Cache-Control')).toBe('no-cache');
  });

  it('says what no other host has it say, over HTTPS', async () => {
    const at = await startDeskApp({ publicUrl: 'https://shop.example/orders' });
    try {
      const { token, csrf } = sessionOf('viewer');
      const left = await at.app.request('/desk/sign-out', {
        ...{ method: 'POST', body: new URLSearchParams({ csrf }) },
        headers: { Cookie: `__Host-meanwhile-desk=${token}` },
      });
      const said = left.headers.getSetCookie().find((cookie) => cookie.includes('-said='));
      expect(said).toMatch(/^__Host-meanwhile-said=You%20are%20signed%20out.*Secure/);
      const read = async (cookie: string) =>
        (await at.app.request('/desk/sign-in', { headers: { Cookie: cookie } })).text();
      expect(await read(said?.split(';')[0] ?? '')).toContain('You are signed out.');
      expect(await read('meanwhile-said=Call%20Mallory')).not.toContain('Mallory');
    } finally {
      await at.close();
    }
  });

  it('stands under the path that the shop is at', async () => {
    const at = await startDeskApp({ publicUrl: 'https://shop.example/orders' });
    try {
      const { html } = await at.read('/desk/sign-in', null);
      expect(html).toContain('href="/orders/desk/desk.css?v=');
      expect(html).toContain('action="/orders/desk/sign-in"');
    } finally {
      await at.close();
    }
  });
});
