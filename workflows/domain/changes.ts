import type { Backorder } from './backorder/backorder.ts';
import type { Fact } from './backorder/fact.ts';
import type { Snapshot } from './backorder/snapshot.ts';
import type { Change } from './event-type.ts';

/**
 * What a fact has changed that others may want to hear of, each time it happens: two shipments are
 * two changes, however soon the second one follows. What ends, such as attention, is none.
 */
export const changesOf = (fact: Fact, before: Backorder, after: Backorder): Change[] => {
  if (after === before) return [];
  const name = (type: Change['type'], detail = ''): Change => ({
    key: `${type}/${after.revision}${detail && `/${detail}`}`,
    type,
  });
  return [
    ...left(fact, before, after).map((type) => name(type)),
    ...(isMoreFirm(before.stock, after.stock) ? [name('backorder.ready_to_ship')] : []),
    ...(isOtherDay(fact, before) ? [name('backorder.promise_changed')] : []),
    ...raised(before, after).map((code) => name('backorder.attention', code)),
  ];
};

type Leaving = 'backorder.shipped' | 'backorder.cancelled';

/**
 * What units left by. The ledger may show an act before it says that it was done, so a known act
 * counts when it is said, and what nobody here has asked for when it is shown.
 */
const left = (fact: Fact, before: Backorder, after: Backorder): Leaving[] => {
  const act =
    fact.type === 'StockActApplied'
      ? before.acts.find(({ actId }) => actId === fact.actId)
      : undefined;
  if (act && fact.type === 'StockActApplied') {
    if (fact.lines.length === 0) return [];
    return [act.type === 'ship' ? 'backorder.shipped' : 'backorder.cancelled'];
  }
  if (before.acts.length > 0) return [];
  const grown = (count: 'shipped' | 'cancelled') =>
    sumOf(after.stock, count) > sumOf(before.stock, count);
  return [
    ...(grown('shipped') ? (['backorder.shipped'] as const) : []),
    ...(grown('cancelled') ? (['backorder.cancelled'] as const) : []),
  ];
};

const sumOf = ({ lines }: Snapshot, count: 'shipped' | 'cancelled'): number =>
  lines.reduce((sum, line) => sum + line[count], 0);

const isMoreFirm = (before: Snapshot, after: Snapshot): boolean =>
  after.leases.some(
    ({ leaseId, state }) =>
      state === 'firm' &&
      !before.leases.some((each) => each.leaseId === leaseId && each.state === 'firm'),
  );

const isOtherDay = (fact: Fact, before: Backorder): boolean =>
  fact.type === 'PromiseChanged' && fact.on !== (before.promise?.on ?? null);

const raised = (before: Backorder, after: Backorder): string[] =>
  after.attention
    .filter(({ code, at }) => !before.attention.some((old) => old.code === code && old.at === at))
    .map(({ code }) => code);
