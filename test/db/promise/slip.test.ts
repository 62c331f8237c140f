import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../../../db/client.ts';
import { listPromiseMoves } from '../../../db/promise/changes.ts';
import {
  deleteSupply,
  getSupplyReport,
  putSupply,
  runSupplyChange,
  type SupplyReport,
} from '../../../db/promise/supply-changes.ts';
import { previewSupply } from '../../../db/promise/supply-preview.ts';
import type { Broken } from '../../../db/schema/promise/supply-changes.ts';
import type { Backorder } from '../../../workflows/domain/backorder/backorder.ts';
import type { OwedMail, OwedOf } from '../../../workflows/domain/backorder/mail.ts';
import { decide, isRefusal } from '../../../workflows/domain/decide.ts';
import { evolve } from '../../../workflows/domain/evolve.ts';
import { saidInLaw } from '../../../workflows/domain/law/tell.ts';
import { day, dayZero } from '../../support/cast.ts';
import { empty, place } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';
import { anyFleet, dateOf, placeFleet } from './fleet.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
const clear = async (): Promise<void> => {
  await empty(db);
  await db.sql`truncate supplies, supply_changes, promise_moves, products`;
};
beforeEach(clear);
afterAll(() => db.close());

const within = { budgetMs: Number.POSITIVE_INFINITY, now: dayZero };

const supply = (quantity: number, expectedOn: string | null) => {
  const shelf = { sku: 'LAMP', location: 'main' };
  const bodyHash = `${quantity} ${expectedOn}`;
  return { supplyId: 's', ...shelf, quantity, expectedOn, basis: 'the factory', bodyHash };
};

const announce = async (change: ReturnType<typeof supply> | null): Promise<SupplyReport> => {
  const changed = change ? await putSupply(db, change) : await deleteSupply(db, 's');
  const of = { supplyId: 's', revision: changed?.revision ?? 0 };
  await runSupplyChange(db, of, within);
  return getSupplyReport(db.sql, of);
};

const preview = (change: ReturnType<typeof supply> | null) =>
  previewSupply(db.sql, { supplyId: 's', change }, within);

const isNotice = (mail: OwedMail): mail is OwedOf<'delay-notice'> => mail.kind === 'delay-notice';

/** What the workflow owes its customer once it has heard of the promise that moved. */
const owedTo = async (state: Backorder) => {
  const moves = await listPromiseMoves(db.sql, state.orderId);
  const at = day(30);
  const facts = moves.flatMap((move) => {
    const decision = decide(state, { type: 'ChangePromise', ...move, isSupply: true }, at);
    return isRefusal(decision) ? [] : decision;
  });
  const after = facts.reduce(evolve, state);
  const promiseId = after.promise?.promiseId;
  const owed = after.mail.owed.filter(isNotice).find(({ about }) => about.promiseId === promiseId);
  const said = owed && saidInLaw(after, owed);
  return { isMoved: facts.length > 0, isTold: owed !== undefined, said: said ?? null };
};

const inLaw = ({ notice }: Pick<Broken, 'notice'>) =>
  notice && { kind: notice.kind, silence: notice.silence, answerOn: notice.answerOn };

