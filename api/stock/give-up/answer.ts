import type { z } from '@hono/zod-openapi';
import type { Sql } from '../../../db/client.ts';
import { findSupply, listSupplies } from '../../../db/promise/supplies.ts';
import type { GivenUp } from '../../../db/stock/give-up/concerned.ts';
import {
  type ConcernedOrder,
  countStays,
  listConcerned,
  readConcerned,
} from '../../../db/stock/give-up/preview.ts';
import { type GiveUpProgress, isCounting, listLeft } from '../../../db/stock/give-up/read.ts';
import {
  type Settlement,
  settlementOf,
} from '../../../workflows/domain/payment/sums/settlement.ts';
import { problem } from '../../http/problem.ts';
import type { giveUpAnswer, giveUpPreview } from './schema.ts';

const pageOrders = 500;
const listed = 100;

type Preview = z.input<typeof giveUpPreview>;

/** What giving up would do at this moment. It reads page by page, until `budgetMs` is used up; all
 * orders are counted even then. */
export const previewGiveUp = async (
  sql: Sql,
  wanted: GivenUp,
  { budgetMs }: { budgetMs: number },
): Promise<Preview> => {
  const givenUp = await atItsLocation(sql, wanted);
  const endsAt = performance.now() + budgetMs;
  const counts = { lines: 0, units: 0, whole: 0, partial: 0 };
  const sums = new Map<string, Settlement>();
  const first: Preview['listed'] = [];
  let isCut = false;
  const concerned = await listConcerned(sql, givenUp);
  for (let begin = 0; begin < concerned.length; begin += pageOrders) {
    if (begin > 0 && performance.now() >= endsAt) {
      isCut = true;
      break;
    }
    const page = concerned.slice(begin, begin + pageOrders);
    for (const order of await readConcerned(sql, givenUp, page)) {
      const units = order.parts.reduce((sum, { quantity }) => sum + quantity, 0);
      counts.lines += order.parts.length;
      counts.units += units;
      counts[order.isWhole ? 'whole' : 'partial']++;
      sums.set(order.currency, plus(sums.get(order.currency), moneyOf(order)));
      if (first.length < listed) {
        first.push({ orderId: order.orderId, units, whole: order.isWhole });
      }
    }
  }
  return {
    ...givenUp,
    orders: concerned.length,
    ...counts,
    money: [...sums].map(([currency, sum]) => showSettlement(currency, sum)),
    stays: await countStays(sql, givenUp),
    withdrawn: await listWithdrawn(sql, givenUp),
    listed: first,
    more: isCut || concerned.length > listed,
  };
};

/** Throws a 404 for a supply that is not expected, or is of another SKU or location. */
const atItsLocation = async (sql: Sql, givenUp: GivenUp): Promise<GivenUp> => {
  const { sku, location, supplyId } = givenUp;
  if (supplyId === null) return givenUp;
  const supply = await findSupply(sql, supplyId);
  const isThere = supply && !supply.isWithdrawn && supply.sku === sku;
  if (!isThere || (location !== null && location !== supply.location)) throw noSupply(supplyId);
  return { ...givenUp, location: supply.location };
};

export const noSupply = (supplyId: string) =>
  problem('not_found', { detail: `No supply ${supplyId} of it is expected.` });

const listWithdrawn = async (
  sql: Sql,
  { sku, location, supplyId }: GivenUp,
): Promise<Preview['withdrawn']> => {
  const supplies = await listSupplies(sql, { sku, location });
  return supplies
    .filter((supply) => supplyId === null || supply.supplyId === supplyId)
    .map((supply) => ({ supplyId: supply.supplyId, quantity: supply.quantity }));
};

/** Before its workflow has shown anything, what the storefront took counts as paid. */
const moneyOf = ({ state, parts, lines, paidUpfront }: ConcernedOrder): Settlement => {
  if (state !== null) return settlementOf(state, parts);
  const worthOf = (quantity: (line: (typeof lines)[number]) => number) =>
    lines.reduce((sum, line) => sum + Math.round((line.total * quantity(line)) / line.quantity), 0);
  const left = worthOf((line) => line.quantity - line.cancelled);
  const worth = worthOf((line) => parts.find((p) => p.lineId === line.lineId)?.quantity ?? 0);
  const refunded = Math.min(worth, Math.max(0, (paidUpfront ?? 0) - (left - worth)));
  return { refunded, voided: 0, neverCharged: worth - refunded };
};

const plus = (sum: Settlement | undefined, more: Settlement): Settlement => ({
  refunded: (sum?.refunded ?? 0) + more.refunded,
  voided: (sum?.voided ?? 0) + more.voided,
  neverCharged: (sum?.neverCharged ?? 0) + more.neverCharged,
});

const showSettlement = (currency: string, sum: Settlement) => ({
  refunded: { amount: sum.refunded, currency },
  voided: { amount: sum.voided, currency },
  neverCharged: { amount: sum.neverCharged, currency },
});

/** How far it has come, without those that are left. */
export const showGiveUp = async (sql: Sql, progress: GiveUpProgress) => {
  const { perMinute, ...found } = progress;
  const state = found.endedAt === null ? ('running' as const) : ('done' as const);
  const counting = await isCounting(sql, progress);
  const left = found.total - found.cancelled - found.gone - found.refused;
  const isUnknown = left === 0 || counting || perMinute === 0;
  return { ...found, state, counting, minutesLeft: isUnknown ? null : Math.ceil(left / perMinute) };
};

/** The same with them. */
export const showWithLeft = async (
  sql: Sql,
  found: GiveUpProgress,
): Promise<z.input<typeof giveUpAnswer>> => {
  const left = await listLeft(sql, { giveUpId: found.giveUpId, limit: listed });
  const shown = await showGiveUp(sql, found);
  return { ...shown, left: left.map(({ orderId, code }) => ({ orderId, code })) };
};
