import { z } from '@hono/zod-openapi';
import { deliveryStates } from '../../db/schema/outbound/deliveries.ts';
import { disabledReasons, endpointStates } from '../../db/schema/outbound/endpoints.ts';
import { eventTypes } from '../../workflows/domain/event-type.ts';
import { page } from '../http/paging.ts';
import { id, webUrl } from '../http/scalars.ts';

const answeredAt = z.string().openapi({ format: 'date-time' });
const events = z.array(z.enum(eventTypes));

export const endpointParams = z.object({ id });

export const deliveryParams = z.object({ id, deliveryId: z.guid() });

export const endpointChange = z
  .strictObject({
    url: webUrl.openapi({ description: 'https, at an address that everybody can reach' }),
    personalData: z.boolean().default(false).openapi({
      description: 'Whether events say whom an order is for, as the scope support is answered',
    }),
    events: events.min(1).max(eventTypes.length),
  })
  .openapi('WebhookEndpointChange', {
    example: {
      url: 'https://shop.example/webhooks/meanwhile',
      events: ['backorder.shipped', 'availability.changed'],
    },
  });

export const endpoint = z
  .object({
    id: z.string(),
    url: z.string(),
    personalData: z.boolean(),
    events,
    state: z.enum(endpointStates),
    disabledBecause: z.enum(disabledReasons).nullable().openapi({
      description: 'gone: it answered 410. failing: nothing got through for five days',
    }),
    disabledAt: answeredAt.nullable(),
    failingSince: answeredAt.nullable().openapi({ description: 'Since when nothing got through' }),
    lastSuccessAt: answeredAt.nullable(),
    oldSecretUntil: answeredAt.nullable().openapi({
      description: 'Until then the secret before the last rotation signs as well',
    }),
    createdAt: answeredAt,
  })
  .openapi('WebhookEndpoint');

export const endpointWithSecret = endpoint
  .extend({
    secret: z.string().optional().openapi({
      description: 'whsec_…, shown when the endpoint is made and when it is rotated, never again',
    }),
  })
  .openapi('WebhookEndpointWithSecret');

export const delivery = z
  .object({
    id: z.string().openapi({ description: 'The webhook-id of every try' }),
    type: z.enum(eventTypes),
    orderId: z.string().nullable(),
    subject: z.string().openapi({ description: 'The order, the message or the SKU' }),
    state: z.enum(deliveryStates),
    attempts: z.int(),
    nextAttemptAt: answeredAt.nullable(),
    lastAttemptAt: answeredAt.nullable(),
    lastStatus: z.int().nullable().openapi({ description: 'The HTTP status that was answered' }),
    lastError: z.string().nullable().openapi({
      description: 'A word of ours, such as timeout, refused, tls, redirect or forbidden_address',
    }),
    deliveredAt: answeredAt.nullable(),
    createdAt: answeredAt,
  })
  .openapi('WebhookDelivery');

export const deliveriesQuery = page.extend({ state: z.enum(deliveryStates).optional() });
