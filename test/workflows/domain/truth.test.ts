import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timetable } from '../../../workflows/calendar/timetable.ts';
import type { OutgoingMail } from '../../../workflows/domain/backorder/mail.ts';
import { dayMs } from '../../../workflows/domain/time.ts';
import { differingIn } from '../../support/told/agreement.ts';
import { untrueInMail } from '../../support/told/mail-laws.ts';
import { untrueOnPage } from '../../support/told/page-laws.ts';
import { anyPlace } from '../../support/told/told-order.ts';
import { showPage, writeMail } from '../../support/told/write.ts';
import type { World } from '../../support/world/effects.ts';
import { conclude, live } from '../../support/world/live.ts';
import { anyLife, type Life } from '../../support/world/random-life.ts';

const runs = process.env.MODEL_RUNS;

test('every mail and page says how things stand, whatever an order lives through', () => {
  fc.assert(
    fc.property(anyLife, anyPlace, fc.constantFrom(1, 4), (given, place, stretch) => {
      const life = slower(structuredClone(given), stretch);
      const told = { opening: life.opening, ...place };
      const onMail = (world: World, message: OutgoingMail) => {
        const mail = writeMail(told, world, message);
        expect(untrueInMail(mail), mail.text).toEqual([]);
        // The date may have moved since the mail set out.
        if ((world.state.promise?.on ?? null) !== message.promise.on) return;
        const page = showPage(told, world);
        expect(differingIn(mail, page), `${mail.text}\n${page.text}`).toEqual([]);
      };
      const look = (world: World) => {
        const page = showPage(told, world);
        expect(untrueOnPage(page), page.text).toEqual([]);
      };
      const world = live(life, look, {
        onMail,
        planMail: (question, now) =>
          timetable({
            ...question,
            timeZone: place.timeZone,
            shipToZone: place.timeZone,
            jitterMs: 0,
            now,
          }),
      });
      conclude(world);
      look(world);
    }),
    // Always the same few lives, unless more are asked for.
    runs === undefined ? { numRuns: 60, seed: 1 } : { numRuns: Number(runs) },
  );
}, 300_000);

/** Its days are so many times longer, so that a wait comes to its countdowns. */
const slower = (life: Life, times: number): Life => ({
  ...life,
  events: life.events.map((event) =>
    event.type === 'wait' && event.ms >= dayMs ? { ...event, ms: event.ms * times } : event,
  ),
});
