import { z } from '@hono/zod-openapi';
import type { Db } from '../../db/client.ts';
import { runSupplyChange } from '../../db/promise/supply-changes.ts';
import type { ImportKind } from '../../db/schema/import/imports.ts';
import type { Scope } from '../access/auth.ts';
import { takeOrder } from '../backorder/checkout/route.ts';
import { checkout } from '../backorder/checkout/schema.ts';
import type { RouteDeps } from '../deps.ts';
import { id, sku } from '../http/scalars.ts';
import { announceSupply } from '../promise/supplies.ts';
import { supplyChange } from '../promise/supply-schema.ts';
import { count } from '../stock/correction-schema.ts';
import { enterCount } from '../stock/corrections.ts';
import { productChange } from '../storefront/product-schema.ts';
import { describeProduct } from '../storefront/products.ts';
import { type Column, columnsOf } from './columns.ts';
import type { Body } from './to-body.ts';

export type ActDeps = {
  db: Db;
  config: Pick<RouteDeps['config'], 'askDays' | 'excitementControl'>;
};

/** Where a row stands, for what the file leaves out. */
export type Origin = { fileHash: string | null; line: number };

/** What the rows of a file of one kind say, and what is done for each. */
export type Kind = {
  scope: Scope;
  columns: Column[];
  /** The list to which each line of a row adds an object. */
  nested: string | null;
  /** Columns that name a row. Those that a file does not have are passed over. */
  identity: readonly string[];
  /** The orders that it touches have news. */
  makesNews: boolean;
  /** Checks a row as the route checks its body. */
  check: (row: Body, origin: Origin) => Checked;
};

/** What is wrong with a row, or the act that it asks for, which throws the problem that refuses it. */
export type Checked =
  | { issues: z.core.$ZodIssue[] }
  | { act: (deps: ActDeps) => Promise<{ isUnchanged: boolean }> };

/** What a route takes: what its path names, and its body. */
type Route<Named, Said> = {
  path: z.ZodType<Named> & { shape: object };
  body: z.ZodType<Said>;
  act: (deps: ActDeps, named: Named, said: Said) => Promise<{ isUnchanged: boolean }>;
  /** Fills in what a file may leave out. */
  fill?: (body: Body, origin: Origin) => Body;
  /** Columns that `fill` makes good. */
  filled?: readonly string[];
};

const none = z.strictObject({});

const kindOf = <Named, Said>(
  { path, body, act, fill = (row) => row, filled = [] }: Route<Named, Said>,
  kind: Pick<Kind, 'scope' | 'identity' | 'nested' | 'makesNews'>,
): Kind => {
  const columns = [...columnsOf(path, null), ...columnsOf(body, kind.nested)];
  const names = Object.keys(path.shape);
  return {
    ...kind,
    columns: columns.map((column) =>
      filled.includes(column.name) ? { ...column, isRequired: false } : column,
    ),
    check: (row, origin) => {
      const entries = Object.entries(fill(row, origin));
      const part = (isNamed: boolean) =>
        Object.fromEntries(entries.filter(([field]) => names.includes(field) === isNamed));
      const named = path.safeParse(part(true));
      const said = body.safeParse(part(false));
      return named.success && said.success
        ? { act: (deps) => act(deps, named.data, said.data) }
        : { issues: [...(named.error?.issues ?? []), ...(said.error?.issues ?? [])] };
    },
  };
};

/** How long a row waits for its queue to be walked; a sweep does the rest. */
const walkBudgetMs = 1_000;

export const kinds: Record<ImportKind, Kind> = {
  products: kindOf(
    {
      path: z.strictObject({ sku }),
      body: productChange,
      act: async (deps, named, said) => {
        const { unchanged } = await describeProduct(deps, named.sku, said);
        return { isUnchanged: unchanged };
      },
    },
    { scope: 'inventory', identity: ['sku'], nested: null, makesNews: false },
  ),
  stock: kindOf(
    {
      path: z.strictObject({ sku }),
      body: count,
      // Named after the file and the line, so that the same file again is the same counts.
      fill: (body, { fileHash, line }) => ({
        countId: `csv:${fileHash?.slice(0, 32)}:${line}`,
        ...body,
      }),
      filled: ['countId'],
      act: async (deps, named, said) => {
        const { done } = await enterCount(deps, named.sku, said);
        return { isUnchanged: done.outcome === 'replayed' };
      },
    },
    {
      scope: 'inventory',
      identity: ['sku', 'location', 'countedAt'],
      nested: null,
      makesNews: true,
    },
  ),
  supplies: kindOf(
    {
      path: z.strictObject({ supplyId: id }),
      body: supplyChange,
      act: async (deps, { supplyId }, said) => {
        const { revision, outcome } = await announceSupply(deps, supplyId, said);
        const change = { supplyId, revision };
        const now = new Date().toISOString();
        await runSupplyChange(deps.db, change, { budgetMs: walkBudgetMs, now });
        return { isUnchanged: outcome === 'unchanged' };
      },
    },
    { scope: 'inventory', identity: ['supplyId'], nested: null, makesNews: true },
  ),
  backorders: kindOf(
    {
      path: none,
      body: checkout.refine((order) => order.import !== false, {
        path: ['import'],
        message: 'A file brings orders of another system, so that it is true',
      }),
      fill: (body) => ({ import: true, ...body }),
      act: async (deps, _named, said) => {
        const { placed } = await takeOrder(deps, said);
        return { isUnchanged: placed.outcome === 'exists' };
      },
    },
    { scope: 'checkout', identity: ['orderId'], nested: 'lines', makesNews: true },
  ),
};
