import type { Db } from '../../db/client.ts';
import { finishAct, type OwedAct, postponeAct } from '../../db/connector/acts.ts';
import { isStillOwed } from '../../workflows/domain/connector/acts.ts';
import { minuteMs } from '../../workflows/domain/time.ts';
import { readHere } from './here-of.ts';
import type { OpenShop } from './open-shop.ts';
import { lookAtOrder } from './order/look.ts';
import type { LookDeps } from './order/place.ts';
import { concernsShop, detailOf } from './trouble.ts';

/**
 * Whether an act is to be done now. It may have waited for long, so that the order is looked at
 * first. What the shop has come to by itself, or a person has answered for, is dropped; where the
 * shop does not say, it waits on.
 */
export const isToBeDone = async (
  deps: LookDeps,
  shop: OpenShop,
  owed: OwedAct,
): Promise<boolean> => {
  const { db } = deps;
  const { key } = owed;
  if (!isCompared(owed)) return true;
  try {
    await lookAtOrder(deps, shop, owed.act.orderId);
  } catch (error) {
    if (concernsShop(error)) throw error;
    await postponeAct(db.sql, { key, detail: detailOf(error), delayMs: minuteMs });
    return false;
  }
  if (await isOwed(db, owed)) return true;
  await finishAct(db.sql, { key, outcome: 'overtaken' });
  return false;
};

type Compared = OwedAct & { act: Extract<OwedAct['act'], { orderId: string }> };

/** One that may have been done already is found by its key. Money that went twice does not return. */
const isCompared = (owed: OwedAct): owed is Compared => {
  const { kind } = owed.act;
  if (kind === 'refunded') return true;
  return owed.tries === 0 && (kind === 'shipped' || kind === 'cancelled');
};

const isOwed = async ({ sql }: Db, { orderId, act }: Compared): Promise<boolean> => {
  const known = orderId === null ? undefined : await readHere(sql, orderId);
  return known !== undefined && isStillOwed(act, known.here, known.link.seen);
};
