import { zoneAtShipTo } from '../../../workflows/calendar/ship-to-day.ts';
import { Paragraphs } from '../../html/layout.tsx';
import { amid } from '../../html/site.ts';
import { numberOf, type OrderPage } from '../parts/order-page.ts';
import { withdrawnAt } from './standing.ts';

/** That we have a withdrawal, since when, and what becomes of what has shipped. */
export const Withdrawn = ({ page }: { page: OrderPage }) => {
  const say = page.words.say.withdrawPage;
  const at = withdrawnAt(page);
  if (at === null) return null;
  const when = page.words.time(at, zoneAtShipTo(page.order));
  const texts = [
    say.receivedAt({ order: amid(page, numberOf(page.order)), when }),
    ...shippedWords(page),
    say.mailFollows(),
  ];
  return <Paragraphs texts={texts} />;
};

/** The shop takes over what the carrier has. */
export const shippedWords = (page: OrderPage): string[] =>
  page.shipments.length === 0
    ? []
    : [page.words.say.withdrawPage.shipped({ shop: amid(page, page.shop.name) })];
