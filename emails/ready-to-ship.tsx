import type { InRoom } from './parts/block.ts';
import { viewOrder } from './parts/blocks/action.tsx';
import { hero } from './parts/blocks/hero.tsx';
import { lines } from './parts/blocks/lines.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example, lamp } from './parts/example.ts';
import type { LinePart, MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';

/** `lines`: the units that are ready, as far as they still are. */
export type Props = MailProps & { lines: readonly LinePart[] };

/** Whether these units are all of the order, its rest, or a part of what is left. */
type Part = 'whole' | 'rest' | 'part' | 'over';

const partOf = ({ lines, units }: Props): Part => {
  const ready = countOf(lines);
  if (ready === 0 || units.setAside === 0) return 'over';
  if (ready < units.waiting + units.setAside) return 'part';
  return units.shipped > 0 ? 'rest' : 'whole';
};

const countOf = (lines: readonly LinePart[]): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);

export const subject = (props: Props): string =>
  props.words.say.readyToShip.subject({ order: props.order.number, part: partOf(props) });

export const ReadyToShip = (props: InRoom<Props>) => (
  <Sheet mail={props} written={written(props)} />
);

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => {
  const { readyToShip } = props.words.say;
  return {
    kind: 'ready-to-ship',
    subject: subject(props),
    preview: status(props),
    heading: readyToShip.heading({ part: partOf(props) }),
    hero: hero(props, props.lines),
    blocks: [
      paragraphs([status(props)], [next(props), rest(props)]),
      viewOrder(props),
      lines(props, { title: readyToShip.ready(), lines: props.lines }),
    ],
  };
};

const status = (props: Props): string => {
  const { readyToShip: say } = props.words.say;
  const order = { order: props.order.number };
  switch (partOf(props)) {
    case 'whole':
      return say.statusWhole(order);
    case 'rest':
      return say.statusRest(order);
    case 'part':
      return say.statusPart(order);
    case 'over':
      return say.statusOver(order);
  }
};

const next = (props: Props): string => {
  const { readyToShip: say } = props.words.say;
  if (partOf(props) === 'over') return '';
  return partOf(props) === 'part' ? say.nextPart() : say.next();
};

/** What becomes of the units that this mail is not about; empty when there are none. */
const rest = (props: Props): string => {
  const { readyToShip: say } = props.words.say;
  if (partOf(props) !== 'part') return '';
  return props.units.waiting > 0 ? say.restWaits() : say.restSetAside();
};

export const PreviewProps = {
  ...example,
  units: { waiting: 2, setAside: 1, shipped: 0, cancelled: 0 },
  lines: [lamp],
} satisfies Props;

export default Object.assign(ReadyToShip, { PreviewProps });
