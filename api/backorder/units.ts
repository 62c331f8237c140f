import { z } from '@hono/zod-openapi';
import { id, quantity } from '../http/scalars.ts';

/** Some units of some lines, each line once. */
export const units = z
  .array(z.strictObject({ id, quantity }))
  .min(1)
  .max(100)
  .superRefine((given, ctx) => {
    const seen = new Set<string>();
    given.forEach(({ id: lineId }, index) => {
      if (seen.has(lineId)) {
        ctx.addIssue({ code: 'custom', path: [index, 'id'], message: 'The line is given twice' });
      }
      seen.add(lineId);
    });
  });
