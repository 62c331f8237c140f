import { z } from 'zod';
import {
  amount,
  common,
  created,
  currency,
  flag,
  ignored,
  metadata,
  paging,
  text,
} from '../http/params.ts';

const details = {
  ...common,
  ...ignored(
    'allowed_payment_method_types',
    'payment_method_types',
    'excluded_payment_method_types',
  ),
  ...ignored('payment_method_options', 'payment_method_configuration', 'payment_details'),
  ...ignored('amount_details', 'shipping', 'statement_descriptor', 'statement_descriptor_suffix'),
  customer: z.string().optional(),
  description: text.optional(),
  metadata: metadata.optional(),
  payment_method: z.string().min(1).optional(),
  receipt_email: text.optional(),
  setup_future_usage: z.enum(['off_session', 'on_session']).optional(),
};
const confirmation = {
  ...ignored('mandate_data', 'use_stripe_sdk', 'radar_options'),
  error_on_requires_action: flag.optional(),
  off_session: z.union([flag, z.enum(['one_off', 'recurring']).transform(() => true)]).optional(),
  return_url: z.url().optional(),
};
const captureMethod = z
  .enum(['automatic', 'automatic_async', 'manual'])
  .transform((method) => (method === 'manual' ? method : 'automatic'));
export const createParams = z.strictObject({
  ...details,
  ...confirmation,
  ...ignored('automatic_payment_methods', 'confirmation_method', 'transfer_group'),
  amount,
  currency,
  capture_method: captureMethod.default('automatic'),
  confirm: flag.optional(),
});
export const updateParams = z.strictObject({
  ...details,
  amount: amount.optional(),
  currency: currency.optional(),
  capture_method: captureMethod.optional(),
});
export const confirmParams = z.strictObject({
  ...confirmation,
  ...common,
  ...ignored('allowed_payment_method_types', 'payment_method_types', 'payment_method_options'),
  ...ignored('payment_details', 'shipping'),
  client_secret: z.string().optional(),
  capture_method: captureMethod.optional(),
  payment_method: z.string().min(1).optional(),
  receipt_email: text.optional(),
  setup_future_usage: z.enum(['off_session', 'on_session']).optional(),
});
export const captureParams = z.strictObject({
  ...common,
  ...ignored('amount_details', 'payment_details', 'statement_descriptor_suffix'),
  amount_to_capture: amount.optional(),
  metadata: metadata.optional(),
});
export const cancelParams = z.strictObject({
  ...common,
  cancellation_reason: z
    .enum(['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'])
    .optional(),
});
export const listParams = z.strictObject({
  ...paging,
  created: created.optional(),
  customer: z.string().optional(),
});
