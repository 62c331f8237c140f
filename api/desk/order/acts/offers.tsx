import { mayDo } from '../../access/scopes.ts';
import { isOpen, type Order, openOf, pathOf } from '../order.ts';
import type { OrderView } from '../view.ts';
import type { Offer } from './order-act.ts';

const hasOpenUnits = ({ lines }: Order): boolean => lines.some((line) => openOf(line) > 0);
const hasSetAside = ({ lines }: Order): boolean => lines.some(({ allocated }) => allocated > 0);
const isKept = ({ links }: Order): boolean => links.status !== null;

/** Every act upon an order, and when it makes sense. The API decides, whatever is offered here. */
const offers: readonly Offer[] = [
  { name: 'cancel', label: 'Cancel units', scopes: ['support'], isOffered: hasOpenUnits },
  { name: 'ship', label: 'Report a parcel', scopes: ['fulfilment'], isOffered: hasSetAside },
  { name: 'promise', label: 'Change the promise', scopes: ['inventory'], isOffered: isOpen },
  {
    name: 'delay-answer',
    label: 'Take an answer to the notice',
    scopes: ['support'],
    isOffered: (order) =>
      isOpen(order) && order.law.notice !== null && order.law.notice.answer === null,
  },
  {
    name: 'withdraw',
    label: 'Take a withdrawal',
    scopes: ['support'],
    isOffered: ({ law, phase }) => law.policy === 'eu' && phase !== 'cancelled',
  },
  {
    name: 'further-period',
    label: 'Take a further period',
    scopes: ['support'],
    isOffered: ({ law, phase, now }) =>
      (law.policy === 'eu' || law.policy === 'uk') &&
      isOpen({ phase }) &&
      law.deadlineAt !== null &&
      law.deadlineAt <= now,
  },
  {
    name: 'payment-method',
    label: 'Give another payment method',
    scopes: ['support'],
    isOffered: ({ payment, phase }) =>
      payment.terms !== 'none' &&
      payment.heldBy === null &&
      (isOpen({ phase }) || hasDebt(payment)),
  },
  {
    name: 'customer',
    label: 'Correct customer or address',
    scopes: ['support'],
    isOffered: isKept,
  },
  {
    name: 'hold',
    label: 'Put on hold',
    scopes: ['support'],
    isOffered: (order) => isOpen(order) && order.hold === null,
  },
  {
    name: 'release',
    label: 'Release the hold',
    scopes: ['support'],
    isOffered: ({ hold }) => hold !== null,
  },
  { name: 'priority', label: 'Change the priority', scopes: ['support'], isOffered: isOpen },
  { name: 'accumulate', label: 'Keep arriving units', scopes: ['support'], isOffered: isOpen },
  {
    name: 'reassign',
    label: 'Give units to another order',
    scopes: ['support'],
    isOffered: hasSetAside,
  },
  { name: 'link', label: 'Replace the customer’s link', scopes: ['support'], isOffered: isKept },
  {
    name: 'erase',
    label: 'Erase personal data',
    scopes: ['admin'],
    isOffered: (order) => !isOpen(order),
  },
  {
    name: 'fast-forward',
    label: 'Move its time on',
    scopes: ['admin'],
    isOffered: isOpen,
  },
];

const hasDebt = ({ problem }: Order['payment']): boolean => problem !== null;

/** Links to what this operator may do with the order as it stands. */
export const Acts = ({ view: { order, role, base, canFastForward } }: { view: OrderView }) => {
  const offered = offers.filter(
    ({ name, scopes, isOffered }) =>
      mayDo(role, scopes) && isOffered(order) && (canFastForward || name !== 'fast-forward'),
  );
  if (offered.length === 0) return null;
  return (
    <section id="acts" aria-labelledby="acts-title">
      <h2 id="acts-title">What can be done</h2>
      <p className="buttons">
        {offered.map(({ name, label }) => (
          <a key={name} className="button" href={`${base}${pathOf(order)}/${name}`}>
            {label}
          </a>
        ))}
      </p>
    </section>
  );
};
