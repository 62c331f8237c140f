import { describe, expect, it, test } from 'vitest';
import { localDay, localDays } from '../../../../../workflows/calendar/send-window.ts';
import { never } from '../../../../../workflows/domain/backorder/delays.ts';
import { messageKinds } from '../../../../../workflows/domain/backorder/message-kind.ts';
import type { Planned } from '../../../../../workflows/domain/mail/gate/cap.ts';
import {
  type Asked,
  decideMail,
  type Verdict,
} from '../../../../../workflows/domain/mail/gate/gate.ts';
import type { Said } from '../../../../../workflows/domain/mail/gate/merge.ts';
import {
  addMs,
  dayMs,
  hourMs,
  type Instant,
  minuteMs,
} from '../../../../../workflows/domain/time.ts';

const timeZone = 'America/New_York';
/** A Monday, 10:00 in New York. */
const monday: Instant = '2027-01-11T15:00:00.000Z';
const day = (days: number, hours = 0): Instant => addMs(monday, days * dayMs + hours * hourMs);
const send: Verdict = { decision: 'send', covers: [] };

const reader: Asked['reader'] = {
  ...{ hasAddress: true, isErased: false, isOutsideTrial: false, isControl: false },
  ...{ isSuppressed: false, wantsUpdates: true, pausedUntil: null },
};

const asked = ({
  reader: wishes,
  ...changes
}: Partial<Omit<Asked, 'reader'>> & { reader?: Partial<Asked['reader']> } = {}): Asked => {
  const at = changes.at ?? monday;
  return {
    ...{ at, orderId: 'A', kind: 'countdown', until: day(3), deadlineAt: null },
    ...{ isSuspended: false, heard: [], planned: [], said: [] },
    days: localDays(at, { timeZone, jitterMs: 0, back: 7, ahead: 15 }),
    ...changes,
    reader: { ...reader, ...wishes },
  };
};

const heardAt = (...ats: Instant[]) => ats.map((at, index) => ({ messageId: `m${index}`, at }));

const plan = (orderId: string, kind: Planned['kind'], at: Instant): Planned => ({
  ...{ orderId, kind, at },
  key: `${kind}:${orderId}`,
});

const hold = (until: Instant, reason: string) => ({ decision: 'hold', until, reason });
const skip = (reason: string) => ({ decision: 'skip', reason });

describe('nobody to write to', () => {
  test.each([
    ['no_address', { hasAddress: false }, 'confirmation', skip('no_address')],
    ['erased', { hasAddress: false, isErased: true }, 'cancelled', skip('erased')],
    ['trial', { isOutsideTrial: true }, 'shipped', skip('trial')],
    ['suppressed', { isSuppressed: true }, 'countdown', skip('suppressed')],
    ['suppressed, service', { isSuppressed: true }, 'delay-notice', send],
    ['unsubscribed', { wantsUpdates: false }, 'check-in', skip('unsubscribed')],
    ['unsubscribed, service', { wantsUpdates: false }, 'refunded', send],
    ['control', { isControl: true }, 'excitement', skip('control')],
    ['control, countdown', { isControl: true }, 'countdown', send],
  ] as const)('%s', (_, wishes, kind, verdict) => {
    expect(decideMail(asked({ kind, reader: wishes }))).toEqual(verdict);
  });
});

