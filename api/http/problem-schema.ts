import { z } from '@hono/zod-openapi';

/** RFC 9457, with a stable code and everything that is wrong. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ format: 'uri' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().openapi({ description: 'Stable: branch on it' }),
    errors: z
      .array(
        z.object({
          pointer: z.string().openapi({ description: 'A JSON Pointer (RFC 6901)' }),
          detail: z.string(),
          in: z
            .enum(['path', 'query', 'header'])
            .optional()
            .openapi({ description: 'Absent: the body' }),
        }),
      )
      .optional(),
    requestId: z.string(),
  })
  .openapi('Problem');
