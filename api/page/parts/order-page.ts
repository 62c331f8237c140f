import type { StatusPage } from '../../../db/page/order-page.ts';
import type { Words } from '../../../emails/words/lexicon.ts';
import { day, money } from '../../../workflows/calendar/format.ts';
import { lastDayBefore } from '../../../workflows/calendar/kept-until.ts';
import { civilDateIn } from '../../../workflows/calendar/zone.ts';
import type { Phase } from '../../../workflows/domain/backorder/snapshot.ts';
import type { CivilDate, Instant } from '../../../workflows/domain/time.ts';

/** The shop as its pages introduce it. `isStaging`: nothing that they show is real. */
export type Shop = {
  name: string;
  url: string | null;
  supportEmail: string | null;
  isStaging: boolean;
};

/** Whose page it is, and the language that it is in. */
export type Site = { shop: Shop; words: Words };

/** The data of one order's pages. `now` is the order's own time. */
export type OrderPage = StatusPage & { shop: Shop; now: Instant };

/** A backorder whose workflow has said nothing yet waits for stock. */
export const phaseOf = ({ order }: OrderPage): Phase => order.view?.phase ?? 'awaiting_stock';

/** Units that have neither shipped nor been cancelled. */
export const openUnits = ({ order }: OrderPage): number =>
  order.lines.reduce((sum, line) => sum + line.waiting + line.allocated, 0);

/** Whether units still wait for stock. */
export const waits = ({ order }: OrderPage): boolean =>
  order.lines.some(({ waiting }) => waiting > 0);

/** Whether nothing is open any more and something was cancelled. */
export const wasCancelled = (page: OrderPage): boolean =>
  openUnits(page) === 0 && page.order.lines.some(({ cancelled }) => cancelled > 0);

export const amountIn = ({ order }: OrderPage, amount: number): string =>
  money({ amount, currency: order.currency }, order.locale);

export const dayOf = ({ order }: OrderPage, on: CivilDate): string => day(on, order.locale);

/** The customer's own day at that instant. */
export const dayAt = (page: OrderPage, at: Instant): string =>
  dayOf(page, civilDateIn(at, page.order.timeZone));

/** The day it is for the customer, in the order's own time. */
export const todayOf = ({ order, now }: OrderPage): CivilDate => civilDateIn(now, order.timeZone);

/** The last day on which the customer can count on what ends at that instant. */
export const lastDayOf = (page: OrderPage, endsAt: Instant): string =>
  dayOf(page, lastDayBefore(endsAt, page.order.timeZone, page.now));

/** Whether the order costs nothing, so that nothing is said of cards and charges. */
export const isFree = ({ terms }: OrderPage): boolean => terms === 'none';

/** How to reach the shop, to stand behind "please". */
export const reach = ({ shop }: { shop: Shop }): string =>
  shop.supportEmail === null ? 'contact us' : `email us at ${shop.supportEmail}`;
