import { EventEmitter, once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase as openDatabase } from '../../../db/client.ts';
import { untilLocksWait } from '../../db/locks.ts';
import { startApiProcess } from '../../support/system/child.ts';
import { createDatabase } from '../../support/system/stack.ts';
import { key } from '../../support/system/system.ts';

const nowhere = 'http://127.0.0.1:1';

let databaseUrl: string;
let db: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  databaseUrl = await createDatabase();
  db = openDatabase(databaseUrl, { max: 2 });
});
afterAll(() => db.close());

const start = (settings: NodeJS.ProcessEnv) => {
  const outside = { address: '127.0.0.1:1', stripeBase: nowhere, resendBase: nowhere };
  return startApiProcess({ databaseUrl, namespace: 'default', ...outside }, { settings });
};

type Api = Awaited<ReturnType<typeof start>>;
type Answer = Pick<IncomingMessage, 'headers'> & { status: number | undefined };

const send = (url: string, { agent, body }: { agent: Agent; body?: object }) =>
  new Promise<Answer>((resolve, reject) => {
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
    const method = body ? 'POST' : 'GET';
    const sent = request(url, { agent, method, headers }, (answer) => {
      answer.resume();
      const { headers, statusCode: status } = answer;
      answer.once('end', () => resolve({ status, headers }));
    });
    sent.once('error', reject);
    sent.end(body && JSON.stringify(body));
  });

/** A receipt that waits until its table is let go. */
const receive = async (api: Api, { agent, id }: { agent: Agent; id: string }) => {
  const turn = new EventEmitter();
  const isLocked = once(turn, 'locked');
  const lock = db.sql.begin(async (sql) => {
    await sql`lock table receipts in exclusive mode`;
    const isOver = once(turn, 'over');
    turn.emit('locked');
    await isOver;
  });
  await isLocked;
  const body = { restockId: id, sku: 'LAMP', quantity: 1 };
  const answer = send(`${api.url}/v1/restocks`, { agent, body });
  await untilLocksWait(db);
  const letGo = async (): Promise<void> => {
    turn.emit('over');
    await lock;
  };
  return { answer, letGo };
};

const openAgent = () => new Agent({ keepAlive: true, maxSockets: 1 });

describe('a stopping API', () => {
  it('turns unready, closes what is idle, and answers what is in flight', async () => {
    const api = await start({ STOP_NOTICE: '4' });
    const [idle, busy] = [openAgent(), openAgent()];
    const ready = await send(`${api.url}/readyz`, { agent: idle });
    expect(ready).toMatchObject({ status: 200, headers: { connection: 'keep-alive' } });
    const free = () => Object.values(idle.freeSockets).flat().length;
    await expect.poll(free).toBe(1);
    const [socket] = Object.values(idle.freeSockets).flat();
    const isClosed = new Promise((resolve) => socket?.once('close', resolve));
    const { answer, letGo } = await receive(api, { agent: busy, id: 'r-1' });

    const stopped = api.stop();
    const other = openAgent();
    const ask = (path: string) => () =>
      send(`${api.url}${path}`, { agent: other }).catch((error: Error) => error.message);
    const unready = { status: 503, headers: { connection: 'close' } };
    await expect.poll(ask('/readyz')).toMatchObject(unready);
    await isClosed;
    await expect.poll(ask('/healthz')).toContain('ECONNREFUSED');

    await letGo();
    expect(await answer).toMatchObject({ status: 201, headers: { connection: 'close' } });
    expect(await stopped).toBe(0);
  });

  it('cuts off what takes longer than its grace', async () => {
    const api = await start({ STOP_GRACE: '0.5' });
    const { answer, letGo } = await receive(api, { agent: openAgent(), id: 'r-2' });
    const refused = expect(answer).rejects.toThrow('hang up');
    const stopped = api.stop();
    await refused;
    await letGo();
    expect(await stopped).toBe(0);
  });
});
