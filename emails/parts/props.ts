import type { Money } from '../../workflows/domain/money.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';

/** Units of one line: all that were ordered, or the part of them a mail is about. */
export type LinePart = {
  title: string;
  quantity: number;
  sku: string;
  url: string | null;
  imageUrl: string | null;
};

type OrderLine = LinePart & { total: Money };

/** What every template is given. Null means "there is none", and the mail reads well without it. */
export type MailProps = {
  shop: {
    name: string;
    url: string | null;
    supportEmail: string | null;
    postalAddress: string | null;
  };
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
   * `pay`: where a payment is confirmed, `card`: where another card is given. `unsubscribe` is
   * shown in relationship mails only, whatever a service mail is given.
   */
  links: { status: string; pay: string; card: string; unsubscribe: string | null };
};
