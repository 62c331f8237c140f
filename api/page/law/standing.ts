import { policyOf } from '../../../workflows/domain/law/policy/jurisdiction.ts';
import type { LawView } from '../../../workflows/domain/law/view.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { type OrderPage, openUnits, phaseOf } from '../parts/order-page.ts';

export type OpenNotice = NonNullable<LawView['notice']>;

/** The notice that the customer may still answer, as far as the page knows. */
export const openNotice = (page: OrderPage): OpenNotice | null => {
  const law = page.order.view?.law;
  return law?.mayAnswer && openUnits(page) > 0 && !hasSaid(page, 'AnswerNotice')
    ? law.notice
    : null;
};

/** Whether something of the kind waits to be carried out. */
export const hasSaid = ({ word }: OrderPage, type: 'AnswerNotice' | 'WithdrawContract'): boolean =>
  word !== null && word.outcome === null && word.request.type === type;

/** Whether a day of delivery was missed, so that the customer may set the last one. */
export const maySetPeriod = (page: OrderPage): boolean => {
  const law = page.order.view?.law;
  if (!law?.maySetPeriod || isOvertaken(law)) return false;
  return openUnits(page) > 0;
};

/** The customer has given us a later day, and the days are worked out anew in a moment. */
const isOvertaken = ({ deadlineOn, furtherOn, notice }: LawView): boolean => {
  if (furtherOn !== null) return furtherOn !== deadlineOn;
  const until = notice?.answer?.accept ? notice.answer.until : null;
  return until !== null && deadlineOn !== null && (until === 'open' || until > deadlineOn);
};

/** When the customer withdrew; null as long as they have not. What ended knows it by their word. */
export const withdrawnAt = ({ order, heard }: OrderPage): Instant | null =>
  order.view?.law.withdrawnAt ??
  heard.find(({ request }) => request.type === 'WithdrawContract')?.receivedAt ??
  null;

/**
 * Whether the customer may withdraw, whatever has shipped. Before the workflow has said anything the
 * country tells.
 */
export const mayWithdraw = (page: OrderPage): boolean => {
  const { view, country } = page.order;
  const isTheirs = view?.law.mayWithdraw ?? policyOf(country) === 'eu';
  return isTheirs && phaseOf(page) !== 'cancelled' && withdrawnAt(page) === null;
};

/** The law that the order is under. */
export const policyFor = ({ order }: OrderPage): LawView['policy'] =>
  order.view?.law.policy ?? policyOf(order.country);
