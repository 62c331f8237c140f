import type { Db } from '../../../db/client.ts';
import type { ShopOrderRow } from '../../../db/connector/orders.ts';
import type { AppDeps } from '../../deps.ts';
import type { ShopOrder } from '../port.ts';

/** What acts on backorders as the HTTP API does. */
export type LookDeps = Pick<AppDeps, 'acts' | 'kick'> & {
  db: Db;
  config: Pick<AppDeps['config'], 'askDays' | 'excitementControl'>;
};

/** An order as it is at its shop now, ours of it, and what was kept of it. */
export type Place = { orderId: string; order: ShopOrder; link: ShopOrderRow | undefined };
