import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from './env.ts';

const info = {
  title: 'Meanwhile',
  version: '1',
  description:
    'Backorders from checkout to shipment. Errors are RFC 9457 problems, listed at /docs/problems. ' +
    'Every write is repeatable: the same id with the same body is answered 200 with ' +
    'Idempotent-Replayed: true; an Idempotency-Key does the same where there is no id. ' +
    "Addresses, names, the customer's link and what mails say are answered to keys with checkout, " +
    'support or admin; to others they are null.',
};

const tags = [
  { name: 'Backorders', description: 'Checkout, and what is known of a backorder' },
  { name: 'Acts', description: 'What may be asked of a backorder' },
  { name: 'Stock', description: 'What arrived, and what is sold' },
  { name: 'Product page', description: 'What anybody may read, and caches may keep' },
  { name: 'Law', description: 'What customers are owed in law, and when' },
  { name: 'Mail', description: 'What customers hear, and what they want to hear' },
  { name: 'Webhooks', description: 'What others are told of as it happens' },
  { name: 'Shops', description: 'Shops on hosted platforms, which we ask by ourselves' },
  { name: 'Operations', description: 'Whether the books are right' },
];

/** Serves the OpenAPI document of every route that was declared before, made once. */
export const serveDocument = (app: OpenAPIHono<AppEnv>): void => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key that holds the scope of the call; admin holds all.',
  });
  let document: string | undefined;
  app.get('/openapi.json', (c) => {
    document ??= JSON.stringify(
      app.getOpenAPI31Document({ openapi: '3.1.0', info, tags, servers: [{ url: '/' }] }),
    );
    return c.body(document, 200, { 'Content-Type': 'application/json' });
  });
};
