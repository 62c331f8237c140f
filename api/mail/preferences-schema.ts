import { z } from '@hono/zod-openapi';
import { civilDate, email } from '../http/scalars.ts';

/** What the person at an address wants to hear, over all their orders. */

export const addressQuery = z.strictObject({ email });

const pausedUntil = civilDate.nullable().openapi({
  description: 'The first day on which relationship mail may go again, in the zone of each order',
});

export const preferencesChange = z
  .strictObject({
    email,
    topics: z
      .strictObject({
        updates: z.boolean().optional(),
        offers: z.boolean().optional(),
      })
      .optional(),
    pausedUntil: pausedUntil.optional().openapi({ description: 'null ends a pause' }),
  })
  .openapi('PreferencesChange', {
    description: 'Changes only what it names',
    example: { email: 'ada@example.org', topics: { updates: false } },
  });

export const preferences = z
  .object({
    email: z.string(),
    topics: z.object({ updates: z.boolean(), offers: z.boolean() }),
    pausedUntil,
    changedAt: z
      .string()
      .nullable()
      .openapi({ format: 'date-time', description: 'null: nobody has changed anything' }),
    by: z.enum(['page', 'one-click', 'support']).nullable(),
  })
  .openapi('Preferences', {
    description: 'offers: as the customer agreed at checkout, until somebody changes it',
  });
