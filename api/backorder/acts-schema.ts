import { z } from '@hono/zod-openapi';
import { attentionCodes } from '../../workflows/domain/backorder/attention.ts';
import { cancellers } from '../../workflows/domain/backorder/request.ts';
import { civilDate, email, id, instant, locale, text, timeZone, words } from '../http/scalars.ts';
import { shipTo } from './address-schema.ts';
import { units } from './units.ts';

/** The requests to one backorder, each the body of a POST under it. */

export const cancel = z
  .strictObject({
    lines: units.optional().openapi({ description: 'Units to cancel. Default: all that is open' }),
    reason: text(500),
    by: z.enum(cancellers).openapi({
      description:
        'customer: their word is kept first. It counts from now on, and is carried out later even if this call is answered 503',
    }),
  })
  .openapi('Cancel', { example: { reason: 'changed their mind', by: 'customer' } });

export const cancelTrial = z
  .strictObject({
    lines: units.optional().openapi({ description: 'Units to cancel. Default: all that is open' }),
    by: z.enum(cancellers),
  })
  .openapi('CancelTrial', { example: { by: 'customer' } });

export const shipment = z
  .strictObject({
    shipmentId: id,
    lines: units.optional().openapi({ description: 'Default: every firm unit' }),
    carrier: words(100),
    tracking: words(200),
    scannedAt: instant,
  })
  .openapi('Shipment', {
    example: {
      shipmentId: 'ship-1',
      carrier: 'UPS',
      tracking: '1Z999AA10123456784',
      scannedAt: '2027-01-14T16:20:00-05:00',
    },
  });

export const promiseChange = z
  .strictObject({
    promiseId: id,
    on: civilDate.nullable().openapi({ description: 'null: no date can be given' }),
    reason: text(500),
    basis: text(500),
  })
  .openapi('PromiseChange', {
    example: {
      promiseId: 'p-2',
      on: '2027-02-01',
      reason: 'The port is closed',
      basis: 'supplier mail of 2026-12-20',
    },
  });

export const promiseTrial = z
  .strictObject({ on: civilDate.nullable().openapi({ description: 'null: no date can be given' }) })
  .openapi('PromiseTrial', { example: { on: '2027-02-01' } });

export const customerChange = z
  .strictObject({
    email: email.optional(),
    name: text(200).optional(),
    locale: locale.optional(),
    timeZone: timeZone.optional(),
    shipTo: shipTo.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'Expected at least one field')
  .openapi('CustomerChange', { minProperties: 1, example: { email: 'ada.l@example.org' } });

export const paymentMethodChange = z
  .strictObject({
    paymentMethodId: text(255).openapi({
      description: "Attached to the order's customer at the provider",
    }),
  })
  .openapi('PaymentMethodChange', { example: { paymentMethodId: 'pm_2' } });

export const hold = z
  .strictObject({ reason: text(500) })
  .openapi('Hold', { example: { reason: 'The address is being checked' } });

export const resolve = z
  .strictObject({
    code: z.enum(attentionCodes).openapi({
      description:
        'Before its dueAt, notice_due says that the order ships in time; after it, that the ' +
        'customer agreed to the later date given since, without which the order ends by law. ' +
        'refund_wanted says that the amount was sent. Those of payments are looked at or tried ' +
        'again. Others are only closed',
    }),
    note: text(1_000),
    at: instant.optional().openapi({
      description:
        'The `at` of the item that is meant, so that none is answered that nobody has seen. ' +
        'Default: the one that is shown when this comes in',
    }),
  })
  .openapi('Resolve', { example: { code: 'unexpected_shipment', note: 'The carrier was asked' } });

const maxHours = 400 * 24;
/** A second. */
const leastHours = 1 / 3_600;

export const fastForward = z
  .strictObject({
    hours: z.number().positive().max(maxHours).optional(),
    days: z.number().positive().max(400).optional(),
  })
  .refine(({ hours, days }) => hours !== undefined || days !== undefined, 'Expected hours or days')
  .refine(({ hours = 0, days = 0 }) => hours + days * 24 <= maxHours, 'Expected at most 400 days')
  .refine(({ hours = 0, days = 0 }) => hours + days * 24 >= leastHours, 'Expected a second or more')
  .openapi('FastForward', { minProperties: 1, example: { days: 7 } });
