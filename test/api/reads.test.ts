import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../db/client.ts';
import { assemble, startTestApp } from './test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
let reading: ReturnType<typeof assemble>;
/** What stands for each parameter of a path. */
let values: Record<string, string>;
/** Statements that were asked of the pool for changes. */
const asked: string[] = [];

/** Fragments of a statement are refused too, and nobody waits for them. */
const refuse = (what: string): Promise<never> => {
  asked.push(what);
  const refused = Promise.reject(new Error('the pool for changes was asked'));
  refused.catch(() => {});
  return refused;
};

/** A pool that is used up: nobody may ask it for anything. */
const usedUp: Db = {
  sql: new Proxy((() => {}) as unknown as Db['sql'], {
    apply: (_target, _self, [strings]) => refuse(String(strings)),
    get: (_target, name) => () => refuse(String(name)),
  }),
  close: async () => {},
};

beforeAll(async () => {
  api = await startTestApp();
  reading = assemble(usedUp, {}, api.db);
  const orderId = await api.placeAnother();
  const { body } = await api.call('GET', `/v1/backorders/${orderId}`);
  const supply = { sku: 'LAMP-BRASS', quantity: 1, expectedOn: '2099-01-01', basis: 'the factory' };
  await api.call('PUT', '/v1/supplies/S-1', { body: supply });
  const [, , token = ''] = new URL(body.links.status).pathname.split('/');
  values = {
    orderId,
    supplyId: 'S-1',
    sku: body.lines[0].sku,
    token,
    id: '1',
    ...{ importId: 'i-1', giveUpId: 'g-1', messageId: 'm-1', operatorId: 'ada', keyId: 'abc' },
    ...{ sender: 'stripe', eventId: 'evt_1', deliveryId: 'd-1' },
    offerId: '1',
    file: 'swagger-ui.css',
    updateId: '00000000-0000-4000-8000-000000000000',
  };
});

afterAll(async () => {
  await reading.readiness.close();
  await api.close();
});

const pathsOfGets = (): string[] => {
  const gets = reading.app.routes.filter(({ method }) => method === 'GET');
  return [...new Set(gets.map(({ path }) => path))].filter((path) => !path.includes('*'));
};

const filled = (path: string): string =>
  path.replace(/:(\w+)(?:\{[^}]*\})?/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for ${name} of ${path}`);
    return encodeURIComponent(value);
  });

describe('what only reads', () => {
  it('is answered while the pool for changes is used up, whatever it is', async () => {
    const paths = pathsOfGets();
    expect(paths.length).toBeGreaterThan(15);
    const failed: { path: string; status: number; asked: string[] }[] = [];
    for (const path of paths) {
      asked.length = 0;
      const { status } = await reading.call('GET', filled(path));
      if (status >= 500 || asked.length > 0) failed.push({ path, status, asked: [...asked] });
    }
    expect(failed).toEqual([]);
  });

  it('would be seen if it did ask there', async () => {
    const { status } = await reading.call('POST', '/v1/restocks', {
      body: { restockId: 'R-1', sku: 'LAMP-BRASS', quantity: 1 },
    });
    expect(status).toBeGreaterThanOrEqual(500);
    expect(asked.length).toBeGreaterThan(0);
  });
});
