import type { Money } from '../../workflows/domain/money.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import type { Words } from '../words/lexicon.ts';
import type { Brand } from './brand.ts';

/** Units of one line: all that were ordered, or the part of them that a mail is about. */
export type LinePart = {
  title: string;
  quantity: number;
  sku: string;
  url: string | null;
  imageUrl: string | null;
};

type OrderLine = LinePart & { total: Money };

/** What every template gets. Null means that there is none, and the mail reads well without it. */
export type MailProps = {
  shop: Brand;
  words: Words;
  customer: { name: string | null; locale: string };
  order: {
    orderId: string;
    placedOn: CivilDate;
    lines: OrderLine[];
    shipping: Money | null;
    total: Money;
  };
  promise: { on: CivilDate } | null;
  /**
   * `pay`: where the customer confirms a payment. `card`: where they give another card. Only
   * relationship mails show `unsubscribe`, even if a service mail has it.
   */
  links: { status: string; pay: string; card: string; unsubscribe: string | null };
};
