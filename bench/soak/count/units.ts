import { findWrongSums } from '../../../test/db/stock/ledger/wrong-sums.ts';
import { type Aftermath, type Count, counted } from './count.ts';

type Shelf = { sku: string; received: number; onHand: number; allocated: number };
type Line = { orderId: string; quantity: number; shipped: number; cancelled: number };

/** Every unit that came is on its shelf or left with a parcel, and every unit ordered is told of. */
export const countUnits = async ({ stand, known }: Aftermath): Promise<Count[]> => {
  const { sql } = stand.db;
  const sums = Object.entries(await findWrongSums(stand.db));
  const shelves = await sql<Shelf[]>`select sku, received, on_hand, allocated from stock`;
  const lines = await sql<Line[]>`select order_id, quantity, shipped, cancelled from lines`;
  const received = shelves.filter(
    ({ sku, received: here }) => here !== (known.received.get(sku) ?? 0),
  );
  const left = lines.filter(
    (line) => line.shipped !== (known.shipped.has(line.orderId) ? line.quantity : 0),
  );
  return [
    counted(
      'units that the ledger holds, which adds up',
      total(lines.map(({ quantity }) => quantity)),
      sums.flatMap(([what, wrong]) => wrong.map((each) => `${what}: ${JSON.stringify(each)}`)),
    ),
    counted(
      'units received, each as the warehouse was answered',
      total(shelves.map((shelf) => shelf.received)),
      received.map(({ sku, received: here }) => `${sku}: ${here}, not ${known.received.get(sku)}`),
    ),
    counted(
      'units shipped, each as the warehouse was answered',
      total(lines.map(({ shipped }) => shipped)),
      left.map(({ orderId, shipped, quantity }) => `${orderId}: ${shipped} of ${quantity}`),
    ),
    counted(
      'units set aside after all was shipped',
      total(shelves.map(({ allocated }) => allocated)),
      shelves.filter(({ allocated }) => allocated !== 0).map(({ sku }) => sku),
    ),
  ];
};

const total = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
