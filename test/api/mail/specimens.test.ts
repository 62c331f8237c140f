import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setEmail } from '../../../db/desk/people/operator-email.ts';
import { startDeskApp } from '../desk/desk-app.ts';
import { keepMessage } from '../desk/messages/keep.ts';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  desk = await startDeskApp();
  await setEmail(desk.db.sql, { operatorId: 'support', email: 'grace@shop.example' });
});
afterAll(() => desk.close());

const path = '/desk/messages/send';
const wanted = { kind: 'shipped', locale: 'de' };

const owed = () =>
  desk.db.sql<{ to: string; kind: string; operatorId: string }[]>`
    select "to", kind, operator_id from specimens order by asked_at`;

const actIn = (html: string): string => /name="actId" value="([^"]+)"/.exec(html)?.[1] ?? '';

const press = async (fields: Record<string, string>, as: 'support' | 'manager' = 'support') => {
  const { html } = await desk.read(`${path}?${new URLSearchParams(fields)}`, as);
  return { ...fields, step: 'do', actId: actIn(html) };
};

it('says first what will follow, and sends nothing by that', async () => {
  const { html } = await desk.read(`${path}?kind=shipped&locale=de`, 'support');
  expect(html).toContain('It goes to your own address and to nobody else');
  expect(await owed()).toEqual([]);
});

it('owes one mail to the own address, however often the form is sent', async () => {
  const form = await press(wanted);
  for (const _ of [1, 2]) {
    const { status, location } = await desk.send(path, form, 'support');
    expect([status, location?.startsWith('/desk/messages/gallery?kind=shipped')]).toEqual([
      303,
      true,
    ]);
  }
  expect(await owed()).toEqual([
    { to: 'grace@shop.example', kind: 'shipped', operatorId: 'support' },
  ]);
  const { html } = await desk.read('/desk/messages/gallery', 'support');
  expect(html).toContain('grace@shop.example');
  const others = await desk.read('/desk/messages/gallery', 'manager');
  expect(others.html).not.toContain('grace@shop.example');
});

it('goes to no address that a form names', async () => {
  const form = { ...(await press(wanted)), to: 'eve@evil.example', email: 'eve@evil.example' };
  await desk.send(path, form, 'support');
  expect((await owed()).map(({ to }) => to)).not.toContain('eve@evil.example');
  const named = { ...wanted, to: 'eve@evil.example' };
  const { status } = await desk.call('POST', '/v1/messages/specimens', { body: named });
  expect(status).toBe(422);
});

it('is written down as an act of the person', async () => {
  const rows = await desk.db.sql`
    select operator_id, subject, status from audit where subject like '%specimens' limit 1`;
  expect(rows).toEqual([
    { operatorId: 'support', subject: 'POST /v1/messages/specimens', status: 200 },
  ]);
});

describe('is refused', () => {
  it('to those who see no personal data', async () => {
    for (const role of ['viewer', 'buyer'] as const) {
      expect((await desk.read(`${path}?kind=shipped`, role)).status).toBe(403);
      expect((await desk.send(path, { ...wanted, step: 'do' }, role)).status).toBe(403);
    }
    const { status } = await desk.call('POST', '/v1/messages/specimens', {
      ...{ body: wanted, as: 'read' },
    });
    expect(status).toBe(403);
  });

  it('to a key, and to somebody without an address', async () => {
    const { status, body } = await desk.call('POST', '/v1/messages/specimens', { body: wanted });
    expect([status, body.code]).toEqual([409, 'no_own_address']);
    const sent = await desk.send(path, await press(wanted, 'manager'), 'manager');
    expect([sent.status, sent.html.includes('No address of your own is known')]).toEqual([
      409,
      true,
    ]);
  });

  it('for what there is not', async () => {
    const unknown = [
      { kind: 'shipped', locale: 'xx' },
      { kind: 'x', locale: 'de' },
      { ...wanted, state: 'none such' },
      { orderId: 'nobody', id: '0f8fad5b-d9cb-469f-a165-70867728950e' },
    ];
    const statuses: number[] = [];
    for (const body of unknown) {
      const answer = await desk.call('POST', '/v1/messages/specimens', {
        ...{ body, as: 'support' },
      });
      statuses.push(answer.status);
    }
    // A key has no address, which is found out before what it wants is looked for.
    expect(statuses).toEqual([422, 422, 409, 409]);
    expect((await desk.read(`${path}?orderId=M&id=..%2F..`, 'support')).status).toBe(404);
  });

  it('after five in a minute', async () => {
    await desk.db.sql`delete from specimens`;
    for (let n = 0; n < 5; n++) {
      expect((await desk.send(path, await press(wanted), 'support')).status).toBe(303);
    }
    const { status, html } = await desk.send(path, await press(wanted), 'support');
    expect(status).toBe(429);
    expect(html).toContain('Too many requests');
    expect(await owed()).toHaveLength(5);
    await desk.db.sql`update specimens set asked_at = now() - interval '2 minutes'`;
    expect((await desk.send(path, await press(wanted), 'support')).status).toBe(303);
    await desk.db.sql`delete from specimens`;
  });
});

it('takes a mail of an order that was sent', async () => {
  const orderId = await desk.placeAnother();
  const id = await keepMessage(desk.db, 'k', { orderId, status: 'delivered' });
  const mail = { from: 'f', to: 'ada@example.org', subject: 'It left', html: '<p>', text: 't' };
  const whole = desk.db.sql.json({ ...mail, headers: {}, tags: [] });
  await desk.db.sql`update messages set mail = ${whole} where id = ${id}`;
  const { html } = await desk.read('/desk/messages/list', 'support');
  expect(html).toContain(`/desk/messages/send?orderId=${orderId}&amp;id=${id}`);
  expect((await desk.read('/desk/messages/list', 'viewer')).html).not.toContain(path);
  const form = await press({ orderId, id });
  const { location } = await desk.send(path, form, 'support');
  expect(location).toBe(`/desk/orders/${orderId}/messages/${id}`);
  expect(await desk.db.sql`select order_id, message_id, mail from specimens`).toEqual([
    { orderId, messageId: id, mail: null },
  ]);
});
