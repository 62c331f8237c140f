import type { Words } from '../../../emails/words/lexicon.ts';
import type { CardWants } from '../../../workflows/domain/backorder/mail.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { lastDayOf, type OrderPage } from '../parts/order-page.ts';

/** What is still to come, and until when. Nobody knows the end before the workflow runs. */
type Asked = { wants: CardWants; endsAt: Instant | null };

/** Card and consent that we ask the customer for; null when both are here, or none is needed. */
export const askedOf = ({ order: { view, askDays } }: OrderPage): Asked | null => {
  if (view !== null) return view.payment.asked ?? null;
  return (askDays ?? null) === null ? null : { wants: 'both', endsAt: null };
};

/** What we need, and what follows without it; empty when nothing is asked for. */
export const askedWords = (page: OrderPage): string[] => {
  const say = page.words.say.askedPage;
  const asked = askedOf(page);
  if (asked === null) return [];
  return [
    say.needed({ wants: asked.wants }),
    ...(asked.endsAt === null ? [] : [say.cancelsAfter({ day: lastDayOf(page, asked.endsAt) })]),
  ];
};

/** The button that leads to it. */
export const askedLabel = ({ say }: Words, wants: CardWants): string =>
  wants === 'consent' ? say.askedPage.agree() : say.askedPage.giveCard();