describe('quiet hours', () => {
  test.each([
    ['07:59:59', day(0, -2 - 1 / 3600), hold(day(0, -2), 'quiet_hours')],
    ['08:00', day(0, -2), send],
    ['19:59:59', day(0, 10 - 1 / 3600), send],
    ['20:00', day(0, 10), hold(day(1, -2), 'quiet_hours')],
    ['midnight', day(0, 14), hold(day(1, -2), 'quiet_hours')],
  ])('a countdown at %s', (_, at, verdict) => {
    expect(decideMail(asked({ at }))).toEqual(verdict);
  });

  it('skips what makes no sense any more in the morning', () => {
    const at = day(0, 12);
    expect(decideMail(asked({ at, until: day(0, 14) }))).toEqual(skip('stale'));
    expect(decideMail(asked({ at, until: day(1, -2) }))).toEqual(skip('stale'));
    expect(decideMail(asked({ at, until: at }))).toEqual(skip('stale'));
  });

  it('spreads by address what waited for the morning', () => {
    const at = day(0, 12);
    const days = localDays(at, { timeZone, jitterMs: 90_000, back: 7, ahead: 15 });
    expect(decideMail(asked({ at, days }))).toEqual(hold(addMs(day(1, -2), 90_000), 'quiet_hours'));
  });

  it.each(messageKinds.filter((kind) => !['excitement', 'countdown', 'check-in'].includes(kind)))(
    'never hold a %s',
    (kind) => {
      expect(decideMail(asked({ kind, at: day(0, 14), until: null }))).toEqual(send);
    },
  );

  test.each([
    ['early, for the morning', day(1, -2), day(2), hold(day(1, -2), 'quiet_hours')],
    ['whose deadline is the morning, never', day(1, -2), day(1, -2), send],
    ['that may not wait, never', day(1, -2), null, send],
  ])('hold a notice %s', (_, _morning, deadlineAt, verdict) => {
    const notice = asked({ kind: 'delay-notice', at: day(0, 14), until: null, deadlineAt });
    expect(decideMail(notice)).toEqual(verdict);
  });

  it('let a notice that is early go out by day', () => {
    const notice = asked({ kind: 'delay-notice', until: null, deadlineAt: day(9) });
    expect(decideMail(notice)).toEqual(send);
  });
});

describe('a pause', () => {
  const pausedUntil = localDay('2027-01-13', { timeZone, jitterMs: 0 });

  it('holds until 10:00 of the first day on which mail may go again', () => {
    expect(decideMail(asked({ reader: { pausedUntil } }))).toEqual(hold(day(2), 'paused'));
  });

  it('skips what is stale by then', () => {
    const stale = asked({ reader: { pausedUntil }, until: day(2) });
    expect(decideMail(stale)).toEqual(skip('paused'));
  });

  it('is over when that day begins', () => {
    const at = pausedUntil.startsAt;
    const until = day(9);
    expect(decideMail(asked({ at, until, reader: { pausedUntil } }))).toEqual(
      hold(day(2, -2), 'quiet_hours'),
    );
    const before = addMs(at, -1);
    expect(decideMail(asked({ at: before, until, reader: { pausedUntil } }))).toEqual(
      hold(day(2), 'paused'),
    );
    expect(decideMail(asked({ at: day(2, -2), until, reader: { pausedUntil } }))).toEqual(send);
  });

  it('holds no service mail', () => {
    expect(decideMail(asked({ kind: 'shipped', reader: { pausedUntil } }))).toEqual(send);
  });
});

