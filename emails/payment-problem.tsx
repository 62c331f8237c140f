import type { ProblemReason } from '../workflows/domain/backorder/card.ts';
import type { Money } from '../workflows/domain/money.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import type { InRoom } from './parts/block.ts';
import { action } from './parts/blocks/action.tsx';
import { details } from './parts/blocks/details.tsx';
import { lines, order } from './parts/blocks/lines.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example } from './parts/example.ts';
import type { LinePart, MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';
import { type Ask, type Detail, isOpen } from './parts/wording.ts';

export type Props = MailProps & {
  stage: 'due' | 'barred' | 'last-call' | 'shipped';
  reason: ProblemReason;
  amount: Money;
  /** The last day on which we keep the units; null for what has `shipped`. */
  payBy: CivilDate | null;
  /** The last day on which we keep the place in line; null for what has `shipped`. */
  placeUntil: CivilDate | null;
  /** The day on which we try the same card again, and whether that is today. */
  retry: { on: CivilDate; isToday: boolean } | null;
  /** What has left so far. */
  shipped: readonly LinePart[];
};

export const subject = (props: Props): string => {
  const { paymentProblem: say } = props.words.say;
  const order = { order: props.order.number };
  if (props.stage === 'shipped') return say.subjectShipped(order);
  if (props.stage === 'barred') return say.subjectBarred(order);
  if (props.stage === 'last-call') return say.subjectLastCall(order);
  return {
    declined: say.subjectDeclined,
    authentication: say.subjectAuthentication,
    expired: say.subjectExpired,
    removed: say.subjectRemoved,
  }[props.reason](order);
};

export const PaymentProblem = (props: InRoom<Props>) => (
  <Sheet mail={props} written={written(props)} />
);

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => {
  const { say } = props.words;
  const shipped = { order: props.order.number };
  return {
    kind: 'payment-problem',
    subject: subject(props),
    preview: problem(props),
    heading: heading(props),
    blocks: [
      paragraphs(
        [matter(props), problem(props), say.paymentProblem.notCharged()],
        [retryWords(props)],
      ),
      details(props, shown(props)),
      paragraphs([consequence(props), end(props)], [cancelOffer(props)]),
      action(props, askOf(props), pageOf(props)),
      props.stage === 'shipped'
        ? lines(props, {
            title: say.paymentProblem.shippedLines(shipped),
            lines: props.shipped,
          })
        : order(props),
    ],
  };
};

const heading = ({ stage, reason, words }: Props): string => {
  const { paymentProblem: say } = words.say;
  if (stage === 'shipped') return say.headingShipped();
  if (stage === 'barred') return say.headingBarred();
  if (stage === 'last-call') return say.headingLastCall();
  return {
    declined: say.headingDeclined,
    authentication: say.headingAuthentication,
    expired: say.headingExpired,
    removed: say.headingRemoved,
  }[reason]();
};

const matter = ({ stage, payBy, units, order, words }: Props): string => {
  const { paymentProblem: say } = words.say;
  const its = { order: order.number };
  if (stage === 'shipped') return say.haveShipped(its);
  return stage === 'due' && payBy && units.setAside > 0 ? say.setAside(its) : say.aboutPayment(its);
};

/** What has happened. */
const problem = ({ stage, reason, words }: Props): string => {
  const { paymentProblem: say } = words.say;
  if (stage === 'barred') return say.barred();
  return stage === 'last-call' ? say.lastCall() : say[reason]();
};

/** When we try the card again, and that nothing needs doing if it pays. Empty if we do not. */
const retryWords = ({ retry, words }: Props): string => {
  if (!retry) return '';
  const { paymentProblem: say } = words.say;
  return retry.isToday ? say.retryToday() : say.retry({ day: words.day(retry.on) });
};

const shown = ({ stage, amount, payBy, placeUntil, units, words }: Props): Detail[] => {
  const { paymentProblem: say } = words.say;
  const isLate = stage === 'barred' || stage === 'last-call';
  return [
    { label: say.amount(), value: words.money(amount) },
    ...(payBy && stage === 'due' && units.setAside > 0
      ? [{ label: say.payBy(), value: words.day(payBy) }]
      : []),
    ...(placeUntil && isLate ? [{ label: say.placeUntil(), value: words.day(placeUntil) }] : []),
  ];
};

/** What follows if nothing happens. */
const consequence = ({ stage, reason, payBy, units, words }: Props): string => {
  const { paymentProblem: say } = words.say;
  if (stage === 'shipped') {
    return reason === 'authentication' ? say.chargedOnceConfirmed() : say.chargedOnceGiven();
  }
  if (stage !== 'due') return say.keepsPlace();
  return payBy && units.setAside > 0 ? say.afterThatDay() : say.onlyApproved();
};

const end = ({ stage, placeUntil, words }: Props): string =>
  placeUntil && stage !== 'shipped'
    ? words.say.paymentProblem.cancelled({ day: words.day(placeUntil) })
    : '';

/** Goods that left are the customer's: on their page they can cancel only what waits. */
const cancelOffer = (props: Props): string =>
  props.stage === 'shipped' || !isOpen(props) ? '' : props.words.say.paymentProblem.cancelOffer();

const pageOf = (props: Props): Ask => {
  const { letter } = props.words.say;
  const mayCancel = props.stage !== 'shipped' && isOpen(props);
  return { label: mayCancel ? letter.viewOrCancel() : letter.view(), href: props.links.status };
};

/** Once the time to confirm is over, no payment is left to confirm, so we ask for another card. */
const askOf = ({ stage, reason, links, words }: Props): Ask =>
  (stage === 'due' || stage === 'shipped') && reason === 'authentication'
    ? { label: words.say.paymentProblem.confirm(), href: links.pay }
    : { label: words.say.paymentProblem.change(), href: links.card };

export const PreviewProps = {
  ...example,
  units: { waiting: 0, setAside: 3, shipped: 0, cancelled: 0 },
  stage: 'due',
  reason: 'declined',
  amount: { amount: 21600, currency: 'USD' },
  payBy: '2027-01-12',
  placeUntil: '2027-01-26',
  retry: { on: '2027-01-11', isToday: false },
  shipped: [],
} satisfies Props;

export default Object.assign(PaymentProblem, { PreviewProps });
