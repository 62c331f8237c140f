import { describe, expect, test } from 'vitest';
import { retrySeconds } from '../../../dev/bigcommerce/hooks/deliveries.ts';
import { startReceiver, startStore, taken } from './served.ts';

const cup = { sku: 'CUP-STONE', quantity: 1 };

/** A store whose hooks tell us. */
const subscribed = async (options: Parameters<typeof startStore>[0] = {}) => {
  const shop = await startStore(options);
  const receiver = await startReceiver(shop);
  const made = taken(await shop.platform.subscribe(receiver.url));
  const plan = (...faults: object[]) => shop.post('/_deliveries', faults);
  const heardOf = (orderId: number) =>
    receiver.heard.filter(
      ({ read }) =>
        typeof read === 'object' &&
        typeof read.about === 'object' &&
        'orderId' in read.about &&
        read.about.orderId === String(orderId),
    );
  return { ...shop, receiver, made, plan, heardOf };
};

const eventually = (read: () => unknown) => expect.poll(read, { interval: 10 });

describe('a subscription', () => {
  test('has one active hook a scope, also when it is made again', async () => {
    const { made, platform, receiver, store } = await subscribed();
    const again = taken(await platform.subscribe(receiver.url));
    expect(made.revived).toEqual([]);
    expect(again).toEqual({ hooks: made.hooks, revived: [] });
    expect(store.state.hooks.map(({ scope }) => scope)).toEqual(
      made.hooks.map(({ scope }) => scope),
    );
  });

  test('that was switched off or lost is revived, and says so', async () => {
    const { platform, receiver, store } = await subscribed();
    const [off, lost] = store.state.hooks;
    if (off) off.isActive = false;
    store.state.hooks = store.state.hooks.filter((hook) => hook !== lost);
    const again = taken(await platform.subscribe(receiver.url));
    expect(again.revived).toEqual([off?.scope]);
    expect(store.state.hooks).toHaveLength(again.hooks.length);
    expect(store.state.hooks.every(({ isActive }) => isActive)).toBe(true);
  });

  test('is taken back whole, and nothing of others', async () => {
    const { platform, receiver, store, made } = await subscribed();
    const other = new URL('https://elsewhere.example/webhooks/shops/bc');
    taken(await platform.subscribe(other));
    const { removed } = taken(await platform.unsubscribe(receiver.url));
    expect(removed).toBe(made.hooks.length);
    expect(store.state.hooks.every(({ destination }) => destination === other.href)).toBe(true);
  });
});

describe('what happens in the store', () => {
  test('is told, signed, and names the order and the items', async () => {
    const { acts, receiver, heardOf } = await subscribed();
    const { id } = acts.buy({ lines: [cup], payment: 'card' });
    await eventually(() =>
      heardOf(id)
        .map(({ scope }) => scope)
        .sort(),
    ).toEqual([
      'store/order/created',
      'store/order/statusUpdated',
      'store/order/transaction/created',
      'store/order/updated',
    ]);
    acts.ship(id);
    acts.restock('CUP-STONE', 5);
    const scopes = () => receiver.heard.map(({ scope }) => scope);
    await eventually(scopes).toContain('store/shipment/created');
    await eventually(() => receiver.heard.map(({ read }) => read)).toContainEqual(
      expect.objectContaining({ about: { itemId: '103' } }),
    );
    acts.uninstall();
    await eventually(() => receiver.heard.map(({ read }) => read)).toContainEqual(
      expect.objectContaining({ about: 'gone' }),
    );
    expect(receiver.heard.map(({ read }) => read)).not.toContain('forged');
  });

  test('comes again until it is answered well', async () => {
    const { acts, receiver, heardOf } = await subscribed();
    receiver.status = 500;
    const { id } = acts.buy({ lines: [cup], payment: 'abandoned' });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(heardOf(id)).toEqual([]);
    receiver.status = 200;
    await eventually(() => heardOf(id).length).toBe(1);
  });

  test('is given up after 48 hours, and then the hook is off until it is revived', async () => {
    const { acts, platform, receiver, store } = await subscribed({ speed: 10_000_000 });
    receiver.status = 500;
    acts.buy({ lines: [cup], payment: 'abandoned' });
    const active = () => store.state.hooks.filter(({ isActive }) => isActive).length;
    const all = store.state.hooks.length;
    await eventually(active).toBe(all - 1);
    const again = taken(await platform.subscribe(receiver.url));
    expect(again.revived).toEqual(['store/order/created']);
    expect(active()).toBe(all);
    expect(retrySeconds.reduce((a, b) => a + b, 0) / 3600).toBeGreaterThan(48);
  });

  test.each([
    { fault: 'twice', count: 2 },
    { fault: 'late:0.1', count: 1 },
    { fault: 'lost', count: 0 },
  ])('can be $fault', async ({ fault, count }) => {
    const { acts, plan, heardOf, isQuiet } = await subscribed();
    await plan({ match: 'store/order/created', fault });
    const { id } = acts.buy({ lines: [cup], payment: 'abandoned' });
    await eventually(isQuiet).toBe(true);
    const heard = heardOf(id);
    expect(heard).toHaveLength(count);
    // What comes twice can be told by its id.
    expect(new Set(heard.map(({ id: webhookId }) => webhookId)).size).toBe(Math.min(count, 1));
    expect(new Set(heard.map(({ read }) => JSON.stringify(read))).size).toBe(Math.min(count, 1));
  });

  test('can come in another order', async () => {
    const { acts, plan, receiver, isQuiet } = await subscribed();
    await plan({ match: 'store/order/created', fault: 'reordered' });
    acts.buy({ lines: [cup], payment: 'card' });
    await eventually(isQuiet).toBe(true);
    expect(receiver.heard.at(0)?.scope).not.toBe('store/order/created');
    expect(receiver.heard.map(({ scope }) => scope)).toContain('store/order/created');
  });

  test.each(['forged', 'old'])('is refused when it is %s', async (fault) => {
    const { acts, plan, receiver, isQuiet } = await subscribed();
    await plan({ match: 'store/order/created', fault });
    acts.buy({ lines: [cup], payment: 'abandoned' });
    await eventually(isQuiet).toBe(true);
    expect(receiver.heard.map(({ read }) => read)).toEqual(['forged']);
  });

  test('waits while our domain is blocked', async () => {
    const { acts, plan, receiver, heardOf, origin } = await subscribed({ speed: 600 });
    await plan({ match: 'store/order/created', fault: 'blocked' });
    const { id } = acts.buy({ lines: [cup], payment: 'abandoned' });
    const answer = await fetch(`${origin}/bigcommerce/_deliveries`);
    expect(await answer.json()).toMatchObject({ blocked: [receiver.url.host] });
    expect(heardOf(id)).toEqual([]);
    await eventually(() => heardOf(id).length).toBe(1);
  });

  test('blocks our domain when most of a hundred answers are bad', async () => {
    const { acts, receiver, origin } = await subscribed({ speed: 60 });
    receiver.status = 500;
    for (let index = 0; index < 110; index++) acts.buy({ lines: [cup], payment: 'abandoned' });
    const blocked = async () => {
      const answer = await fetch(`${origin}/bigcommerce/_deliveries`);
      return ((await answer.json()) as { blocked: string[] }).blocked;
    };
    await expect.poll(blocked, { interval: 20 }).toEqual([receiver.url.host]);
  });

  test('cannot go wrong in a way that is not known', async () => {
    const { plan } = await subscribed();
    expect((await plan({ fault: 'eaten' })).status).toBe(422);
    expect((await plan({ match: 'everything', fault: 'lost' })).status).toBe(422);
  });
});
