import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { createSeal } from '../../api/access/sealed.ts';
import { parseConfig } from '../../api/config.ts';
import { createOutbound } from '../../api/outbound/deliver.ts';
import { createSecret } from '../../api/outbound/secret.ts';
import { placeOrder } from '../../db/backorder/place.ts';
import { createDatabase, type Db } from '../../db/client.ts';
import { putEndpoint } from '../../db/outbound/endpoints.ts';
import { ensureShelves } from '../../db/stock/ledger/shelves.ts';
import { donePerSecond } from '../load/clients.ts';
import { createOrderIds, lamp, newOrder } from '../load/orders.ts';
import { atLeast, type Figure } from '../report/figure.ts';
import { compare } from '../report/measure.ts';
import type { Parts } from '../servers/parts.ts';

const events = Number(process.env.EVENTS ?? 10_000);
const living = 9;
const what = `webhooks out: posts/s of ${events} events to ${living} receivers, one more is dead`;

/** Tells nine receivers of the same events, with a tenth one that never answers, and without it. */
export const webhooksOut = async (parts: Parts): Promise<Figure[]> => {
  const db = createDatabase(await parts.database(), { max: 10 });
  const config = parseConfig({ WEBHOOK_NETWORKS: '127.0.0.0/8' });
  const seal = createSeal(config.linkSecrets);
  const well = await listen(true);
  const dead = await listen(false);
  const put = (endpointId: string, server: Server) =>
    putEndpoint(db, {
      ...{ endpointId, url: urlOf(server), personalData: false, events: ['backorder.placed'] },
      secret: { sealed: createSecret(seal, endpointId).sealed, endsAt: null },
    });
  for (let nth = 0; nth < living; nth++) await put(`well-${nth}`, well);
  await put('dead', dead);
  await ensureShelves(db.sql, [lamp]);
  const nextId = createOrderIds();
  await donePerSecond({ clients: 10, count: events }, () => placeOrder(db, newOrder(nextId())));
  const measure = async (isDeadThere: boolean): Promise<number> => {
    await reset(db, isDeadThere);
    const begin = performance.now();
    const running = createOutbound(
      {
        ...{ db, seal, network: config.webhooks, surroundings: config },
        logger: pino({ level: 'warn' }),
      },
      { everyMs: 100 },
    );
    while (await isAnythingOwed(db)) await sleep(50);
    const tookMs = performance.now() - begin;
    await running.close();
    return ((events * living) / tookMs) * 1_000;
  };
  const measured = await compare(what, {
    subject: () => measure(true),
    floor: () => measure(false),
    floorIs: 'the same without the dead one',
  });
  await db.close();
  for (const server of [well, dead]) {
    server.closeAllConnections();
    server.close();
  }
  return [{ what, unit: '/s', ...measured, bar: atLeast(0.8) }];
};

const listen = async (answers: boolean): Promise<Server> => {
  const server = createServer((request, response) => {
    request.resume();
    if (answers) request.once('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return server;
};

const urlOf = (server: Server): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

/** Everything is owed anew, the dead one's too if it is there. */
const reset = async ({ sql }: Db, isDeadThere: boolean): Promise<void> => {
  await sql`
    update webhook_deliveries set
      state = 'pending', attempts = 0, due_at = now(), body = null, delivered_at = null`;
  await sql`
    update webhook_endpoints set failures = 0, failing_since = null, rests_until = now(),
      claimed_until = now(), claim = null,
      state = case when endpoint_id = 'dead' and not ${isDeadThere}::boolean then 'disabled'
        else 'enabled' end`;
  await sql`vacuum analyze webhook_deliveries`;
};

const isAnythingOwed = async ({ sql }: Db): Promise<boolean> => {
  const owed = await sql`
    select from webhook_deliveries
    where state = 'pending' and endpoint_id <> 'dead' limit 1`;
  return owed.count > 0;
};
