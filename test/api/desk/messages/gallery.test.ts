import { afterAll, beforeAll, expect, it } from 'vitest';
import { neighboursOf } from '../../../../api/desk/messages/specimen-choice.ts';
import { specimenKinds } from '../../../../api/desk/specimen/specimen.ts';
import { messageWords } from '../../../../workflows/domain/desk/message-words.ts';
import { startDeskApp } from '../desk-app.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
});
afterAll(() => desk.close());

const path = '/desk/messages/gallery';

it('leads from each specimen to the next, through every kind', async () => {
  const seen: string[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const { status, html } = await desk.read(next.replaceAll('&amp;', '&'), 'viewer');
    expect(status, next).toBe(200);
    seen.push(/<h2>([^<]+)<\/h2>/.exec(html)?.[1] ?? '');
    next = /rel="next" href="([^"]+)"/.exec(html)?.[1];
  }
  const { of } = neighboursOf({ kind: 'confirmation', state: '' });
  expect([seen.length, new Set(seen).size]).toEqual([of, of]);
  expect(new Set(seen.map((title) => title.split(',')[0]))).toEqual(
    new Set(specimenKinds.map((kind) => messageWords[kind])),
  );
});

it('shows the mail in a frame that can do nothing, in the palette asked for', async () => {
  const { headers, html } = await desk.read(`${path}/mail?kind=shipped&locale=de&palette=dark`);
  expect(headers.get('Content-Security-Policy')).toMatch(/^sandbox allow-popups/);
  expect(html).not.toContain('prefers-color-scheme');
  const page = await desk.read(`${path}?kind=shipped&palette=dark&width=phone`);
  expect(page.html).toMatch(/<iframe[^>]*class="mail phone"[^>]*sandbox="allow-popups /);
});

it('says what each mail weighs and by which headers it can be declined', async () => {
  const countdown = await desk.read(`${path}?kind=countdown`);
  expect(countdown.html).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(countdown.html).toMatch(/\d+\.\d KB of/);
  const shipped = await desk.read(`${path}?kind=shipped`);
  expect(shipped.html).not.toContain('List-Unsubscribe');
});

it('shows the first of what it does not know', async () => {
  const { status, html } = await desk.read(`${path}?kind=__proto__&locale=xx&state=%3Cb%3E`);
  expect(status).toBe(200);
  expect(html).toContain('<h2>Order confirmation, usual, en-US</h2>');
});

it('offers to send one only to those who speak with customers', async () => {
  for (const [role, offers] of [
    ['viewer', false],
    ['buyer', false],
    ['support', true],
  ] as const) {
    expect((await desk.read(path, role)).html.includes('Send me this')).toBe(offers);
  }
});
