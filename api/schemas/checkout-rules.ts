import type { z } from 'zod';
import { maxAmount } from './scalars.ts';

type Loose<T> = T extends (infer Item)[]
  ? (Loose<Item> | undefined | null)[]
  : T extends object
    ? { [Key in keyof T]?: Loose<T[Key]> | null }
    : unknown;

/** As much of a body as these rules read, none of it sure: they also run on bodies with errors. */
type Money = { amount: number; currency: string };
type Body = Loose<{
  lines: { id: string; quantity: number; unitPrice: Money; total: Money }[];
  shipping: Money;
  payment: { mandate: { maximum: Money } };
}>;

type Complain = (path: (string | number)[], message: string) => void;

/**
 * What only several fields together show: a line id given twice, two currencies, sums beyond
 * what an amount may be, and a mandate that does not cover what is still to be paid. Whatever
 * is itself wrong is passed over, so that each error is reported once.
 */
export const refuseContradictions = (body: unknown, ctx: z.core.$RefinementCtx<unknown>): void => {
  if (typeof body !== 'object' || body === null) return;
  const complain: Complain = (path, message) => ctx.addIssue({ code: 'custom', path, message });
  refuseTwins(body, complain);
  refuseMixedCurrencies(body, complain);
  refuseExcess(body, complain);
};

const refuseTwins = (body: Body, complain: Complain): void => {
  const seen = new Set<string>();
  linesOf(body).forEach((line, index) => {
    const lineId = typeof line?.id === 'string' ? line.id : String(index + 1);
    if (seen.has(lineId)) complain(['lines', index, 'id'], `Another line has the id ${lineId}`);
    seen.add(lineId);
  });
};

const refuseMixedCurrencies = (body: Body, complain: Complain): void => {
  const found = [
    ...linesOf(body).flatMap((line, index) => [
      { path: ['lines', index, 'unitPrice', 'currency'], currency: line?.unitPrice?.currency },
      { path: ['lines', index, 'total', 'currency'], currency: line?.total?.currency },
    ]),
    { path: ['shipping', 'currency'], currency: body.shipping?.currency },
    {
      path: ['payment', 'mandate', 'maximum', 'currency'],
      currency: body.payment?.mandate?.maximum?.currency,
    },
  ].filter(({ currency }) => typeof currency === 'string');
  const first = found[0]?.currency;
  for (const { path, currency } of found) {
    if (currency !== first) complain(path, `Expected ${first}: an order has one currency`);
  }
};

const refuseExcess = (body: Body, complain: Complain): void => {
  let due = amountOf(body.shipping) ?? 0;
  linesOf(body).forEach((line, index) => {
    const total = totalOf(line);
    if (!line?.total && total > maxAmount) {
      complain(['lines', index], `The line comes to more than ${maxAmount}`);
    }
    due += total;
  });
  const maximum = amountOf(body.payment?.mandate?.maximum);
  if (due > maxAmount) {
    complain(['lines'], `The order comes to more than ${maxAmount}`);
  } else if (maximum !== undefined && maximum < due) {
    complain(['payment', 'mandate', 'maximum', 'amount'], `Below what is to be paid, ${due}`);
  }
};

const linesOf = (body: Body): NonNullable<Body['lines']> =>
  Array.isArray(body.lines) ? body.lines : [];

type Line = NonNullable<Body['lines']>[number];

const totalOf = (line: Line): number =>
  line?.total ? (amountOf(line.total) ?? 0) : priceOf(line) * numberOr(line?.quantity, 0);

const priceOf = (line: Line): number => amountOf(line?.unitPrice) ?? 0;

const amountOf = (money: Loose<Money> | null | undefined): number | undefined =>
  typeof money?.amount === 'number' ? money.amount : undefined;

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;
