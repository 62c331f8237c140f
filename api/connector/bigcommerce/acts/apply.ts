import type { ShopAct, ShopAnswer } from '../../port.ts';
import type { Client } from '../client.ts';
import { orderBody } from '../order-body.ts';
import { readOrderBody } from '../read-order.ts';
import { cancelledStatus, standingOf } from '../standing.ts';
import { done, refused } from './answers.ts';
import { describeAvailability } from './availability.ts';
import { tellPromise } from './promise.ts';
import { giveBack } from './refund.ts';
import { reportShipment } from './ship.ts';
import { placeWidget } from './widget.ts';

type Kind<K extends ShopAct['kind']> = Extract<ShopAct, { kind: K }>;

/** Each act looks first whether it was done, since BigCommerce keeps no idempotency keys. */
export const applyAct = (
  client: Client,
  act: ShopAct,
): Promise<ShopAnswer<{ reference: string }>> => {
  switch (act.kind) {
    case 'shipped':
      return reportShipment(client, act);
    case 'cancelled':
      return cancelOrder(client, act);
    case 'refunded':
      return giveBack(client, act);
    case 'promised':
      return tellPromise(client, act);
    case 'availability':
      return describeAvailability(client, act);
    case 'widget':
      return placeWidget(client, act);
  }
};

/** The status alone: it gives no money back, and the store puts the units back on its shelf. */
const cancelOrder = async (
  client: Client,
  { orderId }: Kind<'cancelled'>,
): Promise<ShopAnswer<{ reference: string }>> => {
  const found = await readOrderBody(client, orderId);
  if (found.outcome !== 'ok') return found;
  if (!found.value) return refused('not_found', `order ${orderId} is not there`);
  const standing = standingOf(found.value);
  if (standing === 'cancelled') return done(orderId);
  if (standing === 'shipped') return refused('invalid', `order ${orderId} has shipped`);
  const answer = await client.call({
    ...{ method: 'PUT', path: `/v2/orders/${orderId}`, schema: orderBody.pick({ id: true }) },
    body: { status_id: cancelledStatus },
  });
  return answer.outcome === 'ok' ? done(orderId) : answer;
};
