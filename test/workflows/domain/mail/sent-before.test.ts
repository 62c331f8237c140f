import { expect, test } from 'vitest';
import { isPerhapsSent } from '../../../../workflows/domain/mail/sent-before.ts';
import { addMs, hourMs } from '../../../../workflows/domain/time.ts';
import { dayZero } from '../../../support/cast.ts';

const hours = (count: number) => addMs(dayZero, count * hourMs);

/** The copy was taken at hour 0, and the orders were revived at the hour given. */
test.each([
  { name: 'no copy was put back', restored: null, revived: 48, due: 1, now: 48, is: false },
  { name: 'due before the copy, key over', restored: 0, revived: 24, due: -9, now: 24, is: true },
  { name: 'due before the copy, key alive', restored: 0, revived: 22, due: -9, now: 22, is: false },
  { name: 'due since the copy, key over', restored: 0, revived: 48, due: 20, now: 48, is: true },
  { name: 'due since the copy, key alive', restored: 0, revived: 48, due: 30, now: 48, is: false },
  { name: 'due after the revival', restored: 0, revived: 48, due: 49, now: 99, is: false },
  { name: 'key over while it was tried', restored: 0, revived: 22, due: 1, now: 25, is: true },
])('a mail, $name, may have gone out unknown to us: $is', (row) => {
  const { restored, revived, due, now, is } = row;
  expect(
    isPerhapsSent({
      dueAt: hours(due),
      restoredFrom: restored === null ? null : hours(restored),
      revivedAt: hours(revived),
      now: hours(now),
    }),
  ).toBe(is);
});
