import type { SaidInLaw } from '../../../workflows/domain/backorder/mail.ts';
import type { CivilDate } from '../../../workflows/domain/time.ts';
import type { MailProps } from '../props.ts';
import { isFree } from '../wording.ts';

/**
 * Why an order is late: in the shop's own words, or a reason that stands for itself. `supply`: its
 * stock comes at another time; `again`: units were taken back; `late`: it could not ship in time.
 */
export type Reason = { own: string } | 'supply' | 'again' | 'late';

/** What is to be said of the money for what has not left. */
type MoneyLeft = 'free' | 'uncharged' | 'paid';

/** `isPaid`: all or part of the order was paid for before it ships. */
export const moneyLeftOf = (mail: MailProps, { isPaid }: { isPaid: boolean }): MoneyLeft => {
  if (isFree(mail)) return 'free';
  return isPaid ? 'paid' : 'uncharged';
};

/** A notice that counts in law. Days at ship-to. */
export type Notice = Omit<SaidInLaw, 'before'> & {
  /** The date that the customer was told before, or the last one that they set; null: none. */
  before: CivilDate | null;
  reason: Reason;
  isPaid: boolean;
  /** The day by which it should have arrived is over. */
  isMissed: boolean;
};

/** A notice that tells of a date, or of none, and changes no right. EU, UK. */
export const isInforming = ({ kind }: Notice): boolean => kind === 'informs';

/** The customer may agree to more than the first notice of a date says by itself. */
export const mayWaitLonger = ({ kind, newOn }: Notice): boolean =>
  (kind === 'first_within_30' || kind === 'first_beyond_30') && newOn !== null;
