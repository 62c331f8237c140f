import { z } from 'zod';
import { common, created, flag, ignored, metadata, paging, text } from '../http/params.ts';

const types = ignored('allowed_payment_method_types', 'payment_method_types', 'mandate_data');
export const createParams = z.strictObject({
  ...common,
  ...types,
  ...ignored('automatic_payment_methods', 'payment_method_options', 'use_stripe_sdk'),
  confirm: flag.optional(),
  customer: z.string().optional(),
  description: text.optional(),
  metadata: metadata.optional(),
  payment_method: z.string().min(1).optional(),
  return_url: z.url().optional(),
  usage: z.enum(['off_session', 'on_session']).default('off_session'),
});
export const confirmParams = z.strictObject({
  ...common,
  ...types,
  ...ignored('payment_method_options', 'use_stripe_sdk'),
  client_secret: z.string().optional(),
  payment_method: z.string().min(1).optional(),
  return_url: z.url().optional(),
});

export const cancelParams = z.strictObject({
  ...common,
  cancellation_reason: z.enum(['abandoned', 'duplicate', 'requested_by_customer']).optional(),
});
export const listParams = z.strictObject({
  ...paging,
  created: created.optional(),
  customer: z.string().optional(),
  payment_method: z.string().optional(),
});
