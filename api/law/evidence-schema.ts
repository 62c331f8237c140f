import { z } from '@hono/zod-openapi';
import { policyNames } from '../../workflows/domain/backorder/law.ts';
import { evidenceTypes } from '../../workflows/domain/law/evidence.ts';

const hash = z.string().openapi({ pattern: '^[0-9a-f]{64}$' });

export const evidenceQuery = z.object({
  format: z.enum(['json', 'html']).optional().openapi({
    description: 'html: one page to be printed',
  }),
});

export const evidence = z
  .object({
    orderId: z.string(),
    policy: z.enum(policyNames),
    entries: z.array(
      z.object({
        seq: z.number().int().openapi({ description: 'Counts from 1' }),
        at: z.string().openapi({ format: 'date-time', description: "In the order's time" }),
        type: z.enum(evidenceTypes),
        data: z.record(z.string(), z.unknown()),
        previous: hash.nullable().openapi({ description: 'The hash of the entry before' }),
        hash: hash.openapi({
          description:
            'SHA-256, in lower-case hex, over the canonical JSON (RFC 8785) of the entry without it',
        }),
      }),
    ),
    head: hash.nullable().openapi({ description: 'The hash of the last entry' }),
    witnessedHead: hash.nullable().openapi({
      description:
        "The hash that the order's workflow holds: of the last entry, or of an earlier one if what " +
        'came after was written without it. A hash of no entry shows that the database was ' +
        'rewritten. null when there is nothing yet, or no workflow could be asked',
    }),
  })
  .openapi('Evidence', {
    description:
      'What the customer was told and said, and what was done, oldest first, without any personal data',
  });

export type Evidence = z.infer<typeof evidence>;
