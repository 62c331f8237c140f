import { noToll, tollOf } from '../../workflows/domain/promise/toll.ts';
import type { Shelf } from '../../workflows/domain/stock/allocation.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { Broken } from '../schema/promise/supply-changes.ts';
import type { Position } from '../stock/queue/queue.ts';
import { projectPage } from './project-shelf.ts';
import { findSupply, type StoredSupply, type SupplyChange } from './supplies.ts';
import { type SupplyReport, shelvesOf, shown } from './supply-changes.ts';
import { listed, pageOrders } from './supply-walk.ts';

type Previewed = { supplyId: string; change: (SupplyChange & { bodyHash: string }) | null };
type Within = { budgetMs: number; now: Instant };

/**
 * What a change would do at this moment; `change: null` withdraws the supply. The queue is walked
 * by the same code as in earnest, and nothing is written. Undefined when there is nothing to
 * withdraw.
 */
export const previewSupply = async (
  sql: Sql,
  { supplyId, change }: Previewed,
  within: Within,
): Promise<SupplyReport | undefined> => {
  const known = await findSupply(sql, supplyId);
  if (!known && !change) return undefined;
  const supply = change
    ? shown({ share: false, note: null, ...change, updatedAt: new Date().toISOString() })
    : shown({ ...(known as StoredSupply), quantity: 0 });
  if (known && saysTheSame(known, change)) {
    return { supply: shown(known), moved: 0, broken: [], toll: noToll, more: false };
  }
  const endsAt = performance.now() + within.budgetMs;
  const total = { moved: 0, broken: new Map<string, Broken>(), more: false };
  for (const shelf of shelvesOf(known, change)) {
    const walk = await previewShelf(sql, { supplyId, change, shelf, endsAt, now: within.now });
    total.moved += walk.moved;
    total.more ||= walk.more;
    for (const each of walk.broken) total.broken.set(each.orderId, each);
  }
  const broken = [...total.broken.values()];
  const more = total.more || broken.length > listed;
  return {
    supply,
    moved: total.moved,
    broken: broken.slice(0, listed),
    toll: tollOf(broken),
    more,
  };
};

const saysTheSame = (known: StoredSupply, change: Previewed['change']): boolean =>
  change ? !known.isWithdrawn && known.bodyHash === change.bodyHash : known.isWithdrawn;

const previewShelf = async (
  sql: Sql,
  {
    supplyId,
    change,
    shelf,
    endsAt,
    now,
  }: Previewed & { shelf: Shelf; endsAt: number; now: Instant },
): Promise<Pick<SupplyReport, 'moved' | 'broken' | 'more'>> => {
  const walk = { moved: 0, broken: [] as Broken[], more: false };
  let after: Position | null = null;
  for (;;) {
    const page = await projectPage(sql, {
      shelf,
      after,
      limit: pageOrders,
      now,
      before: null,
      change: { supplyId, to: change },
    });
    walk.moved += page.moved;
    walk.broken.push(...page.broken);
    after = page.last;
    if (!page.isFull) return walk;
    if (performance.now() >= endsAt) return { ...walk, more: true };
  }
};
