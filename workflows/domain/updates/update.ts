import { addDays, type CivilDate } from '../time.ts';

export const updateKinds = ['backorder', 'moved', 'arrived'] as const;

/** An SKU sells past its stock; the day of a delivery has moved; a delivery is here. */
export type UpdateKind = (typeof updateKinds)[number];

/** A supply whose day has moved, as it stands when its news is due. */
export type MovedSupply = {
  /** Days of its arrival: the last one that was public, and the one that holds now. */
  before: CivilDate | null;
  expectedOn: CivilDate | null;
  /** Nothing of it is to come any more. */
  isOver: boolean;
  /** Every customer concerned was told, or never will be. */
  isTold: boolean;
  handlingDays: number;
};

export type WithdrawnBecause = 'retracted' | 'replaced' | 'over' | 'unmoved' | 'in_stock';

/** What may be said now, whether it may never be said, or that it is too early to know. */
export type Verdict =
  | { say: 'now'; before: CivilDate | null; on: CivilDate | null }
  | { say: 'never'; because: WithdrawnBecause }
  | { say: 'later' };

const later: Verdict = { say: 'later' };
const never = (because: WithdrawnBecause): Verdict => ({ say: 'never', because });

/** Days that goods ship, as product pages have them: a day that has passed is no date any more. */
export const judgeMove = (supply: MovedSupply, today: CivilDate): Verdict => {
  const { before, expectedOn, isOver, isTold, handlingDays } = supply;
  if (isOver) return never('over');
  if (!isTold) return later;
  const stands = expectedOn !== null && expectedOn >= today ? expectedOn : null;
  if (before === stands) return never('unmoved');
  const shipDay = (on: CivilDate | null) => on && addDays(on, handlingDays);
  return { say: 'now', before: shipDay(before), on: shipDay(stands) };
};

/** What the product page says now of one more unit. */
export type PageOffer = {
  state: 'in_stock' | 'backorder' | 'out_of_stock';
  shipsOn: CivilDate | null;
};

/** Whoever looks at the page must find there what the news says. */
export const judgeBackorder = ({ state, shipsOn }: PageOffer): Verdict => {
  if (state === 'in_stock') return never('in_stock');
  return state === 'backorder' ? { say: 'now', before: null, on: shipsOn } : later;
};
