import type { Money } from '../workflows/domain/money.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import type { InRoom } from './parts/block.ts';
import { viewOrder } from './parts/blocks/action.tsx';
import { details } from './parts/blocks/details.tsx';
import { hero } from './parts/blocks/hero.tsx';
import { order } from './parts/blocks/lines.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { steps } from './parts/blocks/steps.tsx';
import { example } from './parts/example.ts';
import type { MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';
import { cancelOffer, isFree, isOpen, promiseDetail } from './parts/wording.ts';

/**
 * `mandate.maximum`: the most that a card is charged for the order, for all shipments together.
 * `upfront`: what was paid with the order, and how much of its total is left to pay. `askedUntil`:
 * the last day on which card and consent, which are still to come, can come.
 */
export type Props = MailProps & {
  mandate: { maximum: Money };
  upfront: { paid: Money; left: Money } | null;
  askedUntil: CivilDate | null;
};

export const subject = ({ order, words }: Props): string =>
  words.say.confirmation.subject({ order: order.number });

export const Confirmation = (props: InRoom<Props>) => (
  <Sheet mail={props} written={written(props)} />
);

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => {
  const { say } = props.words;
  return {
    kind: 'confirmation',
    subject: subject(props),
    preview: dateStep(props),
    heading: say.confirmation.heading(),
    hero: hero(props, props.left.lines),
    blocks: [
      paragraphs([opening(props), stock(props)]),
      isOpen(props) ? details(props, shown(props)) : null,
      isOpen(props) ? steps(props, stepsOf(props)) : null,
      paragraphs([cancelOffer(props), changes(props)]),
      viewOrder(props),
      order(props),
    ],
  };
};

const opening = ({ order, words }: Props): string =>
  words.say.confirmation.received({ order: order.number });

const stock = ({ units, words }: Props): string => {
  const { confirmation } = words.say;
  if (units.waiting + units.setAside === 0) return confirmation.over();
  if (units.waiting === 0) return confirmation.noneWait();
  return units.setAside > 0 ? confirmation.someWait() : confirmation.allWait();
};

const shown = (props: Props) => {
  const { mandate, upfront, words } = props;
  const { confirmation } = words.say;
  const date = promiseDetail(props);
  if (isFree(props)) return [date];
  const most = { label: confirmation.mostCharged(), value: words.money(mandate.maximum) };
  if (!upfront) return [date, most];
  const paid = { label: confirmation.alreadyPaid(), value: words.money(upfront.paid) };
  return [date, paid, ...(upfront.left.amount > 0 ? [most] : [])];
};

/** We keep the place; what is charged, and when; the date. */
const stepsOf = (props: Props): string[] => {
  const { confirmation } = props.words.say;
  const place = props.units.waiting > 0 ? confirmation.stepPlace() : confirmation.stepSetAside();
  return isFree(props)
    ? [place, dateStep(props), confirmation.stepTold()]
    : [place, charge(props), dateStep(props)];
};

const dateStep = ({ promise, words }: Props): string => {
  const { confirmation } = words.say;
  if (promise.is === 'none') return confirmation.stepUndated();
  const on = { day: words.day(promise.on) };
  if (promise.is === 'past') return confirmation.stepLate(on);
  return promise.is === 'today' ? confirmation.stepToday(on) : confirmation.stepAhead(on);
};

const charge = ({ mandate, upfront, askedUntil, words }: Props): string => {
  const { confirmation } = words.say;
  const maximum = words.money(mandate.maximum);
  if (askedUntil) return confirmation.asked({ day: words.day(askedUntil), maximum });
  if (!upfront) return confirmation.charge({ maximum });
  const paid = words.money(upfront.paid);
  return upfront.left.amount > 0
    ? confirmation.chargeRest({ paid, left: words.money(upfront.left), maximum })
    : confirmation.chargeNothing({ paid });
};

/** What else can be changed while it waits. */
const changes = (props: Props): string => {
  const { order, units, words } = props;
  if (!isOpen(props)) return '';
  return order.paying === 'card' && units.waiting > 0
    ? words.say.confirmation.changeCard()
    : words.say.confirmation.changeAddress();
};

export const PreviewProps = {
  ...example,
  mandate: { maximum: { amount: 21600, currency: 'USD' } },
  upfront: null,
  askedUntil: null,
} satisfies Props;

export default Object.assign(Confirmation, { PreviewProps });
