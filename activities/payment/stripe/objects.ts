import { z } from 'zod';
import type { Money } from '../../../workflows/domain/money.ts';
import { fromStripe } from './amounts.ts';

/** A page of a list, its objects not yet looked at; undefined when it is not a list. */
export const findPage = (object: unknown): { data: unknown[]; hasMore: boolean } | undefined => {
  const parsed = pageSchema.safeParse(object);
  return parsed.success ? { data: parsed.data.data, hasMore: parsed.data.has_more } : undefined;
};

export const metadataSchema = z.record(z.string(), z.string()).nullish();

/** Another object, by its id or, when it was expanded, whole. */
export const referenceSchema = z
  .union([z.string().min(1), z.object({ id: z.string().min(1) })])
  .nullish();

export const idOf = (reference: z.output<typeof referenceSchema>): string | null =>
  typeof reference === 'string' ? reference : (reference?.id ?? null);

export const moneyOf = ({ amount, currency }: { amount: number; currency: string }): Money => ({
  amount: fromStripe(amount, currency),
  currency: currency.toUpperCase(),
});

const pageSchema = z.object({
  object: z.literal('list'),
  data: z.array(z.unknown()),
  has_more: z.boolean(),
});
