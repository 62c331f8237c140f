import type { Logger } from 'pino';
import type { Db } from '../../db/client.ts';
import {
  type Delivery,
  finishDelivery,
  listDueDeliveries,
  postponeDelivery,
} from '../../db/connector/deliveries.ts';
import { listToLookAt, postponeLook } from '../../db/connector/orders.ts';
import {
  noteFailure,
  noteWorking,
  restShop,
  type ShopRow,
  setGone,
} from '../../db/connector/shops.ts';
import { addMs, minuteMs } from '../../workflows/domain/time.ts';
import { countLevels, readLevels, wantLevelOf, wantLostLevels } from './levels.ts';
import type { OpenShop } from './open-shop.ts';
import { lookAtOrder, orderIdOf } from './order/look.ts';
import type { LookDeps } from './order/place.ts';
import { checkHooks, pull } from './pull.ts';
import { oweAvailability, oweWidget, type Say } from './say-availability.ts';
import { doActs, oweNews } from './tell-shop.ts';
import { concernsShop, detailOf, ShopTrouble } from './trouble.ts';

export type WorkDeps = LookDeps & {
  db: Db;
  logger: Logger;
  publicUrl: string;
  say: Say;
  /** Between two readings of a lower level. */
  agreeMs: number;
};

const batch = 50;
const longestDelayMs = 60_000;
const lookAgainMs = minuteMs;
/** So many looks in a row without an answer are the shop's trouble and not the orders'. */
const manySilent = 3;

/**
 * Does for one shop what is due there: looks, hooks, pull, levels, acts. `goOn` answers whether the
 * shop is still this process's, and is asked before each call of the platform. Never throws for what
 * the platform says: the shop rests then, and whatever was under way is repeated.
 */
export const workFor = async (
  deps: WorkDeps,
  row: ShopRow,
  { open, goOn }: { open: (row: ShopRow) => OpenShop; goOn: () => Promise<boolean> },
): Promise<void> => {
  const { db, logger } = deps;
  const { id } = row;
  try {
    const shop = open(row);
    const isAsked = await round(deps, { row, shop, goOn });
    if (isAsked) await noteWorking(db.sql, id);
  } catch (error) {
    if (!(error instanceof ShopTrouble)) {
      logger.warn({ err: error, shop: id }, 'the work for a shop is made up for later');
      await noteFailure(db.sql, { id, detail: detailOf(error), restMs: restMsOf(row) });
      return;
    }
    const { answer } = error;
    const detail = detailOf(error);
    logger.warn({ shop: id, ...answer }, 'a shop cannot be asked');
    if (answer.outcome === 'later' && !answer.isSilent) {
      await restShop(db.sql, id, answer.retryAfterMs);
    } else if (answer.outcome === 'refused' && answer.code === 'gone') {
      await setGone(db.sql, id, detail);
    } else await noteFailure(db.sql, { id, detail, restMs: restMsOf(row) });
  }
};

/** Longer each time, up to five minutes. */
const restMsOf = ({ failures }: ShopRow): number =>
  Math.min(5_000 * 2 ** Math.min(failures, 10), 5 * minuteMs);

type Round = { row: ShopRow; shop: OpenShop; goOn: () => Promise<boolean> };

/** Answers whether the platform was asked for its list, and so is known to work. */
const round = async (deps: WorkDeps, { row, shop, goOn }: Round): Promise<boolean> => {
  const now = new Date().toISOString();
  const isPullDue = row.nextPullAt <= now || row.pullBeganAt !== null || row.state === 'failing';
  if (row.nextHooksAt <= now) {
    const { revived } = await checkHooks(deps, shop);
    if (revived.length > 0) deps.logger.warn({ shop: shop.id, revived }, 'hooks were revived');
    await oweWidget(deps, row);
  }
  await lookAtDue(deps, { row, shop, goOn });
  await readLevels(deps, shop, { goOn });
  if (isPullDue) {
    await wantLostLevels(deps, shop);
    await pull(deps, shop, { goOn });
    await lookAtDue(deps, { row, shop, goOn });
    await oweAvailability(deps, shop);
  }
  await countLevels(deps, shop);
  await oweNews(deps, shop);
  await doActs(deps, shop, { goOn });
  return isPullDue;
};

/** Looks at what deliveries, pulls and our own clock name, each order once. */
const lookAtDue = async (deps: WorkDeps, { shop, goOn }: Round): Promise<void> => {
  const { db } = deps;
  const due = await listDueDeliveries(db.sql, shop.id, { limit: batch });
  let silent = 0;
  for (const same of bySubject(due)) {
    if (!(await goOn())) return;
    silent = (await lookAt(deps, shop, same)) ? 0 : silent + 1;
    if (silent >= manySilent) {
      throw new ShopTrouble({ outcome: 'unknown', detail: 'It does not answer' });
    }
  }
  for (const platformId of await listToLookAt(db.sql, shop.id, { limit: batch })) {
    if (!(await goOn())) return;
    await lookByOurselves(deps, shop, platformId);
  }
};

const bySubject = (due: readonly Delivery[]): Delivery[][] => {
  const subjects = new Map<string, Delivery[]>();
  for (const delivery of due) {
    const subject = JSON.stringify(delivery.about);
    subjects.set(subject, [...(subjects.get(subject) ?? []), delivery]);
  }
  return [...subjects.values()];
};

/** Whether it was looked at; otherwise it is put off, and others are not kept waiting. */
const lookAt = async (
  deps: WorkDeps,
  shop: OpenShop,
  same: readonly Delivery[],
): Promise<boolean> => {
  const { db, logger } = deps;
  const [first] = same;
  if (!first) return true;
  const { about, attempts } = first;
  try {
    if (about === 'gone') {
      for (const each of same) await finishDelivery(db.sql, each);
      throw new ShopTrouble({ outcome: 'refused', code: 'gone', detail: 'The shop removed us' });
    }
    if ('orderId' in about) await lookAtOrder(deps, shop, about.orderId);
    else await wantLevelOf(deps, shop, about);
    for (const each of same) await finishDelivery(db.sql, each);
    return true;
  } catch (error) {
    if (concernsShop(error)) throw error;
    logger.warn({ err: error, shop: shop.id, about }, 'a shop is looked at again later');
    const delayMs = Math.min(1_000 * 2 ** attempts, longestDelayMs);
    for (const each of same) {
      await postponeDelivery(db.sql, { ...each, detail: detailOf(error), delayMs });
    }
    return !(error instanceof ShopTrouble && error.answer.outcome === 'unknown');
  }
};

const lookByOurselves = async (
  deps: WorkDeps,
  shop: OpenShop,
  platformId: string,
): Promise<void> => {
  const { db, logger } = deps;
  try {
    await lookAtOrder(deps, shop, platformId);
  } catch (error) {
    if (concernsShop(error)) throw error;
    logger.warn({ err: error, shop: shop.id, platformId }, 'a shop is looked at again later');
    const at = addMs(new Date().toISOString(), lookAgainMs);
    await postponeLook(db.sql, orderIdOf(shop, platformId), at);
  }
};
