import type { MailFacts } from '../../../db/mail/facts.ts';
import type { StatusPage } from '../../../db/page/order-page.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';

/** The customer's page as they read it, with what was true of its order then. */
export type Shown = { facts: MailFacts; page: StatusPage; today: string; text: string };

const words = createLexicon()('en-US');

const refuse = (text: string, pattern: RegExp, why: string): string[] => {
  const found = pattern.exec(text);
  return found === null ? [] : [`page: ${why}: "${found[0]}"`];
};

/** Everything on the page that is not so; empty as long as it tells the truth. */
export const untrueOnPage = (shown: Shown): string[] => [
  ...refuse(shown.text, /undefined|\bnull\b|NaN|\[object|Invalid|[{}]/, 'a slip'),
  ...dates(shown),
  ...units(shown),
  ...money(shown),
];

const dates = ({ page, today, text }: Shown): string[] => {
  const on = page.order.promisedOn;
  if (on !== null && on >= today) {
    return [...text.matchAll(/Expected to ship by (\w+, \w+ \d+, \d+)/g)]
      .filter(([, day]) => day !== words.day(on))
      .map(([found]) => `page: another date than ${on}: ${found}`);
  }
  return refuse(
    text,
    /Expected to ship|We expect to ship|Day \d+ of \d+|number of days left/,
    'no such date',
  );
};

const units = ({ facts, text }: Shown): string[] => {
  const count = (of: (line: MailFacts['lines'][number]) => number) =>
    facts.lines.reduce((total, line) => total + of(line), 0);
  const open = count(({ waiting, allocated }) => waiting + allocated);
  const said = text.replace(
    /The rest will be released|Of the rest, you|charge the rest|The rest of your order will follow/g,
    '',
  );
  return [
    ...(open > 0
      ? []
      : refuse(
          said,
          /\brest of your order|Expected to ship|waiting for|We are keeping|set aside for you\.|will follow|ready to ship\.|You can cancel|Cancel (this|unshipped)|There is no ship date|As soon as your items/,
          'nothing is left',
        )),
    ...(open === 0
      ? []
      : refuse(said, /Your order has (shipped|been canceled)/, 'something is left')),
    ...(count(({ waiting }) => waiting) > 0
      ? []
      : refuse(
          said,
          /is waiting for (stock|payment|your)|We are keeping your place|As soon as your items come in|before your items come in|waiting for stock again/,
          'nothing waits',
        )),
    ...(count(({ allocated }) => allocated) > 0
      ? []
      : refuse(
          said,
          /order is set aside|order is in stock|items are set aside|hand your items|ready to ship in a moment|asking your bank/,
          'nothing is set aside',
        )),
    ...(count(({ shipped }) => shipped) > 0
      ? []
      : refuse(
          said.replace(/anything that has not shipped|for what has shipped|What has shipped/g, ''),
          /rest of your order|has shipped\b|have shipped|More of your/,
          'nothing has shipped',
        )),
  ];
};

const money = ({ facts, page, text }: Shown): string[] => {
  const { terms, heldBy } = page;
  const said = text.replace(/Nothing (more )?(was|is|will be|has been) charged/g, '');
  return [
    ...(terms === 'none'
      ? refuse(said, /\bcards?\b|charged?\b|payment|\bpaid\b/i, 'it costs nothing')
      : []),
    ...(terms === 'prepaid'
      ? refuse(
          said,
          /will charge|charge your card|your card|will be charged\b(?!.)/i,
          'it is prepaid',
        )
      : []),
    ...(facts.isAsked
      ? refuse(said, /charged your card|was charged to/, 'there is no card yet')
      : []),
    ...(heldBy === 'shop' ? refuse(said, /\bwe are refunding/i, 'the shop refunds') : []),
  ];
};
