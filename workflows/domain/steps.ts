import type { Backorder } from './backorder/backorder.ts';
import type { CardEffect, MailEffect, MoneyEffect, StockEffect } from './backorder/effect.ts';
import { mailSteps } from './mail/steps.ts';
import { cardSteps } from './payment/card-steps.ts';
import { moneySteps } from './payment/steps.ts';
import { stockSteps } from './stock/steps.ts';
import type { Instant } from './time.ts';

/** What is to be done, most urgent first, whether or not it may start already. */
export type Steps = {
  stock: StockEffect[];
  money: MoneyEffect[];
  card: CardEffect[];
  mail: MailEffect[];
};

/** The steps of every kind at one moment. What mail says depends on what money is on its way. */
export const stepsOf = (state: Backorder, at: Instant): Steps => {
  const money = moneySteps(state, at);
  return {
    stock: stockSteps(state, at),
    money,
    card: cardSteps(state),
    mail: mailSteps(state, at, money),
  };
};
