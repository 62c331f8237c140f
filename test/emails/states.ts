import { lamp } from '../../emails/parts/example.ts';
import type { MailProps } from '../../emails/parts/props.ts';
import { promiseStanding, standingOf, waitOf } from '../../workflows/domain/mail/standing.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });

type Counts = Partial<MailProps['units']>;

/** One line of lamps for $100.00 each, of which so many units are where it says. */
export const units = (counts: Counts): Pick<MailProps, 'units' | 'left'> => {
  const all = { waiting: 0, setAside: 0, shipped: 0, cancelled: 0, ...counts };
  const quantity = all.waiting + all.setAside + all.shipped + all.cancelled;
  const line = { lineId: '1', ...all, allocated: all.setAside, quantity, total: quantity * 10_000 };
  const { left } = standingOf({ currency: 'USD', shipping: 0, lines: [line] });
  return {
    units: all,
    left: {
      lines: left.lines.map(({ quantity, amount }) => ({ ...lamp, quantity, total: usd(amount) })),
      shipping: null,
      total: usd(left.total),
    },
  };
};

/** So many days from today on, or before it; null: no date. */
export const promisedIn = (days: number | null): Pick<MailProps, 'promise' | 'wait'> => {
  const today = '2027-01-10';
  const on = days === null ? null : new Date(Date.UTC(2027, 0, 10 + days)).toISOString();
  const promise = promiseStanding(on?.slice(0, 10) ?? null, today);
  return { promise, wait: waitOf(promise, { placedOn: '2026-11-23', today }) };
};
