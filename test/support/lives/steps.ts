import { AsyncLocalStorage } from 'node:async_hooks';
import { activityInfo } from '@temporalio/activity';
import type { createActivities } from '../../../activities/index.ts';
import type { PaymentProvider } from '../../../activities/payment/provider.ts';
import type { Db } from '../../../db/client.ts';

type ActivityDeps = Parameters<typeof createActivities>[0];

/** What a worker whose activities can stop between two steps tells of them. */
export type StepReport =
  | { orderId: string; steps: number; isStopped: boolean }
  | { refused: string };

type Tell = (report: StepReport) => void;

type Run = { orderId: string; steps: number; stopsAt: number; tell: Tell };

const runs = new AsyncLocalStorage<Run>();

/**
 * Between two steps, or after the last. A run that stops here never goes on: it waits to be killed
 * along with its process, so that one kill ends many runs, each at a step of its own.
 */
const step = async (run: Run | undefined): Promise<void> => {
  if (!run) return;
  const { orderId, steps, stopsAt, tell } = run;
  if (steps === stopsAt) {
    tell({ orderId, steps, isStopped: true });
    await new Promise(() => undefined);
  }
  run.steps += 1;
};

/** Every statement and every commit of an activity is a step of it. */
export const steppingDb = (db: Db): Db => ({
  ...db,
  sql: steppingSql(db.sql, () => runs.getStore()),
});

const steppingSql = (sql: Db['sql'], runOf: () => Run | undefined): Db['sql'] =>
  new Proxy(sql, {
    apply: (target, self, args) => steppingStatement(Reflect.apply(target, self, args), runOf()),
    get: (target, name) => {
      const run = runOf();
      if (name === 'unsafe') {
        return (...args: Parameters<Db['sql']['unsafe']>) =>
          steppingStatement(target.unsafe(...args), run);
      }
      if (name !== 'begin') return Reflect.get(target, name);
      return (work: (sql: Db['sql']) => Promise<unknown>) =>
        target.begin(async (tx) => {
          const result = await work(steppingSql(tx as unknown as Db['sql'], () => run));
          await step(run);
          return result;
        });
    },
  });

/** A statement is sent when somebody waits for it; a part of another one never is. */
const steppingStatement = (statement: unknown, run: Run | undefined): unknown => {
  if (!(statement instanceof Promise)) return statement;
  const send: Promise<unknown>['then'] = statement.then.bind(statement);
  let allowed: Promise<void> | undefined;
  return Object.assign(statement, {
    // biome-ignore lint/suspicious/noThenProperty: postgres.js sends a statement in it.
    then: (...answer: Parameters<typeof send>) => {
      allowed ??= step(run);
      return allowed.then(() => send(...answer));
    },
  });
};

/** Every call to the provider is a step; a refusal, which no repetition may meet, is told. */
export const steppingPayments = (payments: PaymentProvider, tell: Tell): PaymentProvider =>
  new Proxy(payments, {
    get: (target, name) => {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function') return call;
      return async (...args: unknown[]) => {
        await step(runs.getStore());
        const answer = await Reflect.apply(call, target, args);
        if (answer.outcome === 'refused') tell({ refused: `${String(name)}: ${answer.code}` });
        return answer;
      };
    },
  });

type Performed = Parameters<ReturnType<typeof createActivities>['authorizePayment']>[0];

/**
 * The first run of effect `capture` stops before step 3 for the order `capture-3`; an order that
 * names no step tells how many there are. The view that comes along is written before.
 */
export const steppingActivities = (
  create: (deps: ActivityDeps) => ReturnType<typeof createActivities>,
  deps: ActivityDeps,
  tell: Tell,
): object => {
  const activities = create({
    ...deps,
    db: steppingDb(deps.db),
    payments: steppingPayments(deps.payments, tell),
  });
  const stepping =
    (perform: (call: Performed) => Promise<unknown>) =>
    async (call: Performed): Promise<unknown> => {
      const { orderId, at, effect, view } = call;
      const [kind, number] = orderId.split('-');
      if (kind !== effect?.type || activityInfo().attempt > 1) return perform(call);
      if (view) await activities.writeView({ orderId, at, view });
      const stopsAt = process.env.STEPS_GO_ON ? Number.NaN : Number(number);
      const run = { orderId, steps: 0, stopsAt, tell };
      return runs.run(run, async () => {
        const outcomes = await perform({ ...call, view: null });
        await step(run);
        tell({ orderId, steps: run.steps, isStopped: false });
        return outcomes;
      });
    };
  return Object.fromEntries(
    Object.entries(activities).map(([name, perform]) => [name, stepping(perform as never)]),
  );
};
