import type { Money } from '../workflows/domain/money.ts';
import type { InRoom } from './parts/block.ts';
import { viewOrder } from './parts/blocks/action.tsx';
import { details } from './parts/blocks/details.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example } from './parts/example.ts';
import type { MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';
import { type Detail, isOpen, promiseDetail } from './parts/wording.ts';

/**
 * `held`: the sum that the bank holds for the order. `charged`: the cost of goods that left unpaid.
 * `waived`: what is too little to be charged for them, and never will be. `agreed`: the most that the
 * customer has agreed to with their first card. All are null when we have only noted a new card.
 */
export type Props = MailProps & {
  held: Money | null;
  charged: Money | null;
  waived: Money | null;
  agreed: Money | null;
};

type Outcome = 'Waived' | 'Charged' | 'Agreed' | 'Held' | 'Noted';

const outcomeOf = ({ held, charged, waived, agreed }: Props): Outcome => {
  if (waived) return 'Waived';
  if (charged) return 'Charged';
  if (agreed) return 'Agreed';
  return held ? 'Held' : 'Noted';
};

export const subject = (props: Props): string =>
  props.words.say.paymentRecovered[`subject${outcomeOf(props)}`]({ order: props.order.number });

export const PaymentRecovered = (props: InRoom<Props>) => (
  <Sheet mail={props} written={written(props)} />
);

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => ({
  kind: 'payment-recovered',
  subject: subject(props),
  preview: status(props),
  heading: props.words.say.paymentRecovered[`heading${outcomeOf(props)}`](),
  blocks: [
    paragraphs([status(props)]),
    details(props, shown(props)),
    paragraphs([next(props)]),
    viewOrder(props),
  ],
});

const status = (props: Props): string => {
  const { units, words } = props;
  const { paymentRecovered: say } = words.say;
  const order = { order: props.order.number };
  switch (outcomeOf(props)) {
    case 'Waived':
      return say.waived(order);
    case 'Charged':
      return say.charged(order);
    case 'Agreed':
      return units.waiting > 0 ? say.agreedWaiting(order) : say.agreed(order);
    case 'Held':
      return say.held(order);
    case 'Noted':
      return units.waiting > 0 ? say.notedWaiting(order) : say.noted(order);
  }
};

const shown = (props: Props): Detail[] => {
  const { held, charged, waived, agreed, words } = props;
  const { paymentRecovered: say } = words.say;
  const date = isOpen(props) ? [promiseDetail(props)] : [];
  if (waived) return [{ label: say.notCharged(), value: words.money(waived) }];
  if (charged) return [{ label: say.chargedFor(), value: words.money(charged) }];
  if (agreed) return [...date, { label: say.mostCharged(), value: words.money(agreed) }];
  return held ? [{ label: say.heldOnCard(), value: words.money(held) }] : date;
};

const next = (props: Props): string => {
  const { units, words } = props;
  const { paymentRecovered: say } = words.say;
  switch (outcomeOf(props)) {
    case 'Waived':
      return say.nothingToDo();
    case 'Charged':
      return say.nextCharged();
    case 'Held':
      return isOpen(props) ? say.nextHeld() : say.nothingToDo();
    default:
      if (units.waiting > 0) return say.nextWaiting();
      return units.setAside > 0 ? say.nextSetAside() : say.nothingToDo();
  }
};

export const PreviewProps = {
  ...example,
  units: { waiting: 0, setAside: 3, shipped: 0, cancelled: 0 },
  held: { amount: 21600, currency: 'USD' },
  charged: null,
  waived: null,
  agreed: null,
} satisfies Props;

export default Object.assign(PaymentRecovered, { PreviewProps });
