import type { PromiseStanding, Wait } from '../../workflows/domain/mail/standing.ts';
import type { Money } from '../../workflows/domain/money.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import type { Words } from '../words/lexicon.ts';
import type { Brand } from './brand.ts';

/** Units of one line: those that a mail is about. */
export type LinePart = {
  title: string;
  quantity: number;
  sku: string;
  url: string | null;
  imageUrl: string | null;
};

export type OrderLine = LinePart & { total: Money };

/** Units with what they cost, and what is paid for sending them; null: nothing. */
export type Lines = { lines: readonly OrderLine[]; shipping: Money | null; total: Money };

/**
 * What is still to be said of paying: nothing, because it costs nothing; that it is paid; that a
 * card is charged as it ships; or that card and consent are still to come.
 */
export type Paying = 'free' | 'paid' | 'card' | 'asked';

/**
 * What every template gets: how things stand when it is sent. Null means that there is none, and
 * the mail reads well without it.
 */
export type MailProps = {
  shop: Brand;
  words: Words;
  customer: { name: string | null; locale: string };
  /** `number`: what the customer knows the order by, which at a connected shop is the shop's own. */
  order: { number: string; placedOn: CivilDate; paying: Paying };
  /** How many units of the order are where. */
  units: { waiting: number; setAside: number; shipped: number; cancelled: number };
  /** What has neither shipped nor been cancelled. */
  left: Lines;
  promise: PromiseStanding;
  wait: Wait | null;
  /**
   * `pay`: where the customer confirms a payment. `card`: where they give another card. Only
   * relationship mails show `preferences` and `unsubscribe`, even if a service mail has them.
   */
  links: {
    status: string;
    pay: string;
    card: string;
    preferences: string;
    unsubscribe: string | null;
  };
};
