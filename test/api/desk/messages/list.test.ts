import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../../workflows/domain/desk/role.ts';
import { startDeskApp } from '../desk-app.ts';
import { hoursAgo, keepMessage } from './keep.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
  await keepMessage(desk.db, 'a', {
    ...{ orderId: 'S:1', status: 'delivered', subject: '=2+2 "שלום"', at: hoursAgo(3) },
  });
  const ben = { orderId: 'B', email: 'ben@example.org' };
  await keepMessage(desk.db, 'b', { ...ben, status: 'bounced', at: hoursAgo(2) });
  await keepMessage(desk.db, 'c', { ...ben, decision: 'skipped', reason: 'no_address' });
});
afterAll(() => desk.close());

const ordersIn = (html: string): string[] =>
  [...html.matchAll(/class="id" href="[^"]*\/desk\/orders\/[^"]*">([^<]+)</g)].map(
    ([, orderId]) => orderId ?? '',
  );

const list = async (query = '', as: Role = 'manager') => {
  const { status, html } = await desk.read(`/desk/messages/list${query}`, as);
  return { status, html, orders: ordersIn(html) };
};

it('lists what was decided, the newest first, with a way to each mail and order', async () => {
  const { html, orders } = await list();
  expect(orders).toEqual(['B', 'B', 'S:1']);
  expect(html).toMatch(/href="\/desk\/orders\/S%3A1\/messages\/[\da-f-]{36}"/);
  expect(html).toContain('There is no address to write to.');
});

it.each([
  ['?status=bounced', ['B']],
  ['?reason=no_address', ['B']],
  ['?kind=&status=&email=ben@example.org', ['B', 'B']],
  ['?since=2020-01-01&until=2020-02-01', []],
  ['?since=2020-01-01', ['B', 'B', 'S:1']],
])('narrows by %s', async (query, orders) => {
  expect((await list(query, 'support')).orders).toEqual(orders);
});

it('goes on where a page ended, and keeps what was asked', async () => {
  const first = await list('?limit=1&kind=shipped');
  const next = /href="([^"]+cursor=[^"]+)">Next page/.exec(first.html)?.[1] ?? '';
  expect(next).toContain('kind=shipped');
  const { html } = await desk.read(next.replaceAll('&amp;', '&'));
  expect(ordersIn(html)).toEqual(['B']);
  expect(html).toContain('First page');
});

it('says what is wrong with what was asked', async () => {
  const { status, html } = await list('?since=yesterday&status=opened');
  expect(status).toBe(422);
  expect(html).toContain('/since');
  expect(html).toContain('/status');
  expect(html).toContain('value="yesterday"');
});

describe('an address', () => {
  it.each(['viewer', 'buyer'] as const)('is nothing that a %s searches by', async (role) => {
    expect((await list('', role)).html).not.toContain('name="email"');
    expect((await list('?email=ben@example.org', role)).status).toBe(403);
    const csv = await desk.read('/desk/messages/list.csv?email=ben@example.org', role);
    expect(csv.status).toBe(403);
  });

  it('is on no page of the list', async () => {
    expect((await list('', 'viewer')).html).not.toContain('@example.org');
  });
});

describe('the table to take along', () => {
  it('holds all that the list does, whatever page is looked at', async () => {
    const { status, headers, html } = await desk.read('/desk/messages/list.csv?kind=shipped');
    expect([status, headers.get('Content-Type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const lines = html.trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      'decided_at,order_id,message_id,kind,class,decision,reason,held_until,status,subject',
    );
    expect(lines.slice(1).map((line) => line.split(',')[1])).toEqual(['B', 'B', 'S:1']);
    expect(lines[3]).toContain(`"'=2+2 ""שלום"""`);
  });

  it('leads back to the list where the question is wrong', async () => {
    const { status, headers } = await desk.read('/desk/messages/list.csv?status=opened');
    expect([status, headers.get('Location')]).toEqual([303, '/desk/messages/list?status=opened']);
  });

  it('goes on past a piece', async () => {
    await desk.db.sql`
      insert into messages (id, order_id, key, kind, class, decision, at)
      select gen_random_uuid(), 'L' || n, 'k', 'refunded', 'service', 'sent',
        now() - (n % 7) * interval '1 hour'
      from generate_series(1, 2345) n`;
    const { html } = await desk.read('/desk/messages/list.csv?kind=refunded');
    const orders = html
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[1]);
    expect([orders.length, new Set(orders).size]).toEqual([2345, 2345]);
  });
});
