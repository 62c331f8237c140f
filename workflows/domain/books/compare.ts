import { addMs, dayMs, type Instant, minuteMs, msBetween } from '../time.ts';
import {
  foreignOf,
  knownIntents,
  type OrderBooks,
  sumOf,
  type TheirIntent,
} from './order-books.ts';

/** How the two books can differ. The names are stable: callers branch on them. */
export const differenceKinds = [
  'unknown_intent',
  'missing_at_provider',
  'captured_differs',
  'refunded_differs',
  'hold_left_over',
  'value_differs',
  'attempt_open',
  'unpaid_upfront',
] as const;

export type DifferenceKind = (typeof differenceKinds)[number];

export type Difference = {
  kind: DifferenceKind;
  orderId: string;
  /** Null when the difference is about several intents, or about none. */
  providerIntentId: string | null;
  ours: Said;
  theirs: Said;
};

/** Amounts in minor units, states and times; no names. */
export type Said = Record<string, string | number>;

/** We asked the provider at `startedAt` for what was created from `since` on. Wall time. */
export type Window = { since: Instant; startedAt: Instant };

/** `isWhole`: nothing of the order moves or was left unread, so that no difference means none. */
type Comparison = { differences: Difference[]; isWhole: boolean };

const recentDays = 35;
const mostDays = 200;
const calmMs = 15 * minuteMs;
const answerMs = dayMs;
/** A deposit is older than the order that names it, and clocks differ. */
const marginMs = dayMs;

/** We still compare orders that ended after this. */
export const recentAt = (startedAt: Instant): Instant => addMs(startedAt, -recentDays * dayMs);

/** What we have to read to see the oldest money of the compared orders, within bounds. */
export const windowFor = (startedAt: Instant, oldest: Instant | null): Window => {
  const ageMs = oldest === null ? 0 : msBetween(oldest, startedAt) + marginMs;
  const bounded = Math.min(Math.max(ageMs, recentDays * dayMs), mostDays * dayMs);
  return { startedAt, since: addMs(startedAt, -bounded) };
};

/**
 * How the two books of one order differ. If the order changed so lately that we may have read them
 * at different moments, only overdue attempts count. Sums count only if all its intents were read,
 * and if the shop does not hold the money.
 */
export const compareBooks = (books: OrderBooks, window: Window): Comparison => {
  const late = openTooLong(books, window);
  if (books.changedAt > addMs(window.startedAt, -calmMs)) {
    return { differences: late, isWhole: false };
  }
  const isWhole = isWholeRead(books);
  const differences = [
    ...late,
    ...unknownIntents(books, window),
    ...missingIntents(books, window),
    ...holdsLeftOver(books),
    ...unpaidUpfront(books, window),
    ...(isWhole && !books.isHeldByShop ? differentSums(books) : []),
  ];
  return { differences, isWhole };
};

const openTooLong = (books: OrderBooks, { startedAt }: Window): Difference[] =>
  books.openAttempts
    .filter(({ createdAt }) => createdAt < addMs(startedAt, -answerMs))
    .map((attempt) => differs(books, 'attempt_open', { ours: attempt }));

/** Leaves out an intent that took nothing and can take nothing any more. */
const unknownIntents = (books: OrderBooks, { startedAt }: Window): Difference[] =>
  books.theirs
    .filter(({ isKnown, status }) => !isKnown && status !== 'voided' && status !== 'declined')
    .filter(({ createdAt }) => createdAt < addMs(startedAt, -calmMs))
    .map(({ intentId, status, amount, currency, captured, refunded }) => {
      const theirs = { status, amount, currency, captured, refunded };
      return differs(books, 'unknown_intent', { intentId, theirs });
    });

const missingIntents = (books: OrderBooks, window: Window): Difference[] =>
  books.intents
    .filter(({ isApproved, createdAt }) => isApproved && isReadable(createdAt, window))
    .filter(({ intentId }) => !findTheirs(books, intentId))
    .map(({ intentId, createdAt }) =>
      differs(books, 'missing_at_provider', { intentId, ours: { createdAt } }),
    );

