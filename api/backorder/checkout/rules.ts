import type { z } from 'zod';
import { chargeStep, leastCharge } from '../../../workflows/domain/currency.ts';
import { maxAmount } from '../../http/scalars.ts';

type Loose<T> = T extends (infer Item)[]
  ? (Loose<Item> | undefined | null)[]
  : T extends object
    ? { [Key in keyof T]?: Loose<T[Key]> | null }
    : unknown;

/**
 * The parts of a body that these rules read. Any may be missing or wrong, because the rules also
 * run on bodies with errors.
 */
type Money = { amount: number; currency: string };
type Body = Loose<{
  lines: { id: string; quantity: number; unitPrice: Money; total: Money }[];
  shipping: Money;
  payment: {
    terms: string;
    mandate: { maximum: Money };
    ask: { mandate: { maximum: Money } };
    deposit: { amount: Money };
  };
}>;

type Complain = (path: (string | number)[], message: string) => void;

/**
 * Refuses fields that contradict each other: twin line ids, mixed currencies, sums too large or too
 * small to charge, a deposit that is no part of the order or leaves too little to charge, a mandate
 * below what is still to be paid, and no payment for what costs something. A field that is itself wrong is left out, so that each
 * error is reported once.
 */
export const refuseContradictions = (body: unknown, ctx: z.core.$RefinementCtx<unknown>): void => {
  if (typeof body !== 'object' || body === null) return;
  const complain: Complain = (path, message) => ctx.addIssue({ code: 'custom', path, message });
  refuseTwins(body, complain);
  refuseMixedCurrencies(body, complain);
  refuseExcess(body, complain);
  refuseSplinters(body, complain);
};

/** A sum to be charged must be one that cards can be charged. */
const refuseSplinters = (body: Body, complain: Complain): void => {
  const sums = [
    ...linesOf(body).map((line, index) =>
      line?.total
        ? { path: ['lines', index, 'total'], money: line.total }
        : { path: ['lines', index, 'unitPrice'], money: line?.unitPrice },
    ),
    { path: ['shipping'], money: body.shipping },
    { path: depositPath, money: depositOf(body) },
  ];
  for (const { path, money } of sums) {
    const step = typeof money?.currency === 'string' ? chargeStep(money.currency) : 1;
    const amount = amountOf(money);
    if (amount !== undefined && amount % step !== 0) {
      complain([...path, 'amount'], `Expected a multiple of ${step}: cards are charged no less`);
    }
  }
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
    { path: [...depositPath, 'currency'], currency: depositOf(body)?.currency },
    ...maximaOf(body).map(({ path, money }) => ({
      ...{ path: [...path, 'currency'], currency: money?.currency },
    })),
  ].filter(({ currency }) => typeof currency === 'string');
  const first = found[0]?.currency;
  for (const { path, currency } of found) {
    if (currency !== first) complain(path, `Expected ${first}: an order has one currency`);
  }
};

const refuseExcess = (body: Body, complain: Complain): void => {
  let total = amountOf(body.shipping) ?? 0;
  linesOf(body).forEach((line, index) => {
    const lineTotal = totalOf(line);
    if (!line?.total && lineTotal > maxAmount) {
      complain(['lines', index], `The line comes to more than ${maxAmount}`);
    }
    total += lineTotal;
  });
  if (total > maxAmount) complain(['lines'], `The order comes to more than ${maxAmount}`);
  else refuseWrongParts(body, { total, complain });
};

/** A deposit is a part of the order, if that costs anything; the mandate covers what it leaves. */
const refuseWrongParts = (
  body: Body,
  { total, complain }: { total: number; complain: Complain },
): void => {
  const deposit = amountOf(depositOf(body));
  if (deposit !== undefined && (total === 0 ? deposit > 0 : deposit === 0 || deposit >= total)) {
    complain([...depositPath, 'amount'], `Expected more than 0 and less than the order, ${total}`);
  }
  const due = total - (deposit ?? 0);
  const terms = body.payment?.terms;
  if (terms === 'none' && due > 0) {
    complain(['payment', 'terms'], `The order comes to ${due}: none is for what costs nothing`);
  }
  if (terms !== 'prepaid' && terms !== 'none') refuseTrifle(body, { due, complain });
  for (const { path, money } of maximaOf(body)) {
    const maximum = amountOf(money);
    if (maximum !== undefined && maximum < due) {
      complain([...path, 'amount'], `Below what is to be paid, ${due}`);
    }
  }
};

/** What is still to be paid must be nothing, or a sum that cards can be charged. */
const refuseTrifle = (body: Body, { due, complain }: { due: number; complain: Complain }): void => {
  const currency = linesOf(body)[0]?.unitPrice?.currency;
  const least = typeof currency === 'string' ? leastCharge(currency) : 1;
  if (due <= 0 || due >= least) return;
  const reason = `cards are charged no less than ${least}`;
  if (amountOf(depositOf(body)) === undefined) {
    complain(['lines'], `The order comes to ${due}: ${reason}`);
  } else complain([...depositPath, 'amount'], `It leaves ${due} to be paid: ${reason}`);
};

const depositPath = ['payment', 'deposit', 'amount'];

const depositOf = ({ payment }: Body) => payment?.deposit?.amount;

/** Of a mandate that was accepted, or that the customer is asked to accept. */
const maximaOf = ({ payment }: Body) => [
  { path: ['payment', 'mandate', 'maximum'], money: payment?.mandate?.maximum },
  { path: ['payment', 'ask', 'mandate', 'maximum'], money: payment?.ask?.mandate?.maximum },
];

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
