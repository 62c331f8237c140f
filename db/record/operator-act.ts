import type { Sql } from '../client.ts';
import { appendTimeline, type TimelineRow } from './timeline.ts';

/** What an operator does to an order: under one id however often it is asked, by whom and why. */
export type OperatorAct = { orderId: string; actId: string; by: string; reason: string };

/** Whether the act was done before. The caller has locked the order. */
export const wasDone = async (
  sql: Sql,
  { orderId, actId }: Pick<OperatorAct, 'orderId' | 'actId'>,
): Promise<boolean> => {
  const rows = await sql`
    select from timeline where order_id = ${orderId} and key = ${`operator/${actId}`}`;
  return rows.length > 0;
};

/** Notes the act with who did it and why. */
export const noteAct = (
  sql: Sql,
  { orderId, actId, by, reason }: OperatorAct,
  { type, summary, detail = {} }: Pick<TimelineRow, 'type' | 'summary' | 'detail'>,
): Promise<void> =>
  appendTimeline(sql, [
    { orderId, key: `operator/${actId}`, type, summary, detail: { ...detail, by, reason } },
  ]);
