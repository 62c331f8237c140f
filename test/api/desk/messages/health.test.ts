import { afterAll, beforeAll, expect, it } from 'vitest';
import { setPace, takeTurn } from '../../../../db/mail/pace.ts';
import { whyUnsent } from '../../../../workflows/domain/desk/mail-reasons.ts';
import { startDeskApp } from '../desk-app.ts';
import { hoursAgo, keepMessage } from './keep.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
});
afterAll(() => desk.close());

/** Each link of the page with what stands in it, as `text href`. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>([^<]*)<\/a>/g)].map(
    ([, href = '', text]) => `${text} ${href.replaceAll('&amp;', '&')}`,
  );

it('says what it means that there is nothing', async () => {
  const { status, html } = await desk.read('/desk/messages', 'viewer');
  expect(status).toBe(200);
  expect(html).toContain('The provider has not been called yet.');
  expect(html).toContain('Nothing waits: all that was due is out, and every outcome is known.');
  expect(html).toContain('No message was decided in this time.');
});

it('counts by kind, class and outcome, and each number leads to its list', async () => {
  await keepMessage(desk.db, 'a', { status: 'delivered' });
  await keepMessage(desk.db, 'b', { status: 'bounced', at: hoursAgo(2) });
  await keepMessage(desk.db, 'c', { kind: 'countdown', decision: 'skipped', reason: 'capped' });
  await keepMessage(desk.db, 'old', { status: 'delivered', at: hoursAgo(30 * 24) });
  const { html } = await desk.read('/desk/messages', 'viewer');
  const links = linksIn(html);
  const since = /since=([^&"]+)/.exec(html)?.[1];
  expect(links).toContain(`2 /desk/messages/list?decision=sent&since=${since}`);
  expect(links).toContain(`1 /desk/messages/list?kind=shipped&since=${since}&status=bounced`);
  expect(links).toContain(
    `1 /desk/messages/list?class=relationship&since=${since}&decision=skipped`,
  );
  expect(links).toContain(`1 /desk/messages/list?decision=skipped&reason=capped&since=${since}`);
  expect(html).toContain(whyUnsent('skipped', 'capped'));
  const list = await desk.read(`/desk/messages/list?kind=shipped&since=${since}&status=bounced`);
  expect(list.html.match(/<tbody>.*<\/tbody>/s)?.[0].match(/<tr>/g)).toHaveLength(1);
});

it('goes back as far as it is asked to, and shows what is ahead of now', async () => {
  await keepMessage(desk.db, 'ahead', { status: 'delivered', at: hoursAgo(-72) });
  await keepMessage(desk.db, 'five', { status: 'delivered', at: hoursAgo(5 * 24) });
  await keepMessage(desk.db, 'twenty', { status: 'delivered', at: hoursAgo(20 * 24) });
  const sentIn = async (span: string) => {
    const { html } = await desk.read(`/desk/messages?span=${span}`);
    return linksIn(html)
      .find((link) => link.includes('?decision=sent&since='))
      ?.split(' ')[0];
  };
  expect([await sentIn('24h'), await sentIn('7d'), await sentIn('28d')]).toEqual(['3', '4', '5']);
  expect(await sentIn('toString')).toBe('3');
  const { html } = await desk.read('/desk/messages?span=7d');
  expect(html).toContain('Ahead of now');
});

it('shows the pace, and that the provider wants a rest', async () => {
  const turn = { provider: 'resend', perSecond: 4, canWait: false, mostMs: 2_000 };
  await takeTurn(desk.db.sql, turn);
  await setPace(desk.db.sql, { provider: 'resend', perSecond: 1.6, pauseMs: 90_000 });
  const { html } = await desk.read('/desk/messages', 'buyer');
  const said = html.replaceAll(/<[^>]+>|<!-- -->/g, '').replaceAll(/\s+/g, ' ');
  expect(said).toContain('call resend at most 1.6 times a second');
  expect(said).toMatch(/The next turn is in (89|90) seconds/);
});

it('says what waits, for what, since when and until when', async () => {
  const until = hoursAgo(-9);
  await keepMessage(desk.db, 'turn', { decision: 'sending' });
  await keepMessage(desk.db, 'letter', { decision: 'owed', kind: 'status-link' });
  await keepMessage(desk.db, 'answer', { decision: 'sending', isTried: true });
  const night = { decision: 'held', kind: 'countdown', reason: 'quiet_hours' } as const;
  await keepMessage(desk.db, 'night', { ...night, until });
  await keepMessage(desk.db, 'night2', { ...night, until: hoursAgo(-20) });
  await keepMessage(desk.db, 'hold', { decision: 'held', reason: 'on_hold' });
  await keepMessage(desk.db, 'lost', { decision: 'unknown' });
  const { html } = await desk.read('/desk/messages', 'viewer');
  const queue = /<section id="queue".*?<\/table>/s.exec(html)?.[0] ?? '';
  const rows = queue.split('<tr>').slice(2);
  const texts = rows.map((row) => row.replaceAll(/<[^>]+>|<!-- -->/g, '|').replaceAll(/\|+/g, '|'));
  expect(texts.map((text) => text.split('|').slice(1, 4))).toEqual([
    ['Its turn at the provider.', 'at once', '2'],
    ['The provider&#x27;s answer: it was handed over, and is asked for again.', 'at once', '1'],
    [whyUnsent('held', 'on_hold'), 'at once', '1'],
    [whyUnsent('held', 'quiet_hours'), 'can wait', '2'],
    [
      'A person: nobody knows whether it went out, and it is not sent again by itself.',
      ...['–', '1'],
    ],
  ]);
  expect(rows[3]).toContain(`dateTime="${until}"`);
  expect(linksIn(queue)).toContain(
    '2 /desk/messages/list?class=relationship&decision=held&reason=quiet_hours',
  );
  const turns = await desk.read('/desk/messages/list?class=service&decision=held&reason=sending');
  expect(turns.html.match(/<tbody>.*<\/tbody>/s)?.[0].match(/<tr>/g)).toHaveLength(3);
});
