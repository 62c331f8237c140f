import { z } from '@hono/zod-openapi';
import { scopes } from '../access/auth.ts';
import { objectionToHolder } from '../access/new-key.ts';
import { listOf } from '../http/paging.ts';
import { instant, words } from '../http/scalars.ts';

const answeredAt = z.string().openapi({ format: 'date-time' });

export const keyParams = z.object({
  keyId: z.string().regex(/^[0-9a-f]{12}$/, 'Expected the id of a key: 12 hexadecimal digits'),
});

const holder = words(100)
  .refine((name) => name === name.trim(), 'Expected no blanks at the ends')
  .superRefine((name, context) => {
    const message = objectionToHolder(name);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  })
  .openapi({ description: 'Who holds it. What the key does is told under this name' });

export const newKey = z
  .strictObject({
    name: holder,
    scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
    expiresAt: instant
      .refine((at) => Date.parse(at) > Date.now(), 'Expected a time to come')
      .optional()
      .openapi({ description: 'Default: never' }),
  })
  .openapi('NewKey', { example: { name: 'storefront', scopes: ['checkout'] } });

export const rotation = z
  .strictObject({
    overlapHours: z.number().min(0).max(720).default(24).openapi({
      description: 'For how long the old key works beside the new one',
    }),
  })
  .openapi('KeyRotation', { example: { overlapHours: 24 } });

export const key = z
  .object({
    id: z.string().openapi({ description: 'As `npm run key` shows it' }),
    name: z.string(),
    scopes: z.array(z.string()),
    createdAt: answeredAt,
    lastUsedAt: answeredAt.nullable().openapi({
      description: 'To some minutes. null: not since this is noted',
    }),
    expiresAt: answeredAt.nullable().openapi({ description: 'null: never' }),
  })
  .openapi('Key');

export const keyList = listOf(key);

export const keyWithSecret = key
  .extend({
    key: z.string().optional().openapi({
      description: 'Shown once. A repetition under the same Idempotency-Key is answered without it',
    }),
  })
  .openapi('KeyWithSecret');