describe('the cap', () => {
  it('lets one relationship mail a day go out, and holds the next for the day after', () => {
    expect(decideMail(asked({ heard: heardAt(day(0, -2)) }))).toEqual(hold(day(1), 'capped'));
    expect(decideMail(asked({ heard: heardAt(day(-1, 8)) }))).toEqual(send);
  });

  it('lets three go out in seven days', () => {
    const heard = heardAt(day(-6), day(-4), day(-2));
    const until = day(5);
    expect(decideMail(asked({ heard, until }))).toEqual(hold(day(1), 'capped'));
    expect(decideMail(asked({ heard: heard.slice(1), until }))).toEqual(send);
    expect(decideMail(asked({ heard: heardAt(day(-7), day(-4), day(-2)), until }))).toEqual(send);
    const late = heardAt(day(-3), day(-2), day(-1));
    expect(decideMail(asked({ heard: late, until }))).toEqual(hold(day(4), 'capped'));
  });

  it('counts what went out of an order that is ahead in its own time', () => {
    const heard = heardAt(day(-4), day(-3), day(1));
    expect(decideMail(asked({ heard, until: day(5) }))).toEqual(hold(day(3), 'capped'));
    const ahead = heardAt(day(-3), day(4));
    expect(decideMail(asked({ heard: ahead }))).toEqual(send);
  });

  it('skips what is stale by then', () => {
    expect(decideMail(asked({ heard: heardAt(monday), until: day(1) }))).toEqual(skip('capped'));
  });

  test.each([
    ['excitement', 'countdown', hold(day(1), 'capped')],
    ['check-in', 'excitement', hold(day(1), 'capped')],
    ['check-in', 'countdown', hold(day(1), 'capped')],
    ['excitement', 'check-in', send],
    ['excitement', 'excitement', send],
  ] as const)('%s beside a planned %s of another order', (kind, other, verdict) => {
    const planned = [plan('B', other, day(0, 4))];
    expect(decideMail(asked({ kind, planned }))).toEqual(verdict);
  });

  it('leaves the third place of seven days to a countdown that is planned', () => {
    const heard = heardAt(day(-3), day(-1));
    const planned = [plan('B', 'countdown', day(2))];
    const excitement = asked({ kind: 'excitement', heard, planned, until: day(9) });
    expect(decideMail(excitement)).toEqual(hold(day(4), 'capped'));
    expect(decideMail({ ...excitement, planned: [plan('B', 'countdown', day(4))] })).toEqual(send);
    expect(decideMail({ ...excitement, kind: 'countdown' })).toEqual(send);
  });

  it('counts countdowns of one day as one mail', () => {
    const planned = [plan('B', 'countdown', day(2)), plan('C', 'countdown', day(2, 1))];
    const excitement = asked({ kind: 'excitement', heard: heardAt(day(-3)), planned });
    expect(decideMail(excitement)).toEqual(send);
  });
});

describe('countdowns of one day', () => {
  it('are one mail, which takes in those of other orders', () => {
    const planned = [
      plan('C', 'countdown', day(0, 3)),
      plan('B', 'countdown', day(0)),
      plan('D', 'countdown', day(1)),
      plan('E', 'check-in', day(0)),
      plan('A', 'countdown', day(0)),
    ];
    expect(decideMail(asked({ planned }))).toEqual({
      decision: 'send',
      covers: [
        { orderId: 'B', key: 'countdown:B' },
        { orderId: 'C', key: 'countdown:C' },
      ],
    });
    expect(decideMail(asked({ planned, kind: 'check-in', heard: [] }))).not.toHaveProperty(
      'covers',
    );
  });

  const carrier = (outcome: Said['outcome'], at = day(0, -1)): Said[] => [
    { messageId: 'm0', at, outcome },
  ];
  const heard = heardAt(day(0, -1));

  it('merge once the mail that took them in was accepted, even while the order is suspended', () => {
    const said = carrier('accepted');
    const merged = { decision: 'merge', into: 'm0' };
    expect(decideMail(asked({ said, heard }))).toEqual(merged);
    expect(decideMail(asked({ said, heard, isSuspended: true }))).toEqual(merged);
  });

  it('wait for a mail that is being sent, but not for long', () => {
    const at = day(0);
    const late = addMs(at, -15 * minuteMs);
    expect(decideMail(asked({ said: carrier('sending', addMs(late, 1)), heard }))).toEqual(
      hold(addMs(at, minuteMs), 'merged'),
    );
    expect(decideMail(asked({ said: carrier('sending', late), heard }))).toEqual(send);
  });

  it('are decided on their own when the mail that took them in was not accepted', () => {
    expect(decideMail(asked({ said: carrier('lost'), heard }))).toEqual(send);
    const others = [...heard, { messageId: 'other', at: day(0, -1) }];
    expect(decideMail(asked({ said: carrier('lost'), heard: others }))).toEqual(
      hold(day(1), 'capped'),
    );
  });
});

describe('a suspended order', () => {
  it('holds relationship mail until an operator lets it go on', () => {
    expect(decideMail(asked({ isSuspended: true }))).toEqual(hold(never, 'on_hold'));
  });

  it('sends service mail', () => {
    expect(decideMail(asked({ isSuspended: true, kind: 'cancelled' }))).toEqual(send);
  });

  it('skips what nobody wants', () => {
    const unwanted = asked({ isSuspended: true, reader: { wantsUpdates: false } });
    expect(decideMail(unwanted)).toEqual(skip('unsubscribed'));
  });
});
