import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendTimeline } from '../../../db/record/timeline.ts';
import { messageKinds } from '../../../workflows/domain/backorder/message-kind.ts';
import { mailLine } from '../../../workflows/domain/desk/mail-reasons.ts';
import { placeLamps, say, troubled } from '../page/cast.ts';
import { startDeskApp } from './desk-app.ts';
import { keepMessage } from './messages/keep.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
  await placeLamps(desk.db, 'A');
  await say(desk.db, 'A', {
    payment: troubled(),
    next: { kind: 'payment-problem', at: '2027-01-05T15:00:00.000Z' },
    attention: [{ code: 'payment_failed', at: '2026-11-24T15:00:00.000Z' }],
  });
  await keepMessage(desk.db, 'held', {
    orderId: 'A',
    ...{ kind: 'countdown', decision: 'held', reason: 'quiet_hours' },
    until: '2027-01-05T15:00:00.000Z',
  });
  await keepMessage(desk.db, 'skipped', {
    orderId: 'A',
    decision: 'skipped',
    reason: 'payment_recovered',
  });
  await keepMessage(desk.db, 'failed', { orderId: 'A', decision: 'failed', kind: 'card-wanted' });
  const skipped = { kind: 'card-expiring', decision: 'skipped', reason: 'card_given' } as const;
  await appendTimeline(desk.db.sql, [
    {
      ...{ orderId: 'A', key: 'mail/x', type: 'MailSkipped' },
      summary: mailLine({ ...skipped, until: null }),
      detail: { kind: skipped.kind, reason: skipped.reason },
    },
  ]);
});
afterAll(() => desk.close());

/** What people read of a page: not its ids, nor what they are to type or send as it stands. */
const readIn = (html: string): string =>
  html
    .replaceAll(/<(script|style|code|pre|title)\b[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<(\w+)[^>]*class="[^"]*\bid\b[^"]*"[^>]*>[^<]*<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ');

const codes = new Set<string>(messageKinds.filter((kind) => /-/.test(kind) && kind !== 'check-in'));

const rawIn = (html: string): string[] =>
  [...readIn(html).matchAll(/[a-z0-9]+(?:[_-][a-z0-9]+)+/g)]
    .map(([word]) => word)
    .filter((word) => word.includes('_') || codes.has(word));

it('would see a code', () => {
  expect(rawIn('<td>payment_failed</td><b class="id">pi_1</b><p>delay-notice</p>')).toEqual([
    'payment_failed',
    'delay-notice',
  ]);
});

it('shows words and no codes on any page that its pages lead to', async () => {
  const known = new Set(['/desk']);
  const found: string[] = [];
  for (const path of known) {
    const { status, headers, html } = await desk.read(path);
    if (status !== 200 || !headers.get('Content-Type')?.startsWith('text/html')) continue;
    found.push(...rawIn(html).map((word) => `${path}: ${word}`));
    for (const [, href = ''] of html.matchAll(/href="(\/desk[^"]*)"/g)) {
      const next = href.replaceAll('&amp;', '&').replace(/#.*/, '');
      const isSeen = next.includes('/gallery?') || next.includes('.css') || next.includes('.js');
      if (!isSeen && known.size < 150) known.add(next);
    }
  }
  expect(known.size).toBeGreaterThan(30);
  expect(known).toContain('/desk/orders/A');
  expect([...new Set(found)]).toEqual([]);
});
