import type { Backorder } from './backorder/backorder.ts';
import { findDelay } from './backorder/delays.ts';
import type {
  CardEffect,
  LawEffect,
  MailEffect,
  MoneyEffect,
  SearchEffect,
  StockEffect,
} from './backorder/effect.ts';
import { classOf } from './backorder/message-kind.ts';
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
  const law = lawSteps(state, at);
  return {
    stock: stockStepsOf(state, at),
    money,
    card: cardSteps(state),
    search: searchSteps(state),
    mail: mailSteps(state, at, money).filter((step) => !isOvertaken(state, step, law)),
    law,
  };
};

/** A notice that is about to be decided may say what a countdown of the same moment would. */
const isOvertaken = (state: Backorder, step: MailEffect, law: readonly LawEffect[]): boolean =>
  step.type === 'sendMail' &&
  classOf(step.message.kind) === 'relationship' &&
  law.some((each) => each.type === 'foreseeDelay' && findDelay(state, each) === undefined);

/** Once no act is under way, an order whose deadline has passed ends before anything else. */
const stockStepsOf = (state: Backorder, at: Instant): StockEffect[] => {
  const act = state.acts.length === 0 ? endByLaw(state) : undefined;
  return act ? [{ lane: 'stock', ...nameOfAct(act), act }] : stockSteps(state, at);
};
