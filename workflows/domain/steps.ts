import type { Backorder } from './backorder/backorder.ts';
import type {
  CardEffect,
  MailEffect,
  MoneyEffect,
  SearchEffect,
  StockEffect,
} from './backorder/effect.ts';
import { mailSteps } from './mail/steps.ts';
import { cardSteps } from './payment/card-steps.ts';
import { searchSteps } from './payment/revival.ts';
import { moneySteps } from './payment/steps.ts';
import { stockSteps } from './stock/steps.ts';
import type { Instant } from './time.ts';

/** The steps of each kind, most urgent first, whether or not they may start yet. */
export type Steps = {
  stock: StockEffect[];
  money: MoneyEffect[];
  card: CardEffect[];
  search: SearchEffect[];
  mail: MailEffect[];
};

/** All steps at one moment. The words of a mail depend on the money that is on its way. */
export const stepsOf = (state: Backorder, at: Instant): Steps => {
  const money = moneySteps(state, at);
  return {
    stock: stockSteps(state, at),
    money,
    card: cardSteps(state),
    search: searchSteps(state),
    mail: mailSteps(state, at, money),
  };
};
