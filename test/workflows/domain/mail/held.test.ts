import { describe, expect, it } from 'vitest';
import type { HeldMail } from '../../../../workflows/domain/backorder/mail.ts';
import { holdWords } from '../../../../workflows/domain/desk/mail-reasons.ts';
import { plan } from '../../../../workflows/domain/plan.ts';
import { detailsOf } from '../../../../workflows/domain/story.ts';
import { addMs, dayMs, hourMs, type Instant, minuteMs } from '../../../../workflows/domain/time.ts';
import { viewOf } from '../../../../workflows/domain/view.ts';
import { adasLamp, day } from '../../../support/cast.ts';
import { mailsOf } from '../../../support/world/views.ts';
import {
  advance,
  advanceTo,
  ask,
  cancel,
  createWorld,
  restart,
  tellWishes,
} from '../../../support/world/world.ts';

/** Ada's order with its first excitement due at `dueAt`, held once by what `holdOf` says. */
const heldOnce = (reason: HeldMail['reason'], ms: number) => {
  const holds: Instant[] = [];
  const world = createWorld(adasLamp, {
    holdOf: ({ dueAt }, now) => {
      if (holds.length > 0) return null;
      holds.push(now);
      return { until: addMs(dueAt, ms), reason };
    },
  });
  advance(world, minuteMs);
  const [first] = world.state.mail.timetable ?? [];
  if (!first) throw new Error('Ada waits long enough for an excitement');
  advanceTo(world, addMs(first.at, minuteMs));
  return { world, first, heldUntil: addMs(first.at, ms) };
};

describe('a mail that is held', () => {
  it('is decided again when its hold ends, and at no other time', () => {
    const { world, first, heldUntil } = heldOnce('quiet_hours', dayMs);
    expect(mailsOf(world)).toEqual(['confirmation 2026-11-23']);
    const planned = plan(world.state, world.now);
    expect(planned.start).toEqual([]);
    expect(planned.wakeAt).toBe(heldUntil);
    restart(world);
    advanceTo(world, addMs(heldUntil, minuteMs));
    expect(mailsOf(world)).toEqual(['confirmation 2026-11-23', 'excitement 2026-12-12']);
    expect(world.mailbox.at(-1)?.dueAt).toBe(first.at);
    expect(world.state.mail.held).toEqual([]);
  });

  it('is shown with its reason and the time at which it is decided again', () => {
    const { world, heldUntil } = heldOnce('capped', dayMs);
    const planned = plan(world.state, world.now);
    expect(viewOf(world.state, planned, world.now).next).toEqual({
      kind: 'excitement',
      at: heldUntil,
    });
    expect(planned.why).toBe(
      `waits for stock; next mail: “Excitement” at ${heldUntil}, because ${holdWords.capped}`,
    );
    expect(detailsOf(world.state, planned)).toContain(
      `Mail “Excitement” waits until ${heldUntil}: ${holdWords.capped}`,
    );
  });

  it('is decided again at once when the customer changes their wishes', () => {
    const { world } = heldOnce('paused', dayMs);
    tellWishes(world);
    expect(mailsOf(world)).toEqual(['confirmation 2026-11-23', 'excitement 2026-12-11']);
  });

  it('is skipped when another promise plans everything anew', () => {
    const { world, first } = heldOnce('quiet_hours', dayMs);
    ask(world, {
      ...{ type: 'ChangePromise', promiseId: 'p2', on: '2027-03-01' },
      ...{ statedAt: world.now, isSupply: false },
    });
    expect(world.skips).toMatchObject([{ key: first.key, reason: 'superseded' }]);
    expect(world.state.mail.held).toEqual([]);
  });

  it('is skipped when the order ends', () => {
    const { world, first } = heldOnce('quiet_hours', dayMs);
    cancel(world, 'c1');
    expect(world.skips).toMatchObject([{ key: first.key, reason: 'order_closed' }]);
    expect(world.end).toBe('cancelled');
  });
});

describe('a mail that is held while its answer is under way', () => {
  const during = (happens: (world: ReturnType<typeof createWorld>) => void) => {
    const holds: Instant[] = [];
    const world = createWorld(adasLamp, {
      isEarly: () => true,
      holdOf: ({ dueAt }, now) => {
        if (holds.length > 0) return null;
        holds.push(now);
        return { until: addMs(dueAt, dayMs), reason: 'paused' };
      },
    });
    advance(world, minuteMs);
    const [first] = world.state.mail.timetable ?? [];
    advanceTo(world, first?.at ?? day(1));
    expect(world.inFlight).toHaveLength(1);
    happens(world);
    advance(world, minuteMs);
    return mailsOf(world);
  };

  it('is decided again at once if wishes have changed meanwhile', () => {
    expect(during(tellWishes)).toContain('excitement 2026-12-11');
    expect(during(() => undefined)).not.toContain('excitement 2026-12-11');
  });
});

describe('a suspended order', () => {
  it('keeps what was due once, until an operator lets it go on', () => {
    const world = createWorld(adasLamp);
    advance(world, minuteMs);
    ask(world, { type: 'SuspendBackorder' });
    const [first] = world.state.mail.timetable ?? [];
    advanceTo(world, addMs(first?.at ?? day(1), hourMs));
    expect(world.state.mail.held).toMatchObject([{ key: first?.key, reason: 'on_hold' }]);
    expect(detailsOf(world.state, plan(world.state, world.now))).toMatch(
      /an operator holds the order$/m,
    );
    expect(mailsOf(world)).toEqual(['confirmation 2026-11-23']);
    tellWishes(world);
    expect(mailsOf(world)).toEqual(['confirmation 2026-11-23']);
    ask(world, { type: 'ResumeBackorder' });
    expect(mailsOf(world)).toEqual(['confirmation 2026-11-23', 'excitement 2026-12-11']);
  });

  it('skips what is stale by then', () => {
    const world = createWorld(adasLamp);
    advance(world, minuteMs);
    ask(world, { type: 'SuspendBackorder' });
    const [first] = world.state.mail.timetable ?? [];
    advanceTo(world, first?.until ?? day(1));
    ask(world, { type: 'ResumeBackorder' });
    expect(world.skips).toMatchObject([{ key: first?.key, reason: 'stale' }]);
  });
});
