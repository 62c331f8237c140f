import { money } from '../../workflows/calendar/format.ts';
import { classOf, type MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import type { Money } from '../../workflows/domain/money.ts';
import { flat, webUrl } from './format.ts';
import type { LinePart, MailProps } from './props.ts';
import {
  type Ask,
  aboutOrder,
  type Detail,
  greeting,
  sumsOf,
  unsubscribeOffer,
} from './wording.ts';

type Letter = {
  mail: MailProps;
  kind: MessageKind;
  /** What we ask the customer to do first, if anything. */
  ask?: Ask;
  /** The label of the link to the order page. */
  action: string;
  /** Paragraphs and blocks from top to bottom. */
  body: readonly string[];
};

/** The plain-text part: a whole mail by itself. It always names the order. */
export const letter = ({ mail, kind, ask, action, body }: Letter): string =>
  [
    greeting(mail),
    ...body,
    ...(ask ? [`${ask.label}:\n${ask.href}`] : []),
    `${action}:\n${mail.links.status}`,
    '----',
    aboutText(mail),
    ...(classOf(kind) === 'relationship' && mail.links.unsubscribe
      ? [`${unsubscribeOffer}\nUnsubscribe: ${mail.links.unsubscribe}`]
      : []),
    shopText(mail.shop),
  ].join('\n\n');

type Lines = { title: string; lines: readonly (LinePart & { total?: Money })[]; locale: string };

/** One line each: `- 2 × Brass lamp (LAMP-BRASS), $258.00`. */
export const linesText = ({ title, lines, locale }: Lines): string => {
  const rows = lines.map(({ quantity, title, sku, total }) => {
    const amount = total ? `, ${money(total, locale)}` : '';
    return `- ${quantity} × ${flat(title)} (${flat(sku)})${amount}`;
  });
  return [`${title}:`, ...rows].join('\n');
};

/** All lines of the order, with shipping and total. */
export const orderText = ({ order, customer: { locale } }: MailProps): string => {
  const title = `Your order ${order.orderId}`;
  const sums = sumsOf(order).map(({ label, amount }) => `${label}: ${money(amount, locale)}`);
  return [linesText({ title, lines: order.lines, locale }), ...sums].join('\n');
};

export const detailsText = (details: readonly Detail[]): string =>
  details.map(({ label, value }) => `${label}: ${value}`).join('\n');

const aboutText = (mail: MailProps): string => {
  const { supportEmail } = mail.shop;
  return supportEmail
    ? `${aboutOrder(mail)}\nQuestions? Email us at ${supportEmail}.`
    : aboutOrder(mail);
};

const shopText = ({ name, url, postalAddress }: MailProps['shop']): string =>
  [flat(name), flat(postalAddress ?? ''), webUrl(url)].filter(Boolean).join('\n');
