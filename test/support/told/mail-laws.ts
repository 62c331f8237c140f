import type { MailFacts } from '../../../db/mail/facts.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import { zoneOf } from '../../../workflows/calendar/home-zone.ts';
import { civilDateIn } from '../../../workflows/calendar/zone.ts';
import type { OutgoingMail } from '../../../workflows/domain/backorder/mail.ts';
import { priced } from '../../../workflows/domain/payment/sums/priced.ts';
import { remainingValue, shippedValue } from '../../../workflows/domain/payment/sums/value.ts';
import { daysBetween, type Instant } from '../../../workflows/domain/time.ts';

/** One mail as the customer reads it, with what was true of its order then. */
export type Sent = {
  facts: MailFacts;
  message: OutgoingMail;
  at: Instant;
  /** What the mail is about, line by line, as the ledger moved it. */
  moved: readonly { lineId: string; quantity: number }[];
  subject: string;
  text: string;
};

const words = createLexicon()('en-US');

/** Everything in the mail that is not so; empty as long as it tells the truth. */
export const untrueInMail = (sent: Sent): string[] =>
  [...slips(sent), ...dates(sent), ...units(sent), ...lists(sent), ...money(sent)].map(
    (complaint) => `${sent.message.kind}: ${complaint}`,
  );

/** All words of the mail, but for the fixed ones in which nothing is claimed. */
const all = ({ subject, text }: Sent): string =>
  `${subject}\n${text}`.replace(/[Nn]othing (more )?(was|is|will be|has been) charged/g, '');

const refuse = (text: string, pattern: RegExp, why: string): string[] => {
  const found = pattern.exec(text);
  return found === null ? [] : [`${why}: "${found[0]}"`];
};

