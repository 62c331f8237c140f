import { describe, expect, it } from 'vitest';
import { changeOf, openPause } from '../../../../api/page/preferences/preferences-form.ts';

const today = '2026-11-27';

const stands = { updates: true, offers: false, pausedUntil: null, changedAt: null, by: null };
const paused = { ...stands, pausedUntil: '2026-12-24' };
const over = { ...stands, pausedUntil: '2026-11-01' };

describe('the form of preferences', () => {
  it.each([
    ['what it leaves as it is', 'updates=yes&pausedUntil=', stands, {}],
    ['a pause that is over, shown as none', 'updates=yes&pausedUntil=', over, {}],
  ])('names nothing for %s', (_, form, before, change) => {
    expect(changeOf(`form=preferences&${form}`, before, today)).toEqual(change);
  });

  it.each([
    ['pausedUntil=', stands, { updates: false }],
    ['updates=yes&offers=yes', stands, { offers: true }],
    ['updates=yes&pausedUntil=2026-11-28', stands, { pausedUntil: '2026-11-28' }],
    ['updates=yes&pausedUntil=', paused, { pausedUntil: null }],
    ['updates=yes&pausedUntil=2027-01-04', paused, { pausedUntil: '2027-01-04' }],
    [
      'offers=yes&pausedUntil=2027-01-04',
      stands,
      { updates: false, offers: true, pausedUntil: '2027-01-04' },
    ],
  ])('names what differs: %s', (form, before, change) => {
    expect(changeOf(`form=preferences&${form}`, before, today)).toEqual(change);
  });

  it.each([today, '2026-11-26', '2027-02-30', '27.11.2027', '2200-01-01', '9999-99-99'])(
    'takes no pause until %s',
    (day) => {
      const form = `form=preferences&updates=yes&pausedUntil=${day}`;
      expect(changeOf(form, stands, today)).toBe('wrong_day');
    },
  );

  it.each(['', '{}', 'updates=yes', 'form=other', '\u0000'])('changes nothing by %j', (form) => {
    expect(changeOf(form, stands, today)).toBe('incomplete');
  });
});

it('a pause is over on its day', () => {
  expect(openPause('2026-11-28', today)).toBe('2026-11-28');
  expect(openPause(today, today)).toBeNull();
  expect(openPause(null, today)).toBeNull();
});
