import { getShipTo } from '../../db/backorder/customer.ts';
import { hasUnheardWords } from '../../db/backorder/words.ts';
import type { Db } from '../../db/client.ts';
import { stateDelay } from '../../db/promise/state-delay.ts';
import { type LawRules, lawClock } from '../../workflows/calendar/law-clock.ts';
import { dayAtShipTo } from '../../workflows/calendar/ship-to-day.ts';
import { nameOf } from '../../workflows/domain/backorder/delays.ts';
import type { MomentKind } from '../../workflows/domain/backorder/law.ts';
import { addMs, minuteMs } from '../../workflows/domain/time.ts';
import type { Activities } from '../call.ts';

/** Works out the days of the law where the order goes to. Repeating it is safe. */
export const planLaw =
  (db: Db, { leadDays, mayTell }: LawRules): Activities['planLaw'] =>
  async ({ orderId, at, effect: { question, asked } }) => {
    const shipTo = await getShipTo(db.sql, orderId);
    const clock = lawClock(question, asked, { shipTo, now: at, leadDays, mayTell });
    return [{ type: 'LawPlanned', clock }];
  };

/** States what becomes of a day that cannot be met. Repeating it gives the same promise. */
export const foreseeDelay =
  (db: Db, { lateShipDays }: LawRules): Activities['foreseeDelay'] =>
  async ({ orderId, at, effect: { on, isSetAside, unlessInTime } }) => {
    const does: MomentKind = unlessInTime ? 'tell-unless-in-time' : 'tell';
    const today = dayAtShipTo(await getShipTo(db.sql, orderId), at);
    const asked = { orderId, at, today, on, does, lateShipDays, isSetAside, unlessInTime };
    const stated = await stateDelay(db, asked);
    const foreseen = { type: 'DelayForeseen' as const, on, does, isInTime: stated === null };
    if (stated === null) return [foreseen];
    return [{ type: 'PromiseChanged', ...stated, isSupply: false }, foreseen];
  };

/** In order time: the lane is not kept busy meanwhile, because the word itself may need it. */
const hearAgainMs = minuteMs;

/** Comes through once the backorder has heard all that its customer said before the deadline. */
export const hearCustomer =
  (db: Db): Activities['hearCustomer'] =>
  async ({ orderId, at, effect }) => {
    const { deadlineAt } = effect;
    if (await hasUnheardWords(db.sql, orderId, deadlineAt)) {
      const until = addMs(at, hearAgainMs);
      return [{ type: 'EffectDelayed', effect: nameOf(effect), until }];
    }
    return [{ type: 'CustomerHeard', deadlineAt }];
  };
