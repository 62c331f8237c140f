import type { Backorder } from './backorder/backorder.ts';
import type { Effect } from './backorder/effect.ts';
import type { Fact } from './backorder/fact.ts';
import type { Instant } from './time.ts';

/**
 * The facts that hold as soon as an effect starts. Money may move from then on, whatever a later
 * plan would say. So we pursue what has begun, unchanged, until it has an answer.
 */
export const begin = (state: Backorder, effect: Effect, at: Instant): Fact[] => {
  switch (effect.type) {
    case 'authorizePayment': {
      const { intentId, leaseId, amount, methodId } = effect;
      return [{ type: 'AuthorizationStarted', at, intentId, leaseId, amount, methodId }];
    }
    case 'capturePayment':
      return [{ type: 'CaptureStarted', at, intentId: effect.intentId, amount: effect.amount }];
    case 'refundPayment':
      return [{ type: 'RefundStarted', at, intentId: effect.intentId, upTo: effect.upTo }];
    case 'lookAtIntent': {
      const { intentId, look } = effect;
      const isHinted = state.intents.some(
        (intent) => intent.intentId === intentId && intent.looks.wanted >= look,
      );
      return isHinted ? [] : [{ type: 'IntentHinted', at, intentId }];
    }
    case 'applyStockAct': {
      const { act } = effect;
      const isOurs = act.type === 'cancel' && (act.by === 'system' || act.by === 'law');
      return isOurs ? [{ type: 'CancellationAccepted', at, act }] : [];
    }
    case 'sendMail': {
      const { message } = effect;
      const isOwed = state.mail.owed.some(({ key, isBegun }) => key === message.key && !isBegun);
      const isCharged = message.kind !== 'shipped' || message.about.charge !== null;
      return isOwed ? [{ type: 'MailBegun', at, key: message.key, isCharged }] : [];
    }
    default:
      return [];
  }
};
