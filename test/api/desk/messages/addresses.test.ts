import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suppress } from '../../../../db/mail/suppressions.ts';
import { startDeskApp } from '../desk-app.ts';
import { hoursAgo, keepMessage } from './keep.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
});
afterAll(() => desk.close());

const email = 'ben@example.org';

describe('suppressions', () => {
  const path = '/desk/messages/suppressions';

  it.each(['viewer', 'buyer'] as const)('show no address to a %s', async (role) => {
    for (const page of ['', '/add', `/lift?email=${email}`]) {
      expect((await desk.read(`${path}${page}`, role)).status).toBe(403);
    }
    expect((await desk.read('/desk/messages', role)).html).not.toContain(path);
  });

  it('are empty at first', async () => {
    const { html } = await desk.read(path, 'support');
    expect(html).toContain('No address is suppressed');
  });

  it('take an address once it was shown what follows', async () => {
    const wanted = { email, reason: 'complained' };
    const shown = await desk.send(`${path}/add`, { ...wanted, step: 'preview' }, 'support');
    expect(shown.html).toContain('the customer called a mail spam');
    expect((await desk.read(path, 'support')).html).not.toContain(email);
    const done = await desk.send(`${path}/add`, { ...wanted, step: 'do' }, 'support');
    expect([done.status, done.location]).toEqual([303, path]);
    expect(decodeURIComponent(done.headers.getSetCookie().join())).not.toContain(email);
    const { html } = await desk.read(`${path}?email=${email}`, 'support');
    expect(html).toContain(email);
    expect(html).toContain('the customer called a mail spam');
  });

  it('refuse what is no address, and keep what was entered', async () => {
    const { status, html } = await desk.send(
      `${path}/add`,
      { email: 'ben', reason: 'manual', step: 'do' },
      'support',
    );
    expect(status).toBe(422);
    expect(html).toContain('/email');
  });

  it('are lifted, and say which mails can go out again', async () => {
    const link = `${path}/lift?${new URLSearchParams({ email })}`;
    const { html } = await desk.read(link, 'support');
    expect(html).toContain('/desk/messages/list?email=ben%40example.org&amp;status=bounced');
    const done = await desk.send(`${path}/lift`, { email, step: 'do' }, 'support');
    expect(done.location).toBe(path);
    expect((await desk.read(`${path}?email=${email}`, 'support')).html).toContain(
      'This address is not suppressed.',
    );
    // Sent twice, it says so and changes nothing.
    expect((await desk.send(`${path}/lift`, { email, step: 'do' }, 'support')).status).toBe(303);
  });

  it('show one whose address was erased, without a way to lift it', async () => {
    const addressKey = 'a'.repeat(64);
    await suppress(desk.db.sql, { addressKey, email: null, reason: 'bounced', messageId: null });
    const { html } = await desk.read(path, 'support');
    expect(html).toContain('erased with the last order');
    expect(html).not.toContain('/lift?');
  });
});

describe('preferences', () => {
  const path = '/desk/messages/preferences';
  const query = `?${new URLSearchParams({ email })}`;

  it.each(['viewer', 'buyer'] as const)('show nothing to a %s', async (role) => {
    expect((await desk.read(`${path}${query}`, role)).status).toBe(403);
    expect((await desk.send(`${path}/change`, { email, step: 'do' }, role)).status).toBe(403);
  });

  it('are the defaults of an address that nobody spoke of', async () => {
    const { html } = await desk.read(`${path}${query}`, 'support');
    expect(html).toContain('never: as the customer said at checkout');
    expect(html).toContain('Nobody has changed anything: the defaults hold.');
  });

  it('say what is no address', async () => {
    const { status, html } = await desk.read(`${path}?email=ben`, 'support');
    expect([status, html.includes('This is no mail address.')]).toEqual([422, true]);
  });

  it('change only what is different, and say what is decided again', async () => {
    const held = { decision: 'held', kind: 'countdown', email } as const;
    await keepMessage(desk.db, 'p', { ...held, reason: 'paused', until: hoursAgo(-30) });
    await keepMessage(desk.db, 'h', { ...held, reason: 'on_hold' });
    const asked = await desk.read(`${path}/change${query}`, 'support');
    expect(asked.html).toMatch(/name="updates"[^>]*checked/);
    const wanted = { email, offers: '', pausedUntil: '' };
    const shown = await desk.send(`${path}/change`, { ...wanted, step: 'preview' }, 'support');
    expect(shown.html).toContain('No countdown, excitement or check-in goes out any more.');
    expect(shown.html).toContain('One held mail is');
    const done = await desk.send(`${path}/change`, { ...wanted, step: 'do' }, 'support');
    expect([done.status, done.location]).toEqual([303, `${path}${query}`]);
    const { html } = await desk.read(`${path}${query}`, 'support');
    expect(html).toContain('wants no updates');
    const [row] = await desk.db.sql`select updates, offers_by_hand from mail_preferences`;
    expect(row).toEqual({ updates: false, offersByHand: false });
    const [again] = await desk.db.sql`select held_until from messages where key = 'p'`;
    expect(again?.heldUntil).toBeNull();
  });

  it('say when nothing is different', async () => {
    const same = { email, step: 'preview' };
    const { html } = await desk.send(`${path}/change`, same, 'support');
    expect(html).toContain('Nothing is different. Nothing will follow.');
  });
});
