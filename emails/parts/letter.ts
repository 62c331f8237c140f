import { classOf, type MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import type { Words } from '../words/lexicon.ts';
import { flat, webUrl } from './format.ts';
import type { MailProps } from './props.ts';
import { aboutOrder, type Detail, greeting, unsubscribeOffer } from './wording.ts';

type Letter = {
  mail: MailProps;
  kind: MessageKind;
  /** Paragraphs from top to bottom; empty ones are left out. */
  body: readonly string[];
};

/** The plain-text part: a whole mail by itself. It always names the order. */
export const letter = ({ mail, kind, body }: Letter): string =>
  [greeting(mail), ...body, '----', aboutText(mail), choicesText(mail, kind), shopText(mail.shop)]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');

export const detailsText = (
  details: readonly Detail[],
  { words: { say } }: Pick<MailProps, 'words'>,
): string => details.map((detail) => say.letter.detail(detail)).join('\n');

/** What a link does, and the address where it leads. */
export const linkText = (label: string, href: string, { say }: Words): string =>
  `${say.letter.titled({ title: label })}\n${href}`;

const aboutText = (mail: MailProps): string => {
  const { supportEmail } = mail.shop;
  const about = aboutOrder(mail);
  return supportEmail
    ? `${about}\n${mail.words.say.letter.questions({ address: supportEmail })}`
    : about;
};

const choicesText = (mail: MailProps, kind: MessageKind): string => {
  const { links, words } = mail;
  if (classOf(kind) !== 'relationship') return '';
  const { letter } = words.say;
  const choose = linkText(letter.preferences(), links.preferences, words);
  if (links.unsubscribe === null) return choose;
  return [
    unsubscribeOffer(mail),
    linkText(letter.unsubscribe(), links.unsubscribe, words),
    choose,
  ].join('\n');
};

const shopText = ({ name, url, postalAddress }: MailProps['shop']): string =>
  [flat(name), flat(postalAddress ?? ''), webUrl(url)].filter(Boolean).join('\n');