const slips = (sent: Sent): string[] => [
  ...refuse(all(sent), /undefined|\bnull\b|NaN|\[object|Invalid|[{}]/, 'a slip'),
  ...(sent.text.includes(sent.facts.orderId) ? [] : ['the text names no order']),
];

const todayOf = ({ facts, at }: Sent): string => {
  const { country, region, postalCode } = facts;
  const shipTo = {
    country,
    ...(region !== null && { region }),
    ...(postalCode !== null && { postalCode }),
  };
  return civilDateIn(at, zoneOf(shipTo));
};

const dates = (sent: Sent): string[] => {
  const { on } = sent.message.promise;
  const isAhead = on !== null && on >= todayOf(sent);
  const said = all(sent);
  const toGo = /(\d+) days? to go/.exec(sent.subject)?.[1];
  return [
    ...(isAhead
      ? []
      : refuse(said, /expected to ship|ships (today|by) |\bplanned\b/i, 'no such date')),
    ...(isAhead
      ? []
      : refuse(
          sent.text,
          /(?:Ships by|The new date): (?!No date|Not known yet)|Day \d+ of/,
          'no such date',
        )),
    ...(isAhead ? [] : refuse(said, /days? to go|has a new date|A new date for/, 'no such date')),
    ...(toGo && on && Number(toGo) !== daysBetween(todayOf(sent), on)
      ? [`${toGo} days to ${on}`]
      : []),
    ...[
      ...sent.text.matchAll(
        /(?:expected to ship by|Ships by:|The new date:|ships by) (\w+, \w+ \d+, \d+)/g,
      ),
    ]
      .filter(([, day]) => on === null || day !== words.day(on))
      .map(([found]) => `another date than ${on}: ${found}`),
  ];
};

const sum = (lines: readonly { quantity: number }[]): number =>
  lines.reduce((total, { quantity }) => total + quantity, 0);

const count = ({ facts }: Sent, of: (line: MailFacts['lines'][number]) => number): number =>
  facts.lines.reduce((total, line) => total + of(line), 0);

const isOpen = (sent: Sent): boolean =>
  count(sent, ({ waiting, allocated }) => waiting + allocated) > 0;

const units = (sent: Sent): string[] => {
  const said = all(sent);
  const waiting = count(sent, (line) => line.waiting);
  const shipped = count(sent, (line) => line.shipped);
  const { kind } = sent.message;
  return [
    ...(isOpen(sent)
      ? []
      : refuse(
          said,
          /rest of your order|rest (will|is set|follows)|still to (come|ship)|will follow|keeping your place|keeps its place|You can cancel|days? to go|we need your|expected to ship|was to ship/i,
          'nothing is left',
        )),
    ...(waiting > 0
      ? []
      : refuse(
          said,
          /not in stock|keeping your place in line|in line for its|still to come in|as soon as (it is|your items are) (in|set)|wait for new stock|keeps its place in line\./i,
          'nothing waits',
        )),
    ...(shipped > 0 || kind === 'cancelled'
      ? []
      : refuse(said, /rest of your order|have shipped|has shipped/i, 'nothing has shipped')),
  ];
};

/** The lines of a list in the text, by the words above it. */
export const listed = (
  text: string,
  above: RegExp,
): { lineId: string; quantity: number; amount: string | null }[] => {
  const [, list = ''] =
    new RegExp(`(?:^|\\n)(?:${above.source}):\\n((?:- .*\\n)+)`).exec(text) ?? [];
  return [...list.matchAll(/^- (\d+) × Ware (\d+) \(SKU-\d+\)(?:, (.*))?$/gm)].map(
    ([, quantity, lineId = '', amount = null]) => ({ quantity: Number(quantity), lineId, amount }),
  );
};

const same = (
  found: readonly { lineId: string; quantity: number }[],
  wanted: readonly { lineId: string; quantity: number }[],
): boolean => {
  const shown = (lines: typeof found) =>
    lines
      .filter(({ quantity }) => quantity > 0)
      .map(({ lineId, quantity }) => `${lineId}:${quantity}`)
      .sort()
      .join();
  return shown(found) === shown(wanted);
};

const stillToCome = /(?:Your order|Still to come from your order) \d+|Still to come/;

const lists = (sent: Sent): string[] => {
  const { facts, text, moved, message } = sent;
  const by = (of: (line: MailFacts['lines'][number]) => number) =>
    facts.lines.map((line) => ({ lineId: line.lineId, quantity: of(line) }));
  const open = by(({ waiting, allocated }) => waiting + allocated);
  const toCome = listed(text, stillToCome);
  const of = (above: RegExp) => listed(text, above);
  const within = (found: typeof toCome, limit: typeof open) =>
    found.every(
      ({ lineId, quantity }) =>
        quantity <= (limit.find((line) => line.lineId === lineId)?.quantity ?? 0),
    );
  const complaints = [
    toCome.length > 0 && !same(toCome, open) && 'lists other units than are to come',
    message.kind === 'shipped' && !same(of(/In this shipment/), moved) && 'lists another shipment',
    message.kind === 'cancelled' && !same(of(/Canceled/), moved) && 'lists another cancellation',
    !within(
      of(/Ready to ship/),
      by((line) => line.allocated),
    ) && 'calls units ready that are not',
    !within(
      of(/Waiting for stock again/),
      by((line) => line.waiting),
    ) && 'units wait that do not',
    !within(
      of(/Shipped from your order \d+/),
      by((line) => line.shipped),
    ) && 'not shipped',
  ];
  return complaints.filter((complaint) => complaint !== false);
};

const parsed = (amount: string): number => Math.round(Number(amount.replace(/[^\d.]/g, '')) * 100);

/** Every sum in the text. All currencies of the cast have two digits. */
const sumsIn = (text: string): number[] =>
  [...text.matchAll(/[$£€][\d,]+\.\d\d/g)].map(([found]) => parsed(found));

/** What the order's units are worth, as its workflow reckons it. */
export const worthOf = (facts: MailFacts): { left: number; shipped: number } => {
  const state = priced(facts);
  return { left: remainingValue(state), shipped: shippedValue(state) };
};

const money = (sent: Sent): string[] => {
  const { facts, text } = sent;
  const said = all(sent);
  const isFree = facts.lines.every(({ total }) => total === 0);
  const isPrepaid = facts.mandate === null && !isFree;
  const worth = worthOf(facts);
  const toCome = listed(text, stillToCome).filter(({ amount }) => amount !== null);
  const total = /\n(?:Total|Total of what is still to come): (.*)/.exec(text)?.[1];
  const shipping = /\nShipping: (.*)/.exec(text)?.[1];
  const whole = sum(toCome.map(({ amount }) => ({ quantity: parsed(amount ?? '') })));
  const most = [...text.matchAll(/never more than (\S+?)( in total|\.|,| on top)/g)].map(
    ([, found = '']) => parsed(found),
  );
  return [
    ...(total === undefined || parsed(total) === worth.left - worth.shipped
      ? []
      : [`a total of ${total}, but ${worth.left - worth.shipped} is left`]),
    ...(total === undefined || whole + parsed(shipping ?? '0') === parsed(total)
      ? []
      : [`parts that do not add up to ${total}`]),
    ...most
      .filter((found) => found > worth.left - (facts.paidUpfront ?? 0))
      .map(
        (found) =>
          `never more than ${found}, but only ${worth.left - (facts.paidUpfront ?? 0)} may be`,
      ),
    ...(isFree ? refuse(said, /\bcards?\b|charged?\b|payment|\bpaid\b/i, 'it costs nothing') : []),
    ...(isPrepaid
      ? refuse(
          said,
          /we (will )?charge|charge your card|will be charged(?! for)|your card/i,
          'it is prepaid',
        )
      : []),
    ...(facts.isAsked
      ? refuse(said, /charged your card|was charged (?!for)|have charged/i, 'there is no card yet')
      : []),
    ...(facts.heldBy === 'shop'
      ? refuse(said, /\bwe (have refunded|refunded|are refunding)/i, 'the shop refunds')
      : []),
    ...sumsIn(text)
      .filter((found) => !allowed(sent, worth).has(found))
      .map((found) => `a sum of nothing: ${found}`),
  ];
};

/** Every sum that there is to speak of. */
const allowed = (
  { facts, message, text }: Sent,
  { left, shipped }: { left: number; shipped: number },
): Set<number> => {
  const about = message.about as { amount?: number; charge?: number | null; waived?: number };
  const { owed, voided, chargedBack } = message.money;
  const upfront = facts.paidUpfront ?? 0;
  return new Set([
    ...listed(text, stillToCome).map(({ amount }) => parsed(amount ?? '0')),
    ...[left - shipped, left - upfront, upfront, owed, voided, chargedBack, 0],
    ...[about.amount ?? 0, about.charge ?? 0, about.waived ?? 0, left],
    ...(facts.mandate ? [Math.min(facts.mandate.maximum.amount, left - upfront)] : []),
    parsed(/\nShipping: (.*)/.exec(text)?.[1] ?? '0'),
  ]);
};
