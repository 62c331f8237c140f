import { z } from '@hono/zod-openapi';
import { differenceKinds } from '../../workflows/domain/books/compare.ts';
import { listOf, page } from '../http/paging.ts';

const answeredAt = z.string().openapi({ format: 'date-time', example: '2026-11-23T00:00:04.000Z' });

export const reconciliationQuery = page.extend({
  run: z.uuid().optional().openapi({ description: 'Default: the latest that is finished' }),
});

const run = z
  .object({
    runId: z.string(),
    startedAt: answeredAt,
    finishedAt: answeredAt,
    since: answeredAt.openapi({ description: "From when on the provider's intents were read" }),
    intents: z.int().openapi({ description: 'How many of them belong to orders here' }),
    orders: z.int().openapi({ description: 'With how many orders they were compared' }),
  })
  .openapi('ReconciliationRun');

const said = z
  .record(z.string(), z.union([z.string(), z.number()]))
  .openapi({ description: 'Amounts in minor units, states and times, by what they are' });

const difference = z
  .object({
    kind: z.enum(differenceKinds),
    orderId: z.string(),
    providerIntentId: z
      .string()
      .nullable()
      .openapi({ description: 'null when it is about several intents, or about none' }),
    ours: said,
    theirs: said,
  })
  .openapi('ReconciliationDifference');

export const reconciliation = listOf(difference)
  .extend({ run: run.nullable().openapi({ description: 'null before the first is finished' }) })
  .openapi('Reconciliation');

export const reconciliationStarted = z
  .object({ workflowId: z.string() })
  .openapi('ReconciliationStarted');
