import { isTerminal } from '../../workflows/domain/ledger.ts';
import type { MessageKind } from '../../workflows/domain/message-kind.ts';
import { dayAt, dayOf, type OrderPage, phaseOf } from './order-page.ts';
import { paymentProblem } from './payment-words.ts';

/** Where the order stands, in one sentence. */
export const standingWords = (page: OrderPage): string => {
  switch (phaseOf(page)) {
    case 'awaiting_stock':
      return `${hasShipped(page) ? 'The rest of your order' : 'Your order'} is waiting for ${isStuck(page) ? 'its payment' : 'stock'}. Your place in line is kept.`;
    case 'awaiting_payment':
      return `${whatIsHere(page)} is set aside for you. The payment comes next.`;
    case 'ready_to_ship':
      return `${whatIsHere(page)} is here and ready to ship.`;
    case 'shipped':
      return 'Your order has shipped.';
    case 'cancelled':
      return 'Your order is cancelled.';
  }
};

const whatIsHere = (page: OrderPage): string => {
  if (waits(page)) return hasShipped(page) ? 'More of your order' : 'A part of your order';
  return hasShipped(page) ? 'The rest of your order' : 'Your order';
};

const isStuck = (page: OrderPage): boolean => paymentProblem(page).length > 0;

const hasShipped = ({ shipments }: OrderPage): boolean => shipments.length > 0;

/** The date the customer was promised, or plainly that there is none; null once it is over. */
export const promiseWords = (page: OrderPage): string | null => {
  if (isTerminal(phaseOf(page))) return null;
  const { promisedOn } = page.order;
  if (promisedOn === null) {
    return 'There is no ship date yet. We will tell you as soon as there is one.';
  }
  const date = `Planned to ship by ${dayOf(page, promisedOn)}`;
  return isStuck(page)
    ? `${date}, once the payment is settled.`
    : `${date}. If that changes, we will tell you.`;
};

/** What happens next, and when we write again. */
export const nextWords = (page: OrderPage): string[] => {
  if (isStuck(page)) return [];
  const held = page.order.view?.hold === true;
  return [
    ...(held ? ['We are looking into your order before it goes on.'] : []),
    ...steps(page),
    ...mailWords(page),
  ];
};

const steps = (page: OrderPage): string[] => {
  switch (phaseOf(page)) {
    case 'awaiting_stock':
      return ['As soon as your items arrive, we set them aside for you and tell you.'];
    case 'awaiting_payment':
      return ['We ask your bank for the amount. Once it agrees, your items are ready to ship.'];
    case 'ready_to_ship':
      return [
        'We hand your items to the carrier. Your card is charged then, and we send you a mail.',
        ...(waits(page) ? ['The rest of your order follows as soon as it arrives.'] : []),
      ];
    case 'shipped':
      return ['Your items are with the carrier.'];
    case 'cancelled':
      return ['There is nothing you need to do.'];
  }
};

const waits = ({ order }: OrderPage): boolean => order.lines.some(({ waiting }) => waiting > 0);

const mailWords = (page: OrderPage): string[] => {
  const next = page.order.view?.next;
  if (!next) return [];
  // Whoever waits no longer hears nothing of what only shortens the wait.
  const kinds = phaseOf(page) === 'ready_to_ship' ? alwaysTold : whileWaiting;
  const words = kinds[next.kind];
  return words === undefined ? [] : [`We write again on ${dayAt(page, next.at)}: ${words}.`];
};

/** Mails that are planned ahead; the others come when something happens. */
type Planned = Partial<Record<MessageKind | 'lease-end', string>>;

const alwaysTold: Planned = { countdown: 'how many days are left' };

const whileWaiting: Planned = {
  ...alwaysTold,
  excitement: 'something about what you ordered',
  'check-in': 'where your order stands',
};
