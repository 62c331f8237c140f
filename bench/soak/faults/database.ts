import postgres from 'postgres';
import { location, skus } from '../load/known.ts';
import type { Fault, Scene } from './fault.ts';

/** Runs statements as a person at PostgreSQL's own prompt would. */
const atPrompt = async (
  { stand }: Scene,
  work: (sql: postgres.Sql) => Promise<unknown>,
): Promise<void> => {
  const connection = { default_transaction_read_only: false };
  const sql = postgres(stand.databaseUrl, { max: 1, connection, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
};

const readOnly = async (sql: postgres.Sql, isOn: boolean): Promise<void> => {
  await sql.unsafe(`alter system set default_transaction_read_only = ${isOn ? 'on' : 'off'}`);
  await sql`select pg_reload_conf()`;
};

/** What PostgreSQL and the way to it do while its process runs. */
export const databaseFaults: Record<string, Fault> = {
  'row-locked': {
    reach: 'elsewhere',
    strike: (scene) =>
      atPrompt(scene, (sql) =>
        sql.begin(async (tx) => {
          const sku = scene.random.pick(skus);
          scene.concern(sku);
          await tx`select from stock where sku = ${sku} and location = ${location} for update`;
          await tx`
            select from orders where order_id = (select min(order_id) from lines where waiting > 0)
            for update`;
          await scene.hold();
        }),
      ),
  },
  'postgres-reads-only': {
    reach: 'refused',
    strike: (scene) =>
      atPrompt(scene, async (sql) => {
        await readOnly(sql, true);
        await scene.hold();
        await readOnly(sql, false);
      }),
  },
  'connections-cut': {
    reach: 'refused',
    strike: async ({ stand: { lines } }) => {
      lines.api.cut();
      lines.worker.cut();
    },
  },
  'api-network-silent': {
    reach: 'silent',
    strike: async ({ stand: { lines }, hold }) => {
      lines.api.pause();
      await hold();
      lines.api.forward();
    },
  },
  'half-the-connections-silent': {
    reach: 'silent',
    strike: async ({ stand: { lines }, hold }) => {
      lines.api.pauseHalf();
      // Twice as long as others, so that the silence is noticed before it is over.
      await hold();
      await hold();
      lines.api.forward();
    },
  },
  'worker-network-silent': {
    // A worker that falls silent holds the shelf that it is at until its transaction has stood
    // idle for too long.
    reach: 'shelf',
    strike: async ({ stand: { lines }, hold }) => {
      lines.worker.pause();
      await hold();
      lines.worker.forward();
    },
  },
};
