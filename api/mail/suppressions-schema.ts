import { z } from '@hono/zod-openapi';
import { suppressionReasons } from '../../db/schema/mail/suppressions.ts';
import { listOf, page } from '../http/paging.ts';
import { email } from '../http/scalars.ts';

/** Addresses that get no relationship mail, whatever they prefer. */

const reason = z.enum(suppressionReasons);

export const suppressionsQuery = page.extend({ email: email.optional() });

export const suppressionChange = z
  .strictObject({ email, reason })
  .openapi('SuppressionChange', { example: { email: 'ada@example.org', reason: 'manual' } });

const suppression = z
  .object({
    email: z
      .string()
      .nullable()
      .openapi({ description: 'null once the last order of the address was erased' }),
    reason,
    at: z.string().openapi({ format: 'date-time' }),
  })
  .openapi('Suppression');

export const suppressions = listOf(suppression);
