import { callerToOrder, wallToOrder } from '../../workflows/domain/order-time.ts';
import type { Instant } from '../../workflows/domain/time.ts';

type Forwarded = { skippedMs: number };

/** The order's own now. */
export const nowOf = ({ skippedMs }: Forwarded): Instant =>
  wallToOrder(new Date().toISOString(), skippedMs);

/** When a caller says that it happened, in the order's own time. */
export const reportedAt = (at: Instant, { skippedMs }: Forwarded): Instant =>
  callerToOrder(at, { wallNow: new Date().toISOString(), skippedMs });
