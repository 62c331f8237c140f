import { z } from '@hono/zod-openapi';
import { phases } from '../../workflows/domain/backorder/snapshot.ts';
import { page } from '../http/paging.ts';
import { civilDate, email, instant, sku } from '../http/scalars.ts';

export const backorderFilter = page.extend({
  phase: z.enum(phases).optional(),
  sku: sku.optional(),
  attention: z.enum(['true', 'false']).optional(),
  email: email.optional(),
  promisedBefore: civilDate.optional(),
  updatedSince: instant.optional(),
});
