import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionOf, startDeskApp } from '../desk-app.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
});
afterAll(() => desk.close());

describe('the desk', () => {
  it('leads whoever has not signed in to where they can, and back', async () => {
    const { status, headers } = await desk.read('/desk/orders?phase=shipped', null);
    expect([status, headers.get('Location')]).toEqual([
      303,
      '/desk/sign-in?next=%2Fdesk%2Forders%3Fphase%3Dshipped',
    ]);
  });

  it('shows its pages to whoever has', async () => {
    const { status, html } = await desk.read('/desk', 'viewer');
    expect([status, html.includes('Ada the viewer')]).toEqual([200, true]);
  });

  it('takes no form that none of its pages sent', async () => {
    const { status } = await desk.send('/desk/sign-out', { csrf: 'another' }, 'viewer');
    expect(status).toBe(403);
    expect((await desk.read('/desk', 'viewer')).status).toBe(200);
  });

  it('forgets a session that is signed out', async () => {
    const { location } = await desk.send('/desk/sign-out', {}, 'viewer');
    expect(location).toBe('/desk/sign-in');
    expect((await desk.read('/desk', 'viewer')).status).toBe(303);
  });

  it.each([
    ['unused for half an hour', `update operator_sessions set seen_at = now() - interval '31 min'`],
    ['a day old', `update operator_sessions set ends_at = now() - interval '1 second'`],
    ['of an operator who was sent away', `update operators set disabled_at = now()`],
  ])('ends a session %s', async (_, change) => {
    await desk.db.sql.unsafe('delete from operators');
    await desk.signInAll();
    expect((await desk.read('/desk', 'support')).status).toBe(200);
    await desk.db.sql.unsafe(change);
    expect((await desk.read('/desk', 'support')).status).toBe(303);
  });

  it('stores nothing that opens a session', async () => {
    const stored = JSON.stringify(await desk.db.sql`select * from operator_sessions`);
    expect(stored).not.toContain(sessionOf('manager').token);
  });
});
