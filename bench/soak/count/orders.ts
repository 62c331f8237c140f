import { Client, Connection } from '@temporalio/client';
import { workflowIdOf } from '../../../workflows/messages.ts';
import type { Stand } from '../stand/stand.ts';
import { type Aftermath, type Count, counted, differences } from './count.ts';

type Row = {
  orderId: string;
  phase: string | null;
  isEnded: boolean;
  attention: string[];
};

const fates = { ship: 'shipped', cancel: 'cancelled', wait: 'awaiting_stock' } as const;

/** Every accepted order is there, where its story should have brought it, and nobody is asked. */
export const countOrders = async ({ stand, known }: Aftermath): Promise<Count[]> => {
  const rows = await readOrders(stand);
  const there = new Set(rows.map(({ orderId }) => orderId));
  const accepted = new Set(known.placed.keys());
  const astray = rows.filter(({ orderId, phase, isEnded }) => {
    const fate = known.placed.get(orderId)?.fate;
    return fate === undefined || phase !== fates[fate] || isEnded !== (fate !== 'wait');
  });
  const asked = rows.filter(({ attention }) => attention.length > 0);
  const lost = differences([accepted, there], ['was accepted and is gone', 'nobody was told of']);
  return [
    counted('orders that were accepted', accepted.size, lost),
    counted(
      'orders where their story should have brought them',
      rows.length - astray.length,
      astray.map(({ orderId, phase, isEnded }) => `${orderId} is ${phase}, ended: ${isEnded}`),
    ),
    counted(
      'orders that ask for a person',
      asked.length,
      asked.map(({ orderId, attention }) => `${orderId} ${attention.join(', ')}`),
    ),
    await countWorkflows({ stand, known }, rows),
  ];
};

const readOrders = ({ db }: Stand) => db.sql<Row[]>`
  select order_id, phase, coalesce(v.ended_at is not null, false) as is_ended,
    coalesce(v.attention, '{}') || coalesce(
      (select array_agg(code) from attention a
        where a.order_id = o.order_id and a.resolved_at is null), '{}') as attention
  from orders o left join views v using (order_id) order by order_id`;

/**
 * An order that has ended has a workflow that is completed, unless Temporal was lost after that;
 * every other one has one that runs.
 */
const countWorkflows = async (
  { stand, known }: Aftermath,
  rows: readonly Row[],
): Promise<Count> => {
  const connection = await Connection.connect({ address: stand.temporalAddress });
  try {
    const { workflow } = new Client({ connection });
    const wrong: string[] = [];
    for (const { orderId, isEnded } of rows) {
      const handle = workflow.getHandle(workflowIdOf(orderId));
      const found = await handle.describe().then(
        ({ status }) => status.name as string,
        (error: Error) => error.name,
      );
      const isForgotten = found === 'WorkflowNotFoundError' && known.isTemporalLost;
      const isRight = isEnded ? found === 'COMPLETED' || isForgotten : found === 'RUNNING';
      if (!isRight) wrong.push(`${orderId}: ${found}`);
    }
    return counted('orders with a workflow that is where they are', rows.length, wrong);
  } finally {
    await connection.close();
  }
};
