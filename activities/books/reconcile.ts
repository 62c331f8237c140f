import { ApplicationFailure, cancellationSignal, heartbeat, sleep } from '@temporalio/activity';
import type { Logger } from 'pino';
import { findOldestMoney, readBooks } from '../../db/books/order-books.ts';
import {
  addDifferences,
  beginRun,
  clearDiffering,
  finishRun,
  keepRead,
  type ReadIntent,
} from '../../db/books/run.ts';
import type { Db } from '../../db/client.ts';
import {
  compareBooks,
  recentAt,
  type Window,
  windowFor,
} from '../../workflows/domain/books/compare.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Reconcile } from '../../workflows/messages.ts';
import { notYet } from '../failure.ts';
import type { IntentView, PaymentProvider } from '../payment/provider.ts';

type Deps = { db: Db; payments: Pick<PaymentProvider, 'listIntents'>; logger: Logger };

/**
 * Compares every intent that the provider has created lately with our orders, and writes down
 * where the two differ. It only reads at the provider and moves no money. Under the same id it
 * begins anew. Heartbeats tell how far it is.
 */
export const reconcile =
  (deps: Deps, now: () => Instant = () => new Date().toISOString()): Reconcile =>
  async ({ runId }) => {
    try {
      return await run(deps, { runId, now });
    } catch (error) {
      if (error instanceof ApplicationFailure || cancellationSignal().aborted) throw error;
      // Only codes reach Temporal. The text of a driver's error may hold personal data.
      deps.logger.error({ err: error, runId }, 'reconciliation failed');
      throw notYet('fault');
    }
  };

const run = async (
  deps: Deps,
  { runId, now }: { runId: string; now: () => Instant },
): ReturnType<Reconcile> => {
  const { db, logger } = deps;
  const startedAt = now();
  const window = windowFor(startedAt, await findOldestMoney(db, recentAt(startedAt)));
  await beginRun(db, { runId, ...window });
  const intents = await readIntents(deps, { runId, window });
  const compared = await compareOrders(deps, { runId, window });
  await finishRun(db, { runId, finishedAt: now(), intents, orders: compared.orders });
  const report = { intents, ...compared };
  logger[report.differences > 0 ? 'warn' : 'info']({ runId, ...report }, 'books compared');
  return report;
};

type Step = { runId: string; window: Window };

/** Reads a page at a time. Intents wait in PostgreSQL until they are compared. */
const readIntents = async (
  { db, payments }: Deps,
  { runId, window: { since } }: Step,
): Promise<number> => {
  let intents = 0;
  let after: string | undefined;
  do {
    const page = await readPage(payments, { since, ...(after !== undefined && { after }) });
    intents += await keepRead(db, { runId, intents: page.intents.map(toRead) });
    after = page.next ?? undefined;
    showProgress({ intents });
  } while (after !== undefined);
  return intents;
};

const compareOrders = async (
  { db }: Deps,
  { runId, window }: Step,
): Promise<{ orders: number; differences: number }> => {
  const found = { orders: 0, differences: 0 };
  await readBooks(db, { runId, recentAt: recentAt(window.startedAt) }, async (books) => {
    const compared = books.map((each) => ({ ...compareBooks(each, window), ...each }));
    const differences = compared.flatMap((each) => each.differences);
    await addDifferences(db, { runId, differences });
    const agreeing = compared.filter((each) => each.isWhole && each.differences.length === 0);
    await clearDiffering(
      db,
      agreeing.map(({ orderId }) => orderId),
    );
    found.orders += books.length;
    found.differences += differences.length;
    showProgress(found);
  });
  return found;
};

const tries = 6;

/** Begins a long list anew only when the provider has been away for a minute. */
const readPage = async (
  payments: Deps['payments'],
  request: { since: Instant; after?: string },
): Promise<{ intents: IntentView[]; next: string | null }> => {
  for (let tried = 1; ; tried++) {
    const answer = await payments.listIntents(request);
    if (answer.outcome === 'ok') return answer.value;
    if (answer.outcome === 'refused') throw notYet(answer.code);
    if (tried === tries) throw notYet('outcome_unknown');
    showProgress({ waiting: tried });
    const backOffMs = 1_000 * 2 ** (tried - 1);
    const wantedMs = answer.outcome === 'later' ? answer.retryAfterMs : 0;
    await sleep(Math.min(Math.max(backOffMs, wantedMs), 60_000));
  }
};

const toRead = ({ amount, ...intent }: IntentView): ReadIntent => ({
  intentId: intent.intentId,
  orderId: intent.orderId,
  attemptId: intent.attemptId,
  createdAt: intent.createdAt,
  status: intent.status,
  currency: amount.currency,
  amount: amount.amount,
  capturable: intent.capturable,
  captured: intent.captured,
  refunded: intent.refunded,
});

/** Throws once the worker is to leave. */
const showProgress = (progress: object): void => {
  heartbeat(progress);
  cancellationSignal().throwIfAborted();
};