const holdsLeftOver = (books: OrderBooks): Difference[] =>
  knownIntents(books)
    .filter(({ status, capturable }) => status === 'held' && capturable > 0)
    .flatMap(({ intentId, capturable }) => {
      const isVoided = books.intents.some((each) => each.intentId === intentId && each.isVoided);
      if (!isVoided && !books.isEnded) return [];
      const ours = { state: isVoided ? 'voided' : 'ended' };
      return [differs(books, 'hold_left_over', { intentId, ours, theirs: { held: capturable } })];
    });

/**
 * An order that ended with nothing shipped owes nothing. But foreign money that was captured with
 * its payment is still there, and we report it.
 */
const unpaidUpfront = (books: OrderBooks, window: Window): Difference[] => {
  const { upfront, isEnded, shippedValue } = books;
  if (!upfront) return [];
  const { intentId, amount, placedAt } = upfront;
  const found = findTheirs(books, intentId);
  if (!found && !isReadable(placedAt, window)) return [];
  const captured = sumOf(books, found ? [found] : [], 'captured');
  const foreign = found ? foreignOf(books, found) : 0;
  if (captured >= amount || (isEnded && shippedValue === 0 && foreign <= 0)) return [];
  const theirs = {
    ...{ status: found?.status ?? 'missing', captured },
    ...(found && foreign > 0 && { foreign, currency: found.currency }),
  };
  return [differs(books, 'unpaid_upfront', { intentId, ours: { captured: amount }, theirs })];
};

const differentSums = (books: OrderBooks): Difference[] => {
  const { seen, isEnded, shippedValue: shipped, theirs } = books;
  const intents = knownIntents(books);
  const intentId = intents.length === 1 ? intents[0]?.intentId : undefined;
  const found: Difference[] = [];
  const { waived = 0, chargedBack = 0 } = seen ?? {};
  const paid = sumOf(books, theirs, 'captured') - sumOf(books, theirs, 'refunded') - chargedBack;
  const isRight = paid <= shipped && paid >= shipped - waived;
  for (const what of ['captured', 'refunded'] as const) {
    const sum = sumOf(books, intents, what) + (what === 'refunded' ? chargedBack : 0);
    const known = what === 'captured' ? seen?.captured : seen?.givenBack;
    if (known === undefined || known === sum) continue;
    // After the end a person sends returned money by hand, and nobody tells the backorder.
    if (what === 'refunded' && isEnded && isRight && found.length === 0) continue;
    const said = { intentId, ours: { [what]: known }, theirs: { [what]: sum } };
    found.push(differs(books, `${what}_differs`, said));
  }
  if (isEnded && !isRight) {
    const ours = { shipped, ...(waived > 0 && { waived }) };
    found.push(differs(books, 'value_differs', { ours, theirs: { paid } }));
  }
  return found;
};

/** Whether the provider's list has every intent that we know: then its sums are complete. */
const isWholeRead = (books: OrderBooks): boolean =>
  [...books.intents, ...(books.upfront ? [books.upfront] : [])].every(({ intentId }) =>
    findTheirs(books, intentId),
  );

/** Whether the provider's list has what was created then, if it exists. */
const isReadable = (createdAt: Instant, { since }: Window): boolean =>
  createdAt >= addMs(since, marginMs);

const findTheirs = ({ theirs }: OrderBooks, intentId: string): TheirIntent | undefined =>
  theirs.find((each) => each.intentId === intentId);

const differs = (
  { orderId }: OrderBooks,
  kind: DifferenceKind,
  said: { intentId?: string | undefined; ours?: Said; theirs?: Said },
): Difference => ({
  kind,
  orderId,
  providerIntentId: said.intentId ?? null,
  ours: said.ours ?? {},
  theirs: said.theirs ?? {},
});
