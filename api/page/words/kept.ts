import { zoneAtShipTo } from '../../../workflows/calendar/ship-to-day.ts';
import type { AnswerNotice } from '../../../workflows/domain/backorder/request.ts';
import { reachOf } from '../../html/site.ts';
import { dayAt, dayOf, type OrderPage, openUnits } from '../parts/order-page.ts';

/** What the page says of something that the customer said, by heading and text. */
type KeptWords = { heading: string; texts: string[] };

type Word = NonNullable<OrderPage['word']>;

/**
 * Words about what the customer said and what we have not carried out yet, or could not. Null when
 * there is nothing to tell of.
 */
export const keptWords = (page: OrderPage): KeptWords | null => {
  const { word } = page;
  if (word === null) return null;
  return word.outcome === null ? received(page, word) : refused(page, word);
};

/** Whether the customer has said already that all that is left shall be canceled. */
export const isBeingCancelled = ({ word }: OrderPage): boolean => {
  if (word === null || word.outcome !== null) return false;
  const { request } = word;
  switch (request.type) {
    case 'CancelBackorder':
      return request.lines === null;
    case 'AnswerNotice':
      return !request.accept;
    case 'WithdrawContract':
      return true;
    case 'SetFurtherPeriod':
      return false;
  }
};

const received = (page: OrderPage, word: Word): KeptWords => {
  const { heardPage } = page.words.say;
  const { request, receivedAt } = word;
  const on = dayAt(page, receivedAt);
  switch (request.type) {
    case 'CancelBackorder':
      return cancelling(page, { isPart: request.lines !== null, day: on });
    case 'AnswerNotice':
      if (!request.accept) return cancelling(page, { isPart: false, day: on });
      return { heading: heardPage.answer(), texts: [waits(page, request, on), heardPage.notYet()] };
    case 'WithdrawContract': {
      const when = page.words.time(receivedAt, zoneAtShipTo(page.order));
      const texts = [heardPage.withdrew({ when }), heardPage.notYet()];
      return { heading: heardPage.withdrawal(), texts };
    }
    case 'SetFurtherPeriod': {
      const said = heardPage.period({ on, day: dayOf(page, request.until) });
      return { heading: heardPage.answer(), texts: [said, heardPage.notYet()] };
    }
  }
};

const cancelling = (
  page: OrderPage,
  { isPart, day }: { isPart: boolean; day: string },
): KeptWords => {
  const say = page.words.say.keptPage;
  const all = page.shipments.length > 0 ? say.askedRest({ day }) : say.askedAll({ day });
  return { heading: say.received(), texts: [isPart ? say.askedPart({ day }) : all, say.notYet()] };
};

/** Our forms name the day; others may leave it to the notice. */
const waits = (page: OrderPage, { until }: AnswerNotice, on: string): string => {
  const say = page.words.say.heardPage;
  if (until === null) return say.waits({ on });
  return until === 'open' ? say.waitOpen({ on }) : say.waitUntil({ on, day: dayOf(page, until) });
};

const refused = (page: OrderPage, { request, outcome, receivedAt }: Word): KeptWords | null => {
  const say = page.words.say.heardPage;
  const on = dayAt(page, receivedAt);
  if (outcome === 'already_shipped') return tooLate(page, on);
  if (request.type !== 'AnswerNotice') return null;
  const hasShipped = openUnits(page) === 0 && page.shipments.length > 0;
  if (!request.accept) return hasShipped ? tooLate(page, on) : null;
  const mayAnswer = page.order.view?.law.mayAnswer ?? false;
  if (outcome === 'until_too_early') {
    return mayAnswer ? { heading: say.newer(), texts: [say.newerWhy({ on })] } : null;
  }
  return { heading: say.tooLate(), texts: [say.tooLateWhy({ on })] };
};

const tooLate = (page: OrderPage, day: string): KeptWords => {
  const say = page.words.say.keptPage;
  return {
    heading: say.tooLate(),
    texts: [say.tooLateWhy({ day }), say.tooLateHelp(reachOf(page))],
  };
};