describe('a fleet whose supply slips', () => {
  const aChange = fc.oneof(
    fc.constant(null),
    fc.record({
      quantity: fc.integer({ min: 1, max: 12 }),
      on: fc.option(fc.integer({ min: -10, max: 90 }), { freq: 6 }),
    }),
  );

  const toSupply = (change: { quantity: number; on: number | null } | null) =>
    change && supply(change.quantity, change.on === null ? null : dateOf(change.on));

  /** The first of two changes is one that no workflow has heard of when the second comes. */
  const changes = fc.array(aChange, { minLength: 1, maxLength: 2 });

  test('is told what the preview said, no more and no less', { timeout: 240_000 }, async () => {
    const seen = new Set<string>();
    const agrees = fc.asyncProperty(anyFleet, changes, async (fleet, [first = null, second]) => {
      // The same again is no change.
      fc.pre(JSON.stringify(first) !== JSON.stringify(second));
      await clear();
      await announce(supply(50, dateOf(-20)));
      const states = await placeFleet(db, fleet);
      if (second !== undefined) await announce(toSupply(first));
      const next = toSupply(second === undefined ? first : second);
      const foreseen = await preview(next);
      const report = await announce(next);
      expect(foreseen).toMatchObject({ broken: report.broken, toll: report.toll });
      const broken = new Map(report.broken.map((each) => [each.orderId, each]));
      for (const [orderId, state] of states) {
        const owed = await owedTo(state);
        const said = broken.get(orderId);
        seen.add(`${said?.notice?.kind} ${said?.isTold}`);
        if (second === undefined) expect(owed.isMoved).toBe(said !== undefined);
        if (said === undefined) continue;
        expect({ isTold: owed.isTold, ...inLaw({ notice: owed.said }) }).toEqual({
          isTold: said.isTold,
          ...inLaw(said),
        });
      }
      const listed = [...broken.values()];
      const count = (isIt: (each: Broken) => boolean) => listed.filter(isIt).length;
      expect(report.toll.told).toBe(count(({ isTold }) => isTold));
      for (const [kind, number] of Object.entries(report.toll.notices)) {
        expect(number).toBe(count(({ notice }) => (notice?.kind ?? 'none') === kind));
      }
      const cancels = Object.values(report.toll.cancels);
      expect(cancels.reduce((sum, each) => sum + each, 0)).toBe(
        count(({ cancelledAt }) => cancelledAt !== null),
      );
    });
    await fc.assert(agrees, { numRuns: 40 });
    // Fleets that never come to some kind of notice would show nothing of it.
    const kinds = ['first_within_30', 'first_beyond_30', 'first_undated', 'later', 'informs'];
    const wanted = [...kinds.map((kind) => `${kind} true`), 'undefined true', 'undefined false'];
    const missing = () => wanted.filter((each) => !seen.has(each));
    for (let round = 1; round < 8 && missing().length > 0; round += 1) {
      await fc.assert(agrees, { numRuns: 20 });
    }
    expect(missing()).toEqual([]);
  });

  test('hears when silence ends it, where the order goes to', async () => {
    const promise = { on: '2027-01-15', basis: 'the factory' };
    await announce(supply(9, '2027-01-10'));
    await place(db, { NEAR: ['LAMP:1'] }, { promise });
    const shipTo = { country: 'US', region: 'HI', postalCode: null };
    await place(db, { FAR: ['LAMP:1'] }, { promise, shipTo });
    const german = { country: 'DE', region: null, postalCode: null };
    await place(db, { BERLIN: ['LAMP:1'] }, { promise, shipTo: german });
    const { broken, toll } = await announce(supply(9, '2027-03-01'));
    const first = { notice: { kind: 'first_beyond_30' }, isTold: true };
    expect(broken).toMatchObject([
      { orderId: 'BERLIN', notice: { kind: 'informs' }, answerBy: null, cancelledAt: null },
      { orderId: 'FAR', ...first, cancelledAt: '2027-02-15T10:00:00.000Z' },
      { orderId: 'NEAR', ...first, answerBy: '2027-02-15T05:00:00.000Z' },
    ]);
    expect(toll).toEqual({
      told: 3,
      notices: { first_beyond_30: 2, informs: 1 },
      cancels: { '2027-02-14': 2 },
    });
  });

  test('is counted whole, however few of it are listed', async () => {
    const promise = { on: '2027-01-15', basis: 'the factory' };
    await announce(supply(900, '2027-01-10'));
    const ids = Array.from({ length: 620 }, (_, index) => [`O${index}`, ['LAMP:1']]);
    await place(db, Object.fromEntries(ids), { promise });
    const next = supply(900, '2027-01-20');
    const notices = { first_within_30: 620 };
    expect((await preview(next))?.toll).toEqual({ told: 620, notices, cancels: {} });
    expect(await announce(next)).toMatchObject({ more: true, toll: { told: 620, notices } });
  });
});
