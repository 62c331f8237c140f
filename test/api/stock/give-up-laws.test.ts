import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { empty, place, receive } from '../../db/cast.ts';
import { startTestApp } from '../test-app.ts';
import { forgetAll, givingUpAt } from './give-up-cast.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
beforeEach(() => forgetAll(api));
afterAll(() => api.close());

const { giveUp, progressOf, carryOut, sweep, dueNow } = givingUpAt(() => api);

it('leaves no unit waiting, and takes none that is set aside, whatever comes between', async () => {
  const act = fc.oneof(
    fc.record({ type: fc.constant('order' as const), units: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ type: fc.constant('stock' as const), units: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ type: fc.constant('sold' as const), units: fc.integer({ min: 1, max: 3 }) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { maxLength: 6 }),
      fc.array(act, { maxLength: 6 }),
      async (before, between) => {
        await empty(api.db);
        let count = 0;
        const live = async ({ type, units }: { type: string; units: number }) => {
          if (type === 'stock') return void (await receive(api.db, `LAMP:${units}`));
          const fulfilment =
            units % 2 === 0 ? ('whole-order' as const) : ('ship-available' as const);
          const changes = { fulfilment, isSold: type === 'sold' };
          await place(api.db, { [`O-${count++}`]: [`LAMP:${units}`, 'RUG:1'] }, changes);
        };
        for (const each of before) await live(each);
        await giveUp('g');
        const left = [...between];
        await sweep(async (orderId, request) => {
          const next = left.shift();
          if (next) await live(next);
          const setAside = await countSetAside();
          const answer = await carryOut(orderId, request);
          expect(await countSetAside()).toBeGreaterThanOrEqual(setAside);
          return answer;
        });
        for (let round = 0; round < 6; round++) {
          await dueNow();
          await sweep();
        }
        const [waiting] = await api.db.sql`
        select coalesce(sum(waiting), 0)::int as units from lines where sku = 'LAMP'`;
        expect(waiting).toEqual({ units: 0 });
        const rugs = await api.db.sql`select from lines where sku = 'RUG' and cancelled > 0`;
        expect(rugs).toHaveLength(0);
        expect((await progressOf('g')).state).toBe('done');
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);

const countSetAside = async (): Promise<number> => {
  const [row] = await api.db.sql`
    select coalesce(sum(kept + leased + firm + shipped), 0)::int as units from lines
    where sku = 'LAMP'`;
  return row?.units;
};
