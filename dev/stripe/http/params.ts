import { z } from 'zod';
import { type ApiFailure, invalid } from './errors.ts';
import type { Form } from './form.ts';

/** Reads a form with a schema, or throws the 400 that Stripe gives for its first problem. */
export const readParams = <S extends z.ZodType>(schema: S, form: Form): z.output<S> => {
  const parsed = schema.safeParse(form);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw issue ? explain(issue, form) : invalid('Invalid request');
};

const explain = (issue: z.core.$ZodIssue, form: Form): ApiFailure => {
  if (issue.code === 'unrecognized_keys') {
    const param = nameOf([...issue.path, issue.keys[0] ?? '']);
    return invalid(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
  }
  const param = nameOf(issue.path);
  const value = issue.path.reduce<unknown>(
    (group, key) => (group as Form | undefined)?.[String(key)],
    form,
  );
  if (value === undefined)
    return invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  if (value === '')
    return invalid(`You passed an empty string for '${param}'.`, {
      code: 'parameter_invalid_empty',
      param,
    });
  const code = issue.code === 'custom' ? issue.params?.code : undefined;
  return invalid(`Invalid ${param}: ${issue.message}`, {
    ...(typeof code === 'string' ? { code } : {}),
    param,
  });
};

const nameOf = (path: readonly PropertyKey[]): string =>
  path.map((key, depth) => (depth === 0 ? String(key) : `[${String(key)}]`)).join('');

/** A whole number from `min` to `max`; too much is Stripe's `amount_too_large`. */
export const integer = ({ min, max }: { min: number; max: number }) =>
  z.string().transform((text, context) => {
    const value = /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
    if (value === undefined)
      refuse(context, 'parameter_invalid_integer', `Invalid integer: ${text}`);
    else if (value < min)
      refuse(context, 'parameter_invalid_integer', `must be greater than or equal to ${min}`);
    else if (value > max) refuse(context, 'amount_too_large', `must be no more than ${max}`);
    return value ?? min;
  });

const refuse = (context: z.RefinementCtx, code: string, message: string): void =>
  context.addIssue({ code: 'custom', message, params: { code } });

/** An amount in minor units: at most eight digits (docs.stripe.com/api/payment_intents/create). */
export const amount = integer({ min: 1, max: 99_999_999 });

const currencies = new Set(Intl.supportedValuesOf('currency'));

export const currency = z
  .string()
  .refine((code) => currencies.has(code.toUpperCase()), 'not an ISO 4217 code')
  .transform((code) => code.toLowerCase());

export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Text that is unset by sending it empty. */
export const text = z
  .string()
  .max(5000)
  .transform((value) => value || null);

export const list = z
  .record(z.string(), z.string())
  .transform((group): string[] => Object.values(group));

/** Up to 50 pairs; an empty value takes a key away, an empty whole takes all. */
export const metadata = z.union([
  z.literal(''),
  z
    .record(z.string().min(1).max(40), z.string().max(500))
    .refine((pairs) => Object.keys(pairs).length <= 50, 'at most 50 keys'),
]);

/** The metadata after a change that was sent. */
export const mergeMetadata = (
  before: Record<string, string>,
  change: z.output<typeof metadata> | undefined,
): Record<string, string> =>
  change === ''
    ? {}
    : Object.fromEntries(
        Object.entries({ ...before, ...change }).filter(([, value]) => value !== ''),
      );

/** Parameters of Stripe's that are taken and make no difference here. */
export const ignored = (...names: string[]): Record<string, z.ZodOptional<z.ZodUnknown>> =>
  Object.fromEntries(names.map((name) => [name, z.unknown().optional()]));

const second = integer({ min: 0, max: 99_999_999_999 });

/** When something was made, in Unix seconds: exactly, or between bounds. */
export const created = z.union([
  second,
  z.strictObject({
    gt: second.optional(),
    gte: second.optional(),
    lt: second.optional(),
    lte: second.optional(),
  }),
]);

/** What every call takes. */
export const common = { expand: list.optional() };

/** What every list takes. */
export const paging = {
  ...common,
  limit: integer({ min: 1, max: 100 }).optional(),
  starting_after: z.string().optional(),
  ending_before: z.string().optional(),
};

/** What lists take whose objects hang on a charge. */
export const listOfCharge = z.strictObject({
  ...paging,
  charge: z.string().optional(),
  created: created.optional(),
  payment_intent: z.string().optional(),
});

/** The `expand[]` of any call. */
export const readExpand = (form: Form): string[] =>
  readParams(z.object({ expand: list.optional() }), form).expand ?? [];
