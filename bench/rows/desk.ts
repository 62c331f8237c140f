import { hashKey } from '../../api/access/auth.ts';
import { sessionEnds } from '../../api/access/session-ends.ts';
import { createDatabase } from '../../db/client.ts';
import { putOperator } from '../../db/desk/people/operators.ts';
import { beginSession } from '../../db/desk/people/sessions.ts';
import { fillDesk } from '../load/desk.ts';
import { atMost, type Figure } from '../report/figure.ts';
import { short } from '../report/measure.ts';
import { say } from '../report/progress.ts';
import { startApi } from '../servers/api.ts';
import type { Parts } from '../servers/parts.ts';

const orders = Number(process.env.DESK ?? 100_000);
const token = 'a-session-for-measurements';
const samples = 40;

/** Each page that operators look at all day. The bar is on what the slowest twentieth takes. */
const pages: Record<string, string> = {
  Today: '/desk',
  'deadlines of Today': '/desk/today/deadlines',
  'refunds of Today': '/desk/today/refunds',
  Orders: '/desk/orders',
  'Orders, shipped': '/desk/orders?phase=shipped',
  'Orders, open by promise': '/desk/orders?phase=open&sort=promised',
  'Orders, overdue': '/desk/orders?phase=open&promisedBefore=2026-12-20',
  'Orders, any attention': '/desk/orders?attention=any',
  'Orders, one attention': '/desk/orders?attention=mail_failed',
  'Orders, payment declined': '/desk/orders?payment=failed',
  'Orders of an SKU': '/desk/orders?q=SKU-77',
  'Orders of an address': '/desk/orders?q=c77@example.org',
  'Orders that nothing fits': '/desk/orders?phase=cancelled&hold=yes',
  'Orders by last change': '/desk/orders?policy=us&sort=updated',
  'an order': '/desk/orders/B777',
  Products: '/desk/products',
  'a product': '/desk/products/SKU-77',
  'the queue of a product': '/desk/products/SKU-77/queue',
  'the demand of a product': '/desk/products/SKU-77/demand',
  Supplies: '/desk/supplies',
  Results: '/desk/results',
  Messages: '/desk/messages',
  'all messages': '/desk/messages/list',
  'messages that failed': '/desk/messages/list?decision=failed',
  Plumbing: '/desk/plumbing',
  People: '/desk/people',
};

/** How long a page of the desk takes at the server, with so many orders. `DESK`: how many. */
export const desk = async (parts: Parts): Promise<Figure[]> => {
  const databaseUrl = await parts.database();
  const db = createDatabase(databaseUrl, { max: 1, limits: patient });
  say(`desk: filling ${short(orders)} orders`);
  await fillDesk(db, orders);
  await putOperator(db.sql, { operatorId: 'bench', name: 'Bench', role: 'manager' });
  await beginSession(db.sql, {
    ...{ tokenHash: hashKey(token), operatorId: 'bench', ends: sessionEnds },
  });
  await db.close();
  const api = await startApi({ databaseUrl, temporalAddress: nowhere, home: parts.home });
  const figures: Figure[] = [];
  for (const [name, path] of Object.entries(pages)) {
    figures.push(await figureOf(name, `${api.origin}${path}`));
  }
  await api.stop();
  return figures;
};

const figureOf = async (name: string, url: string): Promise<Figure> => {
  const what = `desk, ${name}, ${short(orders)} orders, p95`;
  const taken: number[] = [];
  // The first few find nothing in memory, as after a start.
  for (let nth = -3; nth < samples; nth++) {
    const begun = performance.now();
    const answer = await fetch(url, { headers: { Cookie: `meanwhile-desk=${token}` } });
    await answer.text();
    if (!answer.ok) throw new Error(`${url} was answered ${answer.status}`);
    if (nth >= 0) taken.push(performance.now() - begun);
  }
  const figure = taken.toSorted((a, b) => a - b)[Math.ceil(samples * 0.95) - 1] ?? Number.NaN;
  say(`${what}: ${short(figure)} ms`);
  return {
    what,
    unit: 'ms',
    figure,
    samples: taken,
    floor: null,
    ratio: null,
    bar: atMost(150, 'figure'),
  };
};

/** Filling takes longer than a request may. */
const patient = { lockMs: 60_000, statementMs: 600_000, idleMs: 600_000 };

/** An address where nothing listens. */
const nowhere = '127.0.0.1:1';
