import { z } from '@hono/zod-openapi';
import { messageKinds } from '../../workflows/domain/backorder/message-kind.ts';
import { specimenLocales } from '../desk/specimen/specimen.ts';
import { id } from '../http/scalars.ts';

/** Mails that operators send to themselves, to see what customers get. */

const ofSample = z
  .strictObject({
    kind: z.enum(messageKinds),
    locale: z
      .string()
      .refine((given) => specimenLocales.includes(given), 'Expected a locale that has words')
      .openapi({ example: 'de' }),
    state: z.string().min(1).max(60).optional(),
  })
  .openapi({ title: 'Of a sample order' });

const ofOrder = z
  .strictObject({ orderId: id, id: z.guid() })
  .openapi({ title: 'A copy of a mail that was sent, without what opens a page' });

export const specimenWanted = z
  .union([ofSample, ofOrder])
  .openapi('SpecimenWanted', { example: { kind: 'shipped', locale: 'de' } });

export type SpecimenWanted = z.output<typeof specimenWanted>;

export const specimen = z
  .object({
    id: z.string(),
    to: z.string(),
    kind: z.enum(messageKinds),
    askedAt: z.string().openapi({ format: 'date-time' }),
  })
  .openapi('Specimen');
