import { findBackorder } from '../../db/backorder/read.ts';
import type { Db, Sql } from '../../db/client.ts';
import {
  beginAct,
  finishAct,
  forbidAct,
  listDueActs,
  type OwedAct,
  oweActs,
  postponeAct,
} from '../../db/connector/acts.ts';
import { listUntold, setTold, wantLook } from '../../db/connector/orders.ts';
import { noteError } from '../../db/connector/shops.ts';
import { raiseAttention } from '../../db/record/attention.ts';
import { appendTimeline } from '../../db/record/timeline.ts';
import { inTransaction } from '../../db/transaction.ts';
import { owedActs } from '../../workflows/domain/connector/acts.ts';
import { addMs } from '../../workflows/domain/time.ts';
import { nowOf } from '../http/order-time.ts';
import { readHere } from './here-of.ts';
import type { OpenShop } from './open-shop.ts';
import type { LookDeps } from './order/place.ts';
import type { ShopAct, ShopAnswer } from './port.ts';
import { isToBeDone } from './still-owed.ts';
import { there } from './there.ts';
import { ShopTrouble } from './trouble.ts';

type Deps = { db: Db };

const batch = 50;

/** A refund is looked for so long after the platform took the request for it. */
const refundShowsMs = 15_000;
const longestDelayMs = 10 * 60_000;
/** A refund that may be under way shows by then: only after that it is looked up and asked again. */
const doubtMs = 2 * 60_000;
const forbiddenDelayMs = 10 * 60_000;

/** Writes down what the shop is owed of the orders that have changed since it was told last. */
export const oweNews = async (deps: Deps, shop: OpenShop): Promise<void> => {
  for (const untold of await listUntold(deps.db.sql, shop.id, { limit: batch })) {
    await inTransaction(deps.db, async (sql) => {
      const { orderId } = untold;
      const known = await readHere(sql, orderId);
      if (!known) return;
      const { row, link, parcels, here } = known;
      const acts = owedActs(here, link.seen);
      await oweActs(sql, { shop: shop.id, orderId, acts });
      await setTold(sql, { orderId, revision: row.revision ?? untold.revision });
      const isRefusedThere = parcels.some(
        ({ shipmentId, status }) => status === 'refused' && shipmentId.startsWith(there),
      );
      if (isRefusedThere && row.view?.phase === 'ready_to_ship') {
        await wantLook(sql, orderId, new Date().toISOString());
      }
    });
  }
};

/** Does what is owed and due. Throws `ShopTrouble` when the whole shop is to be left alone. */
export const doActs = async (
  deps: LookDeps,
  shop: OpenShop,
  { goOn }: { goOn: () => Promise<boolean> },
): Promise<void> => {
  const { db } = deps;
  for (const owed of await listDueActs(db.sql, shop.id, { limit: batch })) {
    if (!(await goOn())) return;
    if (!(await isToBeDone(deps, shop, owed))) continue;
    await beginAct(db.sql, owed.key, { doubtMs: doubtMsOf(owed.act) });
    await settle({ db }, shop, owed, await shop.platform.apply(owed.act));
  }
};

const settle = async (
  { db }: Deps,
  shop: OpenShop,
  owed: OwedAct,
  answer: ShopAnswer<{ reference: string }>,
): Promise<void> => {
  const { key, orderId, act, tries } = owed;
  if (answer.outcome === 'ok') {
    const { reference } = answer.value;
    await finishAct(db.sql, { key, outcome: 'done', reference });
    if (orderId !== null) await noteDone(db, { orderId, act });
    return;
  }
  const { detail } = answer;
  if (answer.outcome === 'later') {
    await postponeAct(db.sql, { key, detail, delayMs: answer.retryAfterMs });
    throw new ShopTrouble(answer);
  }
  if (answer.outcome === 'unknown') {
    const delayMs = Math.max(doubtMsOf(act), Math.min(2_000 * 2 ** tries, longestDelayMs));
    await postponeAct(db.sql, { key, detail, delayMs });
    return;
  }
  if (answer.code === 'gone') throw new ShopTrouble(answer);
  await noteError(db.sql, shop.id, `${act.kind}: ${detail}`);
  const { code } = answer;
  const isNew = await leave(db.sql, { key, code, detail });
  if (isNew && orderId !== null && act.kind !== 'promised') {
    await askPerson(db, { orderId, act, code, detail });
  }
};

type Refused = Extract<ShopAnswer<never>, { outcome: 'refused' }>;

/** Whether it is news that the platform does not do it: what is forbidden may be allowed again. */
const leave = async (
  sql: Sql,
  { key, code, detail }: Pick<Refused, 'code' | 'detail'> & { key: string },
): Promise<boolean> => {
  if (code === 'forbidden') return forbidAct(sql, { key, detail, delayMs: forbiddenDelayMs });
  await finishAct(sql, { key, outcome: 'refused', detail });
  return true;
};

const doubtMsOf = ({ kind }: ShopAct): number => (kind === 'refunded' ? doubtMs : 0);

const noteDone = async (
  db: Db,
  { orderId, act }: { orderId: string; act: ShopAct },
): Promise<void> => {
  const summary = told[act.kind];
  if (summary === undefined) return;
  await appendTimeline(db.sql, [
    { orderId, key: `told/${act.key}`, type: 'ShopTold', summary, detail: { kind: act.kind } },
  ]);
  if (act.kind !== 'refunded') return;
  await wantLook(db.sql, orderId, addMs(new Date().toISOString(), refundShowsMs));
};

const told: Partial<Record<ShopAct['kind'], string>> = {
  shipped: 'The shop was told of the shipment',
  cancelled: 'The shop was told of the cancellation',
  refunded: 'The shop was asked to give the money back',
};

const askPerson = async (
  db: Db,
  {
    orderId,
    act,
    code,
    detail,
  }: Pick<Refused, 'code' | 'detail'> & { orderId: string; act: ShopAct },
): Promise<void> =>
  inTransaction(db, async (sql) => {
    const row = await findBackorder(sql, orderId);
    if (!row) return;
    const isForbidden = code === 'forbidden';
    const summary = `The shop ${isForbidden ? 'forbids us' : 'did not take'} this: ${act.kind}`;
    const key = `${isForbidden ? code : 'told'}/${act.key}`;
    await appendTimeline(sql, [
      { orderId, key, type: 'ShopRefused', summary, detail: { why: detail } },
    ]);
    await raiseAttention(sql, { orderId, code: 'shop_differs', at: nowOf(row) });
  });
