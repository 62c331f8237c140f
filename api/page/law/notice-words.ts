import type { NoticeAnswer } from '../../../workflows/domain/backorder/law.ts';
import { dayAt, dayOf, isFree, type OrderPage, openUnits } from '../parts/order-page.ts';
import { moneyOnCancelling } from '../words/cancel-money.ts';
import { moneyOf } from '../words/money.ts';
import { type OpenNotice, policyFor } from './standing.ts';

/** What the customer's silence does, and until when they may answer. */
export const silenceWords = (page: OrderPage, notice: OpenNotice): string => {
  const { answerOn, newOn } = notice;
  const say = page.words.say.noticePage;
  const silence = page.order.view?.law.silence ?? 'none';
  if (silence === 'consents' && newOn !== null) {
    return say.silenceConsents({ day: dayOf(page, newOn) });
  }
  return silence === 'cancels' && answerOn !== null
    ? say.silenceCancels({ day: dayOf(page, answerOn) })
    : say.silenceNothing();
};

/** That they may cancel, and what becomes of their money then and how soon. */
export const rightWords = (page: OrderPage): string[] => {
  const { statusPage } = page.words.say;
  return isFree(page)
    ? [statusPage.mayCancelFree()]
    : [statusPage.mayCancel(), ...moneyWords(page)];
};

/** What becomes of the money when they cancel, and how soon. */
export const moneyWords = (page: OrderPage): string[] => {
  const say = page.words.say.noticePage;
  const isRefunded = moneyOf(page).spare > 0;
  const isEuropean = ['eu', 'uk'].includes(policyFor(page));
  const soon = isEuropean ? say.refundDays() : say.refundWorkingDays();
  return [...moneyOnCancelling(page), ...(isRefunded ? [soon] : [])];
};

/** What the customer answered, and when; empty once nothing is left to wait for. */
export const answeredWords = (page: OrderPage): string[] => {
  const answer = page.order.view?.law.notice?.answer ?? null;
  if (!answer?.accept || openUnits(page) === 0) return [];
  const { statusPage } = page.words.say;
  const right = isFree(page) ? statusPage.mayCancelFree() : statusPage.mayCancel();
  return [waitWords(page, answer), right];
};

const waitWords = (page: OrderPage, { until, at }: NoticeAnswer): string => {
  const say = page.words.say.noticePage;
  const on = dayAt(page, at);
  return until === null || until === 'open'
    ? say.answeredOpen({ on })
    : say.answeredUntil({ on, day: dayOf(page, until) });
};
