import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { type EventType, eventTypes } from '../../workflows/domain/event-type.ts';
import { backorder } from '../backorder/backorder-schema.ts';
import type { AppEnv } from '../http/env.ts';
import { messageOfOrder } from '../mail/message-schema.ts';
import { availability } from '../storefront/availability-schema.ts';

const settled = messageOfOrder
  .extend({
    to: z.string().nullable().openapi({ description: 'null unless personalData was granted' }),
  })
  .openapi('SettledMessage');

const meanings: Record<EventType, string> = {
  'backorder.placed': 'A backorder was placed',
  'backorder.ready_to_ship': 'Units are set aside and their payment is ready',
  'backorder.shipped': 'Units have shipped, some or all',
  'backorder.cancelled': 'Units were cancelled, some or all',
  'backorder.promise_changed': 'The promised day is another one, or there is none any more',
  'backorder.attention': 'Something waits for a person',
  'message.settled': 'What became of a message to the customer is decided',
  'availability.changed': 'State or day of one unit of an SKU is another one than last told',
};

const dataOf = (type: EventType): z.ZodType => {
  if (type === 'message.settled') return settled;
  return type === 'availability.changed' ? availability : backorder;
};

const nameOf = (type: EventType): string =>
  `${type.replace(/(?:^|[._])(\w)/g, (_, letter: string) => letter.toUpperCase())}Event`;

const header = (description: string) => z.string().openapi({ description });

/** Describes what endpoints are sent, by the schemas of what the API answers. */
export const documentEvents = (app: OpenAPIHono<AppEnv>): void => {
  for (const type of eventTypes) {
    const event = z
      .object({
        type: z.literal(type),
        timestamp: z.string().openapi({ format: 'date-time', description: 'When it happened' }),
        data: dataOf(type),
      })
      .openapi(nameOf(type));
    app.openAPIRegistry.registerWebhook({
      method: 'post',
      path: type,
      tags: ['Webhooks'],
      summary: meanings[type],
      security: [],
      request: {
        headers: z.object({
          'webhook-id': header('Of the event: the same on every try and replay'),
          'webhook-timestamp': header('Of the try, in seconds since 1970'),
          'webhook-signature': header('v1,… for each secret that is valid, with spaces between'),
        }),
        body: { required: true, content: { 'application/json': { schema: event } } },
      },
      responses: {
        '2XX': { description: 'Taken' },
        410: { description: 'No more of them: the endpoint is disabled' },
        default: { description: 'Not taken: it comes again' },
      },
    });
  }
};
