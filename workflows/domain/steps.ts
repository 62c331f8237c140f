import type { Backorder } from './backorder/backorder.ts';
import type {
  CardEffect,
  LawEffect,
  MailEffect,
  MoneyEffect,
  SearchEffect,
  StockEffect,
} from './backorder/effect.ts';
import { endByLaw, lawSteps } from './law/steps.ts';
import { mailSteps } from './mail/steps.ts';
import { cardSteps } from './payment/card-steps.ts';
import { searchSteps } from './payment/revival.ts';
import { moneySteps } from './payment/steps.ts';
import { nameOfAct, stockSteps } from './stock/steps.ts';
import type { Instant } from './time.ts';

/** The steps of each kind, most urgent first, whether or not they may start yet. */
export type Steps = {
  stock: StockEffect[];
  money: MoneyEffect[];
  card: CardEffect[];
  search: SearchEffect[];
  mail: MailEffect[];
  law: LawEffect[];
};

/** All steps at one moment. The words of a mail depend on the money that is on its way. */
export const stepsOf = (state: Backorder, at: Instant): Steps => {
  const money = moneySteps(state, at);
  return {
    stock: stockStepsOf(state, at),
    money,
    card: cardSteps(state),
    search: searchSteps(state),
    mail: mailSteps(state, at, money),
    law: lawSteps(state, at),
  };
};

/** Once no act is under way, an order whose deadline has passed ends before anything else. */
const stockStepsOf = (state: Backorder, at: Instant): StockEffect[] => {
  const act = state.acts.length === 0 ? endByLaw(state) : undefined;
  return act ? [{ lane: 'stock', ...nameOfAct(act), act }] : stockSteps(state, at);
};
