import { pino } from 'pino';
import { expect } from 'vitest';
import { cancelGivenUp } from '../../../api/operations/give-up-orders.ts';
import type { ActAnswer } from '../../../api/temporal/port.ts';
import { putSupply } from '../../../db/promise/supply-changes.ts';
import { applyCancellation } from '../../../db/stock/cancel.ts';
import { goOnWithLate } from '../../../db/stock/give-up/end.ts';
import type { CancelBackorder, Request } from '../../../workflows/domain/backorder/request.ts';
import { empty } from '../../db/cast.ts';
import type { Answer, startTestApp } from '../test-app.ts';

type App = Awaited<ReturnType<typeof startTestApp>>;

export const reason = 'The maker has stopped making it';

export type Act = (
  orderId: string,
  request: Request,
  options: { id: string },
) => Promise<ActAnswer>;

/** Nothing waits, and nothing was ever given up. */
export const forgetAll = async ({ db }: Pick<App, 'db'>): Promise<void> => {
  await empty(db);
  await db.sql`truncate supplies, supply_changes, promise_moves`;
};

/** What tests of giving up ask for and look at, at an app that is there by then. */
export const givingUpAt = (api: () => App) => {
  const giveUp = (giveUpId: string, body: object = {}, sku = 'LAMP'): Promise<Answer> =>
    api().call('POST', `/v1/skus/${sku}/give-up`, { body: { giveUpId, reason, ...body } });

  const preview = (body: object = {}): Promise<Answer> =>
    api().call('POST', '/v1/skus/LAMP/give-up/preview', { body });

  const progressOf = async (giveUpId: string) =>
    (await api().call('GET', `/v1/skus/LAMP/give-up/${giveUpId}`)).body;

  /** Backorders that carry a cancellation out at once, as far as the ledger lets them. */
  const carryOut = async (orderId: string, request: Request): Promise<ActAnswer> => {
    const { cancelId, by, lines } = request as CancelBackorder;
    const at = new Date().toISOString();
    await applyCancellation(api().db, { orderId, cancelId, by, lines, at });
    return { ok: true };
  };

  const sweep = async (act: Act = carryOut, isReachable = true): Promise<number> => {
    await goOnWithLate(api().db.sql);
    return cancelGivenUp(
      {
        ...{ db: api().db, acts: { act }, logger: pino({ level: 'silent' }) },
        temporal: { isReachable: async () => isReachable },
      },
      { budgetMs: 5_000 },
    );
  };

  /** Until so many statements wait for a lock. */
  const untilBlocked = (count = 1) =>
    expect
      .poll(async () => (await api().db.sql`select from pg_locks where not granted`).length)
      .toBeGreaterThanOrEqual(count);

  const dueNow = () => api().db.sql`update give_up_orders set due_at = now() where outcome is null`;

  const announce = (supplyId: string, quantity: number, expectedOn: string | null) =>
    putSupply(api().db, {
      ...{ supplyId, sku: 'LAMP', location: 'main', quantity, expectedOn },
      ...{ basis: 'the factory', bodyHash: `${supplyId} ${quantity} ${expectedOn}` },
    });

  return { giveUp, preview, progressOf, carryOut, sweep, untilBlocked, dueNow, announce };
};
