import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Order, Product, StoreState } from './records.ts';
import { firstProducts } from './shop/first-products.ts';

/**
 * What a small store has, in memory; with a folder it outlives the process. `save` is called before
 * anybody is told of a change, and replaces the file as a whole.
 */
export const openStore = ({ folder }: { folder?: string | undefined } = {}) => {
  const path = folder && join(folder, 'bigcommerce.json');
  const state: StoreState =
    path && existsSync(path)
      ? (JSON.parse(readFileSync(path, 'utf8')) as StoreState)
      : emptyStore();
  if (folder) mkdirSync(folder, { recursive: true });
  return {
    state,
    nextId: (): number => {
      state.nextId += 1;
      return state.nextId;
    },
    findProduct: (id: number): Product | undefined =>
      state.products.find((product) => product.id === id),
    findSku: (sku: string): Product | undefined =>
      state.products.find((product) => product.sku === sku),
    findOrder: (id: number): Order | undefined => state.orders.find((order) => order.id === id),
    save: (): void => {
      if (!path) return;
      writeFileSync(`${path}.new`, JSON.stringify(state));
      renameSync(`${path}.new`, path);
    },
  };
};

export type Store = ReturnType<typeof openStore>;

const emptyStore = (): StoreState => ({
  nextId: 1_000,
  products: firstProducts(),
  orders: [],
  hooks: [],
  scripts: [],
});
