import type { Sent } from './mail-laws.ts';
import type { Shown } from './page-laws.ts';

/** Everything in which a mail and the page of the same moment differ. */
export const differingIn = ({ text }: Sent, page: Shown): string[] => [
  ...differ('the date', dateOf(text), page.text.match(datesOfPage)?.[1]),
  ...differ('the most', text.match(most)?.[1], page.text.match(most)?.[1]),
  ...differ('the sum to pay', text.match(toPay)?.[1], page.text.match(toPayOfPage)?.[1]),
  ...differ('the wait', text.match(wait)?.[0], page.text.match(wait)?.[0]),
];

/** Of what only one of them speaks, they agree. */
const differ = (what: string, mail: string | undefined, page: string | undefined): string[] =>
  mail === undefined || page === undefined || mail === page
    ? []
    : [`${what} is ${mail} in the mail, and ${page} on the page`];

const date = String.raw`(\w+, \w+ \d+, \d+)`;
const datesOfPage = new RegExp(`xpected to ship by ${date}`);
const most = /never (?:charge )?more than (\S+?\.\d\d)/;
const toPay = /Amount to pay: (\S+?\.\d\d)/;
const toPayOfPage = /(?:Amount to pay: |[Yy]our payment of |the payment of )(\S+?\.\d\d)/;
const wait = /Day \d+ of \d+/;

const dateOf = (text: string): string | undefined =>
  text.match(new RegExp(`(?:Ships by|Was to ship by|The new date): ${date}`))?.[1];
