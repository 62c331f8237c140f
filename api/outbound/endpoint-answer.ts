import type { z } from '@hono/zod-openapi';
import type { DeliveryRow } from '../../db/outbound/deliveries.ts';
import type { Endpoint } from '../../db/outbound/endpoints.ts';
import type { delivery, endpoint } from './endpoint-schema.ts';

/** An endpoint as it stands, without its secrets. */
export const toEndpointAnswer = (row: Endpoint, now: string): z.output<typeof endpoint> => ({
  id: row.endpointId,
  url: row.url,
  personalData: row.personalData,
  events: row.events,
  state: row.state,
  disabledBecause: row.disabledBecause,
  disabledAt: row.disabledAt,
  failingSince: row.failingSince,
  lastSuccessAt: row.lastSuccessAt,
  oldSecretUntil:
    row.secrets
      .flatMap(({ endsAt }) => (endsAt !== null && endsAt > now ? [endsAt] : []))
      .sort()
      .at(-1) ?? null,
  createdAt: row.createdAt,
});

export const toDeliveryAnswer = (row: DeliveryRow): z.output<typeof delivery> => ({
  id: row.deliveryId,
  type: row.type,
  orderId: row.orderId,
  subject: row.subject,
  state: row.state,
  attempts: row.attempts,
  nextAttemptAt: row.state === 'pending' ? row.dueAt : null,
  lastAttemptAt: row.lastAttemptAt,
  lastStatus: row.lastStatus,
  lastError: row.lastError,
  deliveredAt: row.deliveredAt,
  createdAt: row.createdAt,
});
