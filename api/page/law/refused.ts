import { messagePage } from '../parts/message-page.tsx';
import { type OrderPage, openUnits } from '../parts/order-page.ts';
import { answeredWords } from './notice-words.ts';
import { withdrawnAt } from './standing.ts';

type Place = { page: OrderPage; path: string };

/** Why there is nothing to answer: it shipped, it was cancelled, or they have answered before. */
export const nothingToAnswer = ({ page, path }: Place): string => {
  const say = page.words.say.answerPage;
  return about({ page, path }, say.nothing(), whyNothing(page));
};

const whyNothing = (page: OrderPage): string[] => {
  const say = page.words.say.answerPage;
  if (openUnits(page) === 0) {
    return [page.shipments.length > 0 ? say.nothingShipped() : say.nothingCancelled()];
  }
  const answered = answeredWords(page);
  return answered.length > 0 ? answered : [say.nothingAsked()];
};

/** Nothing to withdraw from: it was cancelled, or the order is none of the European Union. */
export const nothingToWithdraw = ({ page, path }: Place): string => {
  const { answerPage, withdrawPage: say } = page.words.say;
  const isOver = openUnits(page) === 0 && page.shipments.length === 0;
  const why = isOver && withdrawnAt(page) === null ? answerPage.nothingCancelled() : say.noneWhy();
  return about({ page, path }, say.none(), [why]);
};

/** No further period can be set now. */
export const noPeriod = ({ page, path }: Place): string => {
  const say = page.words.say.periodPage;
  return about({ page, path }, say.none(), [say.noneWhy()]);
};

const about = ({ page, path }: Place, heading: string, texts: string[]): string =>
  messagePage({ shop: page.shop, words: page.words, path, heading, texts });
