import type { StockFact } from '../../../db/page/history.ts';
import type { CustomerWord } from '../../../workflows/domain/backorder/request.ts';
import { isTerminal } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { dayAt, dayOf, type OrderPage, phaseOf } from '../parts/order-page.ts';
import { nextWords } from './next.ts';
import { promiseOf } from './wait.ts';

/** One step of an order's way. `day`: when it was, or will be, as far as anybody knows. */
export type Step = { day: string | null; text: string };

/** What has happened and what is to come; nothing in it that no record and no plan says. */
export type Way = { heading: string; past: Step[]; coming: Step[] };

/** The way of an order, each part in its own order of time; of a long past the newest steps. */
export const wayOf = (page: OrderPage): Way => {
  const past = [...pastOf(page)].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const coming = comingOf(page);
  const { nextPage, timelinePage } = page.words.say;
  return {
    heading: coming.length > 0 ? nextPage.heading() : timelinePage.soFar(),
    past: past.slice(-shownSteps).map(({ at, text }) => ({ day: dayAt(page, at), text })),
    coming,
  };
};

const shownSteps = 8;

type Past = { at: Instant; text: string };

const pastOf = (page: OrderPage): Past[] => {
  const say = page.words.say.timelinePage;
  const { order, confirmedAt, facts, shipments } = page;
  return [
    { at: order.placedAt, text: say.placed() },
    ...(confirmedAt === null ? [] : [{ at: confirmedAt, text: say.confirmed() }]),
    ...changedDates(page),
    ...saidByThem(page),
    ...facts.map((fact) => ({ at: fact.at, text: factWords(page, fact) })),
    ...shipments.map(({ scannedAt: at, lines }) => {
      const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
      return { at, text: say.shipped({ count }) };
    }),
  ];
};

const changedDates = (page: OrderPage): Past[] => {
  const say = page.words.say.timelinePage;
  return page.dates
    .filter(({ isFirst }) => !isFirst)
    .map(({ at, on }) => ({
      at,
      text: on === null ? say.dateLost() : say.dateChanged({ day: dayOf(page, on) }),
    }));
};

/** What the customer answered, when they said it. */
const saidByThem = (page: OrderPage): Past[] =>
  page.heard.flatMap(({ request, receivedAt: at }) => {
    const text = saidWords(page, request);
    return text === null ? [] : [{ at, text }];
  });

const saidWords = (page: OrderPage, request: CustomerWord): string | null => {
  const say = page.words.say.saidPage;
  switch (request.type) {
    case 'AnswerNotice': {
      const { accept, until } = request;
      if (!accept) return say.refused();
      if (until === null) return say.waits();
      return until === 'open' ? say.waitOpen() : say.waitUntil({ day: dayOf(page, until) });
    }
    case 'WithdrawContract':
      return say.withdrew();
    case 'SetFurtherPeriod':
      return say.period({ day: dayOf(page, request.until) });
    case 'CancelBackorder':
      return null;
  }
};

const factWords = (page: OrderPage, { type, quantity: count, isByLaw }: StockFact): string => {
  const say = page.words.say.timelinePage;
  switch (type) {
    case 'StockAllocated':
      return say.setAside({ count });
    case 'UnitsCancelled':
      return isByLaw ? page.words.say.saidPage.cancelledByLaw({ count }) : say.cancelled({ count });
    case 'UnitsRevoked':
    case 'LeaseEnded':
      return say.takenBack({ count });
  }
};

const comingOf = (page: OrderPage): Step[] => {
  const steps = nextWords(page).map((text) => ({ day: null, text }));
  const promise = promiseOf(page);
  if (steps.length === 0 || isTerminal(phaseOf(page))) return steps;
  if (promise.is === 'none' || promise.is === 'past') return steps;
  return [...steps, { day: dayOf(page, promise.on), text: page.words.say.timelinePage.shipsBy() }];
};
