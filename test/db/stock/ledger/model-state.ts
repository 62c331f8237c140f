import type { Fulfilment } from '../../../../workflows/domain/stock/allocation.ts';
import { type Act, nameOf, orders, skus } from './model-acts.ts';

/** The ledger as a few maps: what one person with a pencil would keep. */
export type Model = { free: Record<string, number>; orders: Record<string, Kept> };

type Kept = {
  name: string;
  fulfilment: Fulfilment;
  priority: number;
  at: number;
  barred: boolean;
  lines: { sku: string; waiting: number; shipped: number; cancelled: number }[];
  /** Units by line, oldest first. */
  leases: { isFirm: boolean; units: number[] }[];
};

export const emptyModel = (): Model => ({
  free: Object.fromEntries(skus.map((sku) => [sku, 0])),
  orders: {},
});

/** One act after the other; then the queue takes what is free. */
export const apply = (model: Model, act: Act): void => {
  change(model, act);
  for (const order of queueOf(model)) fill(model, order);
};

const change = (model: Model, act: Act): void => {
  if (act.type === 'checkout') checkout(model, act);
  else if (act.type === 'receive') put(model, act.sku, act.quantity);
  else if ('order' in act) changeOrder(model, act);
  else throw new Error(`${act.type} is not decided by order alone`);
};

const changeOrder = (model: Model, act: Extract<Act, { order: number }>): void => {
  const order = model.orders[nameOf(act.order)];
  if (!order) return;
  const [lease] = order.leases;
  if (act.type === 'cancel') cancel(model, order, act.all);
  if (act.type === 'rejoin') order.barred = false;
  if (act.type === 'priority') order.priority = act.priority;
  if (act.type === 'firm' && lease) lease.isFirm = true;
  if (act.type === 'release' && lease && !lease.isFirm) {
    for (const [line, units] of lease.units.entries()) {
      lineOf(order, line).waiting += units;
      put(model, lineOf(order, line).sku, units);
    }
    order.leases.shift();
    order.barred ||= act.bar;
  }
  if (act.type === 'ship' && lease) {
    for (const [line, units] of [...lease.units].entries()) {
      lineOf(order, line).shipped += take(order, line, units, [true, false]);
    }
  }
  order.leases = order.leases.filter(({ units }) => units.some((count) => count > 0));
};

const checkout = (model: Model, act: Extract<Act, { type: 'checkout' }>): void => {
  const name = nameOf(act.n % orders);
  if (model.orders[name]) return;
  const { fulfilment, priority, at, wanted } = act;
  const lines = wanted.map(({ sku, quantity }) => ({
    sku,
    waiting: quantity,
    shipped: 0,
    cancelled: 0,
  }));
  model.orders[name] = { name, fulfilment, priority, at, barred: false, lines, leases: [] };
};

/** Waiting units first, then the newest leases, firm ones last. */
const cancel = (model: Model, order: Kept, all: boolean): void => {
  for (const [index, line] of order.lines.entries()) {
    const wanted = all ? Number.MAX_SAFE_INTEGER : index === 0 ? 1 : 0;
    const waiting = Math.min(line.waiting, wanted);
    line.waiting -= waiting;
    order.leases.reverse();
    const allocated = take(order, index, wanted - waiting, [false, true]);
    order.leases.reverse();
    line.cancelled += waiting + allocated;
    put(model, line.sku, allocated);
  }
};

/** Takes units of a line out of leases, of one firmness after the other; answers how many. */
const take = (order: Kept, line: number, wanted: number, firmness: boolean[]): number => {
  let left = wanted;
  for (const isFirm of firmness) {
    for (const lease of order.leases.filter((each) => each.isFirm === isFirm)) {
      const units = Math.min(left, lease.units[line] ?? 0);
      lease.units[line] = (lease.units[line] ?? 0) - units;
      left -= units;
    }
  }
  return wanted - left;
};

const queueOf = (model: Model): Kept[] =>
  Object.values(model.orders)
    .filter((order) => !order.barred)
    .sort((a, b) => b.priority - a.priority || a.at - b.at || (a.name < b.name ? -1 : 1));

const fill = (model: Model, order: Kept): void => {
  const units = order.lines.map(({ sku, waiting }) => {
    const free = model.free[sku] ?? 0;
    return order.fulfilment === 'ship-available' || waiting <= free ? Math.min(waiting, free) : 0;
  });
  const isWhole = order.lines.every(({ waiting }, line) => units[line] === waiting);
  if (order.fulfilment === 'whole-order' && !isWhole) return;
  if (units.every((count) => count === 0)) return;
  for (const [line, count] of units.entries()) {
    lineOf(order, line).waiting -= count;
    put(model, lineOf(order, line).sku, -count);
  }
  order.leases.push({ isFirm: false, units });
};

const lineOf = (order: Kept, index: number): Kept['lines'][number] => {
  const line = order.lines[index];
  if (!line) throw new Error(`${order.name} has no line ${index}`);
  return line;
};

const put = (model: Model, sku: string, units: number): void => {
  model.free[sku] = (model.free[sku] ?? 0) + units;
};

/** Each line of each order and each shelf in words, to be compared with the database. */
export const tell = ({ free, orders }: Model): string[] => [
  ...skus.filter((sku) => free[sku]).map((sku) => `${sku} free ${free[sku]}`),
  ...Object.values(orders)
    .flatMap(({ name, lines, leases }) =>
      lines.map(({ waiting, shipped, cancelled }, line) => {
        const sum = (isFirm: boolean) =>
          leases
            .filter((lease) => lease.isFirm === isFirm)
            .reduce((all, { units }) => all + (units[line] ?? 0), 0);
        const counts = [waiting, sum(false), sum(true), shipped, cancelled].join(' ');
        return `${name}/${line + 1} ${counts}`;
      }),
    )
    .sort(),
];
