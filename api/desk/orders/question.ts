import { z } from '@hono/zod-openapi';
import {
  type OrderQuestion,
  type OrderSearch,
  orderSorts,
} from '../../../db/desk/orders/search.ts';
import { attentionCodes } from '../../../workflows/domain/backorder/attention.ts';
import { type PaymentState, paymentStates } from '../../../workflows/domain/backorder/intent.ts';
import { policyNames } from '../../../workflows/domain/backorder/law.ts';
import { phases } from '../../../workflows/domain/backorder/snapshot.ts';
import { spellSku } from '../../../workflows/domain/stock/sku.ts';
import { civilDate, email, instant, sku, text } from '../../http/scalars.ts';

/** What was asked of a customer and is not there yet: a card, a confirmation, another card. */
const owed: readonly PaymentState[] = ['asked', 'action_required', 'failed'];

const yes = z.literal('yes', 'Expected yes');

const oneOf = <const Value extends string>(values: readonly Value[]) =>
  z.enum(values, { error: () => `Expected one of ${values.join(', ')}` });

/** The beginning of an id. */
const start = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,64}$/, 'Expected the beginning of an id: A-Z a-z 0-9 . _ : -');

/** What stands in the address of the list. `…Before` and `…After` do not count the day itself. */
const schema = z.strictObject({
  q: text(254).optional(),
  orderId: start.optional(),
  email: email.optional(),
  sku: sku.optional(),
  phase: oneOf([...phases, 'open']).optional(),
  attention: oneOf([...attentionCodes, 'any']).optional(),
  promised: z.literal('none', 'Expected none').optional(),
  promisedBefore: civilDate.optional(),
  promisedAfter: civilDate.optional(),
  updatedSince: z
    .union([instant, civilDate.transform((on) => `${on}T00:00:00.000Z`)], {
      error: 'Expected a date, or an RFC 3339 date and time',
    })
    .optional(),
  payment: oneOf([...paymentStates, 'owed']).optional(),
  hold: yes.optional(),
  policy: oneOf(policyNames).optional(),
  sort: oneOf(orderSorts).default('placed'),
  cursor: z.string().optional(),
});

/** What was wrong with each part of the address, by its name; `''`: with a part that is none. */
export type Faults = Record<string, string>;

export type Asked = { isRight: true; question: OrderQuestion } | { isRight: false; faults: Faults };

/** What an address of the list asks for. A field that was left empty asks for nothing. */
export const readQuestion = (query: URLSearchParams): Asked => {
  const filled = [...query].filter(([, value]) => value.trim() !== '');
  const twice = filled.find(([name], index) => filled.findIndex(([one]) => one === name) < index);
  if (twice) return { isRight: false, faults: { [twice[0]]: 'Expected once' } };
  const parsed = schema.safeParse(
    Object.fromEntries(filled.map(([name, value]) => [name, value.trim()])),
  );
  if (!parsed.success) return { isRight: false, faults: faultsOf(parsed.error) };
  const { sort, cursor: _, ...asked } = parsed.data;
  return { isRight: true, question: { search: toSearch(asked), sort } };
};

const faultsOf = ({ issues }: z.ZodError): Faults =>
  Object.fromEntries(
    issues.map((issue) =>
      issue.code === 'unrecognized_keys'
        ? ['', `There is no filter ${issue.keys.join(', ')}.`]
        : [String(issue.path[0] ?? ''), issue.message],
    ),
  );

type Parsed = Omit<z.infer<typeof schema>, 'sort' | 'cursor'>;

const toSearch = ({ q, promised, payment, hold, ...same }: Parsed): OrderSearch => ({
  ...(q !== undefined && knownBy(q)),
  ...same,
  ...(promised !== undefined && { undated: true }),
  ...(payment !== undefined && { payment: payment === 'owed' ? owed : [payment] }),
  ...(hold !== undefined && { held: true }),
});

/** An address has an @ and a domain; whatever else it is, it is an id or an SKU. */
const knownBy = (q: string): OrderSearch =>
  email.safeParse(q).success ? { email: q } : { idOrSku: spellSku(q) };
