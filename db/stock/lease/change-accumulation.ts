import { pilesOf } from '../../../workflows/domain/stock/piles.ts';
import type { Db } from '../../client.ts';
import { projectAgain } from '../../promise/project-order.ts';
import { tellOrders } from '../../record/news.ts';
import { noteAct, type OperatorAct, wasDone } from '../../record/operator-act.ts';
import { inTransaction } from '../../transaction.ts';
import { applyMoves, freedShelves, moveFrom, unitsOf } from '../ledger/moves.ts';
import { openLedger } from '../ledger/order-ledger.ts';
import { openWalkFor, openWalks } from '../queue/walks.ts';

/**
 * Sets by an operator's word whether units are kept for an order until it is whole. Switched off,
 * what was kept goes to the next in line by the walks it opens. Repeating it changes nothing.
 */
export const changeAccumulation = (
  db: Db,
  act: OperatorAct & { on: boolean },
): Promise<{ walkIds: number[] }> =>
  inTransaction(db, async (sql) => {
    const { orderId, on, by } = act;
    const ledger = await openLedger(sql, orderId);
    if (!ledger || (await wasDone(sql, act))) return { walkIds: [] };
    await sql`update orders set accumulates = ${on} where order_id = ${orderId}`;
    const moves = on
      ? []
      : ledger.lines.flatMap((line) =>
          moveFrom(pilesOf(ledger, line, ['kept']), Number.MAX_SAFE_INTEGER, 'waiting'),
        );
    await applyMoves(sql, ledger, moves);
    if (moves.length > 0) await tellOrders(sql, [orderId]);
    await noteAct(sql, act, {
      type: 'AccumulationChanged',
      summary: `${on ? 'Units are kept until it is whole' : 'No units are kept any more'}, by ${by}`,
      detail: { on, lines: unitsOf(moves) },
    });
    const walkIds = on
      ? await openWalkFor(sql, orderId)
      : await openWalks(sql, freedShelves(ledger, moves));
    if (moves.length > 0) await projectAgain(sql, orderId);
    return { walkIds };
  });
