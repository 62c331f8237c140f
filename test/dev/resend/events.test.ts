import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { Resend } from 'resend';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFaultPlan } from '../../../dev/faults.ts';
import { createResendStandIn } from '../../../dev/resend/app.ts';
import { createMailStore } from '../../../dev/resend/store.ts';
import { secret } from '../../api/mail/resend-events.ts';
import { serveApp } from './served.ts';

type Heard = {
  id: string;
  type: string;
  data: { email_id: string; subject: string } & Record<string, unknown>;
};

/** Takes signed events, and answers them with that status. */
const startReceiver = async () => {
  const heard: Heard[] = [];
  const receiver = { heard, status: 200, url: '' };
  const { webhooks } = new Resend('re_none');
  const app = new Hono().post('/webhooks/resend', async (c) => {
    const header = (name: string) => c.req.header(`svix-${name}`) ?? '';
    const headers = {
      ...{ id: header('id'), timestamp: header('timestamp') },
      signature: header('signature'),
    };
    const payload = await c.req.text();
    const event = webhooks.verify({ payload, headers, webhookSecret: secret });
    if (receiver.status === 200) heard.push({ id: headers.id, ...event } as unknown as Heard);
    return c.body(null, receiver.status as 200);
  });
  receiver.url = `${await serveApp(app)}/webhooks/resend`;
  return receiver;
};

const start = async ({ folder, perSecond }: { folder?: string; perSecond?: number } = {}) => {
  const receiver = await startReceiver();
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const standIn = (signal = ending.signal) =>
    createResendStandIn({
      ...{ faults: createFaultPlan(), store: createMailStore(), perSecond, folder },
      ...{ webhook: { url: receiver.url, secret }, signal },
    });
  const base = await serveApp(standIn());
  const resend = new Resend('re_1', { baseUrl: base });
  const send = (to = 'ada@example.org', headers: Record<string, string> = {}) =>
    resend.emails.send({
      ...{ from: 'shop@example.org', to, subject: 'Hello', text: 'Hello', headers },
      tags: [{ name: 'order', value: '1001' }],
    });
  const tell = (...events: object[]) =>
    fetch(`${base}/_events`, { method: 'POST', body: JSON.stringify(events) });
  const types = () => receiver.heard.map(({ type }) => type);
  return { base, receiver, ending, standIn, send, tell, types };
};

const eventually = (read: () => unknown) => expect.poll(read, { interval: 10 });

describe('what becomes of a mail', () => {
  test('is told by itself, signed, with the tags as Resend shows them', async () => {
    const { send, types, receiver } = await start();
    const { data } = await send();
    await eventually(() => types().sort()).toEqual(['email.delivered', 'email.sent']);
    expect(receiver.heard[0]?.data).toMatchObject({
      ...{ email_id: data?.id, to: ['ada@example.org'], tags: { order: '1001' } },
    });
  });

  test('is told once, though its key is used again', async () => {
    const { types, base } = await start();
    const post = () =>
      fetch(`${base}/emails`, {
        method: 'POST',
        headers: { authorization: 'Bearer re_1', 'idempotency-key': 'k1' },
        body: JSON.stringify({ from: 'a@b.org', to: 'c@d.org', subject: 'x', text: 'x' }),
      });
    await post();
    await post();
    await eventually(types).toHaveLength(2);
  });

  test('is otherwise where a plan for its address says so, for so many mails', async () => {
    const { send, tell, types, receiver } = await start();
    await tell({ to: 'Ada@example.org', type: 'email.bounced', times: 1 });
    await send();
    await eventually(() => types().sort()).toEqual(['email.bounced', 'email.sent']);
    const bounced = receiver.heard.find(({ type }) => type === 'email.bounced');
    expect(bounced?.data.bounce).toMatchObject({ type: 'Permanent', subType: 'General' });
    receiver.heard.length = 0;
    await send();
    await eventually(() => types().sort()).toEqual(['email.delivered', 'email.sent']);
  });

  test('ends in a complaint only after its delivery', async () => {
    const { send, tell, types } = await start();
    await tell({ to: 'ada@example.org', type: 'email.complained' });
    await send();
    await eventually(() => types().sort()).toEqual([
      ...['email.complained', 'email.delivered', 'email.sent'],
    ]);
  });

  test('happens at once to a mail that lies in the inbox, as often as asked under one id', async () => {
    const { send, tell, receiver } = await start();
    const { data } = await send();
    await tell({ id: data?.id, type: 'email.complained', times: 3 });
    const complaints = () => receiver.heard.filter(({ type }) => type === 'email.complained');
    await eventually(complaints).toHaveLength(3);
    expect(new Set(complaints().map(({ id }) => id)).size).toBe(1);
  });

  test('may be that its reader unsubscribes by mail', async () => {
    const { send, tell, receiver } = await start();
    const list = '<https://shop.example/u/t1>, <mailto:bye@shop.example?subject=t1>';
    const { data } = await send('ada@example.org', { 'List-Unsubscribe': list });
    await tell({ id: data?.id, type: 'email.received' });
    const received = () => receiver.heard.find(({ type }) => type === 'email.received')?.data;
    await eventually(received).toMatchObject({ subject: 't1', to: ['bye@shop.example'] });
  });
});

describe('an event', () => {
  test('that is not taken comes again', async () => {
    const { send, receiver, types } = await start();
    receiver.status = 500;
    await send();
    await new Promise((resolve) => setTimeout(resolve, 200));
    receiver.status = 200;
    await eventually(() => types().sort()).toEqual(['email.delivered', 'email.sent']);
  });

  test('that is still to come outlives the process', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'meanwhile-events-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { send, tell, types, ending, standIn } = await start({ folder });
    await tell({ to: 'ada@example.org', type: 'email.bounced', delayS: 1 });
    await send();
    await eventually(types).toEqual(['email.sent']);
    ending.abort();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(types()).toEqual(['email.sent']);
    const next = new AbortController();
    onTestFinished(() => next.abort());
    standIn(next.signal);
    // What was taken a moment before the end may come once more: receivers know its id.
    await eventually(() => [...new Set(types())]).toEqual(['email.sent', 'email.bounced']);
  });

  test.each([
    [{ to: 'ada@example.org', type: 'email.vanished' }],
    [{ type: 'email.bounced' }],
    [{ id: 'nobody', type: 'email.bounced' }],
    ['no list'],
  ])('that cannot be played is refused: %j', async (event) => {
    const { tell, base } = await start();
    const answer = await tell({ to: 'a@b.org', type: 'email.sent' }, event as object);
    expect(answer.status).toBe(422);
    expect(await (await fetch(`${base}/_events`)).json()).toEqual([]);
  });
});

test('more calls a second than it takes are refused, and each answer says how many are left', async () => {
  const { send } = await start({ perSecond: 3 });
  const answers = await Promise.all(Array.from({ length: 8 }, () => send()));
  const refused = answers.filter(({ error }) => error?.name === 'rate_limit_exceeded');
  expect(refused.length).toBeGreaterThanOrEqual(2);
  expect(refused[0]?.headers).toMatchObject({
    ...{ 'ratelimit-limit': '3', 'ratelimit-remaining': '0', 'retry-after': '1' },
  });
  const taken = answers.find(({ error }) => !error);
  expect(taken?.headers?.['ratelimit-limit']).toBe('3');
});
