import fc from 'fast-check';
import type { MailFacts } from '../../../db/mail/facts.ts';
import type { StatusPage } from '../../../db/page/order-page.ts';
import type { Opening } from '../../../workflows/domain/backorder/backorder.ts';
import type { Part } from '../../../workflows/domain/backorder/snapshot.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { viewOf } from '../../../workflows/domain/view.ts';
import { totalOf } from '../cast.ts';
import type { World } from '../world/effects.ts';
import type { Ledger } from '../world/ledger.ts';

/** What the database knows of an order besides what its life is made of. */
export type Told = {
  opening: Opening;
  shipTo: Pick<MailFacts, 'country' | 'region' | 'postalCode'>;
  timeZone: string;
  /** By how many minor units the mandate is more than what may be charged. */
  spare: number;
};

/** Where an order goes to, and where its customer is: seldom under the same date. */
export const anyPlace = fc.record({
  shipTo: fc.constantFrom(
    { country: 'US', region: 'CA', postalCode: '94110' },
    { country: 'GB', region: null, postalCode: null },
    { country: 'NZ', region: null, postalCode: null },
  ),
  timeZone: fc.constantFrom('America/Los_Angeles', 'Europe/London', 'Pacific/Auckland'),
  spare: fc.constantFrom(0, 1_000),
});

/** The order as its mails read it from the database. */
export const factsOf = (told: Told, { ledger, state }: World): MailFacts => {
  const { opening, shipTo, timeZone } = told;
  const { upfront } = opening.payment;
  return {
    ...{ orderId: opening.orderId, number: opening.orderId, placedAt: opening.placedAt },
    currency: opening.currency,
    ...{ email: 'ada@example.org', name: 'Ada', locale: 'en-US', timeZone, ...shipTo },
    shipping: opening.shipping,
    paidUpfront: upfront?.amount ?? null,
    heldBy: upfront?.heldBy ?? null,
    ...{ linkVersion: 1, erasedAt: null, marketingConsent: false, excitementGroup: null },
    mandate: mandateOf(told),
    isAsked: state.ask !== undefined,
    lines: opening.lines.map(({ lineId, quantity, total }) => ({
      ...{ lineId, sku: skuOf(lineId), title: titleOf(lineId), quantity, total },
      ...{ url: null, imageUrl: null, highlights: [], related: [] },
      ...countsOf(ledger, lineId),
    })),
  };
};

/** The order as its page reads it, which shows what the workflow last said of itself. */
export const pageRowsOf = (told: Told, world: World): StatusPage => {
  const { opening, shipTo, timeZone } = told;
  const { state, ledger, now } = world;
  const view = viewOf(state, plan(state, now), now);
  const { upfront, ask } = opening.payment;
  const terms = termsOf(opening);
  const { problem } = view.payment;
  return {
    order: {
      ...{ orderId: opening.orderId, placedAt: opening.placedAt, currency: opening.currency },
      ...{ email: 'ada@example.org', name: 'Ada', locale: 'en-US', timeZone, ...shipTo },
      ...{ fulfilment: 'ship-available', priority: 0, linkVersion: 1, skippedMs: 0 },
      ...{ suspensionReason: null, suspendedAt: null, erasedAt: null, heldReference: null },
      ...{ terms, paidUpfront: upfront?.amount ?? null, heldBy: upfront?.heldBy ?? null },
      askDays: ask?.days ?? null,
      lines: opening.lines.map(({ lineId, quantity, total }) => ({
        ...{ lineId, sku: skuOf(lineId), location: 'main', quantity, total },
        ...{ unitPrice: Math.floor(total / quantity), ...countsOf(ledger, lineId) },
      })),
      ...{ revision: state.revision, view, raised: [] },
      promisedOn: state.promise?.on ?? null,
      ...{
        promiseBasis: null,
        promiseStatedAt: null,
        sellerCredit: false,
        excitementGroup: null,
        noticeId: null,
        cancellation: null,
        shop: null,
      },
    },
    titles: new Map(opening.lines.map(({ lineId }) => [lineId, titleOf(lineId)])),
    pictures: new Map(),
    ...{ shipping: opening.shipping, terms, mandate: null },
    ...{ paidUpfront: upfront?.amount ?? null, heldBy: upfront?.heldBy ?? null },
    maximum: mandateOf(told)?.maximum.amount ?? null,
    isConfirmable: problem?.reason === 'authentication' && problem.intentId !== null,
    shipments: shipmentsOf(ledger).map(({ shipmentId, lines }) => ({
      ...{ shipmentId, lines, carrier: 'UPS', tracking: null, scannedAt: now },
    })),
    ...{ word: null, heard: [], notice: null, dates: [], facts: [], confirmedAt: null },
    mails: { newest: [], isCut: false },
  };
};

export const skuOf = (lineId: string): string => `SKU-${lineId}`;

export const titleOf = (lineId: string): string => `Ware ${lineId}`;

/** What this act moved in the ledger. */
export const movedBy = ({ applied }: Ledger, act: 'ship' | 'cancel', actId: string): Part[] =>
  applied[`${act}:${actId}`] ?? [];

const shipmentsOf = ({ applied }: Ledger): { shipmentId: string; lines: Part[] }[] =>
  Object.entries(applied)
    .filter(([key, lines]) => key.startsWith('ship:') && lines.length > 0)
    .map(([key, lines]) => ({ shipmentId: key.slice('ship:'.length), lines }));

/** Where the units of a line are. */
const countsOf = (
  { lines, leases }: Ledger,
  lineId: string,
): Record<'waiting' | 'allocated' | 'shipped' | 'cancelled', number> => {
  const line = lines.find((each) => each.lineId === lineId);
  if (line === undefined) throw new Error(`no line ${lineId}`);
  const { waiting, kept, shipped, cancelled } = line;
  const leased = leases.flatMap(({ units }) => units).filter((part) => part.lineId === lineId);
  const allocated = leased.reduce((sum, { quantity }) => sum + quantity, kept);
  return { waiting, allocated, shipped, cancelled };
};

type Terms = StatusPage['terms'];

const termsOf = (opening: Opening): Terms => {
  const { upfront } = opening.payment;
  if (totalOf(opening) === 0) return 'none';
  if (upfront === null) return 'on_shipment';
  return upfront.amount === totalOf(opening) ? 'prepaid' : 'deposit';
};

/** A mandate covers what a card is charged, which is not what was paid with the order. */
const mandateOf = ({ opening, spare }: Told): MailFacts['mandate'] => {
  const terms = termsOf(opening);
  if (terms === 'none' || terms === 'prepaid') return null;
  const amount = totalOf(opening) - (opening.payment.upfront?.amount ?? 0) + spare;
  return { maximum: { amount, currency: opening.currency } };
};
