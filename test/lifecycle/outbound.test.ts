import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSeal } from '../../api/access/sealed.ts';
import { parseConfig } from '../../api/config.ts';
import { createOutbound } from '../../api/outbound/deliver.ts';
import type { Loop } from '../../api/temporal/loop.ts';
import { eventTypes } from '../../workflows/domain/event-type.ts';
import { type Receiver, startReceiver, verified } from '../api/outbound/receiver.ts';
import {
  cancel,
  checkout,
  inDays,
  readyToShip,
  ship,
  until,
  untilEnded,
} from '../support/lives/story.ts';
import { type System, startSystem } from '../support/system/system.ts';

let system: System;
let receiver: Receiver;
let loop: Loop;
let secret: string;

beforeAll(async () => {
  system = await startSystem();
  receiver = await startReceiver();
  const { linkSecrets, webhooks, ...config } = parseConfig({ WEBHOOK_NETWORKS: '127.0.0.0/8' });
  loop = createOutbound(
    {
      db: system.db,
      seal: createSeal(linkSecrets),
      network: webhooks,
      surroundings: { ...config, linkSecrets },
      logger: pino({ level: 'silent' }),
    },
    { everyMs: 20 },
  );
  const { body } = await system.call('PUT', '/v1/webhook-endpoints/shop', {
    url: receiver.url,
    events: eventTypes.filter((type) => type !== 'availability.changed'),
  });
  secret = body.secret;
});
afterAll(async () => {
  await loop.close();
  await receiver.close();
  await system.stop();
});

/** What was told of an order, signatures verified, each event once. */
const heard = (orderId: string) =>
  receiver.posts
    .map((post) => verified(secret, post))
    .filter(({ data }) => data.orderId === orderId);

const typesOf = (orderId: string): string[] =>
  heard(orderId)
    .filter(({ type }) => type.startsWith('backorder.'))
    .map(({ type }) => type);

const eventually = (read: () => unknown) => expect.poll(read, { timeout: 30_000, interval: 50 });

describe('others hear', () => {
  it('the whole life of an order that ships', async () => {
    await readyToShip(system, { orderId: 'ships', sku: 'LAMP' });
    await ship(system, 'ships');
    await untilEnded(system, 'ships');
    await eventually(() => typesOf('ships').sort()).toEqual([
      'backorder.placed',
      'backorder.ready_to_ship',
      'backorder.shipped',
    ]);
    const [shipped] = heard('ships').filter(({ type }) => type === 'backorder.shipped');
    expect(shipped?.data.lines).toMatchObject([{ shipped: 1 }]);
    expect(shipped?.data.customer.email).toBeNull();
    const kinds = () =>
      heard('ships')
        .filter(({ type, data }) => type === 'message.settled' && data.decision === 'sent')
        .map(({ data }) => data.kind);
    await eventually(() => kinds().sort()).toEqual(['confirmation', 'ready-to-ship', 'shipped']);
    const revisions = heard('ships').flatMap(({ data }) => data.revision ?? []);
    expect(Math.max(...revisions)).toBeGreaterThan(0);
  });

  it('that an order was cancelled', async () => {
    await checkout(system, { orderId: 'cancelled', sku: 'MUG' });
    await cancel(system, 'cancelled');
    await untilEnded(system, 'cancelled');
    await eventually(() => typesOf('cancelled').sort()).toEqual([
      'backorder.cancelled',
      'backorder.placed',
    ]);
  });

  it('that a day has changed, with the new one', async () => {
    const supply = { sku: 'VASE', quantity: 5, basis: 'the factory' };
    const put = (days: number) =>
      system.call('PUT', '/v1/supplies/vases', { ...supply, expectedOn: inDays(days) });
    await put(20);
    await checkout(system, { orderId: 'moved', sku: 'VASE', promiseIn: null });
    await until(system, 'moved', ({ promise }) => promise?.on === inDays(20));
    await put(40);
    await until(system, 'moved', ({ promise }) => promise?.on === inDays(40));
    await eventually(() => typesOf('moved')).toContain('backorder.promise_changed');
    const [last] = heard('moved')
      .filter(({ type }) => type === 'backorder.promise_changed')
      .slice(-1);
    expect(last?.data.promise.on).toBe(inDays(40));
  });
});
