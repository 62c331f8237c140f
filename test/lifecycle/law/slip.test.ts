import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import { mailbox, untilMail } from '../../support/lives/aftermath.ts';
import { byLaw, endOf, forwardTo, readEnded, untilLaw } from '../../support/lives/law.ts';
import {
  cancel,
  checkoutBody,
  emailOf,
  inDays,
  read,
  untilEnded,
  zoneAtNoon,
} from '../../support/lives/story.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const lexicon = createLexicon();

/** What each country makes of 20 days that become 60. `endsOn`: the last day if nobody answers. */
const places = [
  {
    shipTo: { country: 'US', region: 'NY', postalCode: '10001' },
    ...{ locale: 'en-US', zone: 'America/New_York', endsOn: 50 },
    ...{ kind: 'first_beyond_30', silence: 'cancels', deadline: 50 },
  },
  {
    shipTo: { country: 'DE', postalCode: '10115' },
    ...{ locale: 'de-DE', zone: 'Europe/Berlin', endsOn: null },
    ...{ kind: 'informs', silence: 'none', deadline: 23 },
  },
  {
    shipTo: { country: 'FR', postalCode: '75001' },
    ...{ locale: 'fr-FR', zone: 'Europe/Paris', endsOn: null },
    ...{ kind: 'informs', silence: 'none', deadline: 23 },
  },
  {
    shipTo: { country: 'MX', region: 'CMX', postalCode: '06000' },
    ...{ locale: 'es-MX', zone: 'America/Mexico_City', endsOn: 50 },
    ...{ kind: 'first_beyond_30', silence: 'cancels', deadline: 50 },
  },
];

/** With any space as a space: French has several kinds. */
const plain = (text: string): string => text.replaceAll(/\s/gu, ' ');

/** Twenty-five, as they come. */
const orders = Array.from({ length: 25 }, (_, index) => index).flatMap((index) => {
  const at = index % places.length;
  return places.slice(at, at + 1).map((each) => ({ ...each, orderId: `slip-${index}` }));
});

type Order = (typeof orders)[number];

const sku = 'LAMP';

const announce = (days: number) =>
  system.call('PUT', '/v1/supplies/ship-1', {
    ...{ sku, quantity: 25, basis: 'the ship', expectedOn: inDays(days) },
  });

const place = async ({ orderId, shipTo, locale }: Order) => {
  const { customer, ...body } = await checkoutBody(system, { orderId, sku, promiseIn: null });
  const { status } = await system.call('POST', '/v1/backorders', {
    ...{ ...body, shipTo },
    customer: { ...customer, locale, timeZone: zoneAtNoon() },
  });
  expect(status).toBe(201);
};

describe('a ship with the units of four countries that is late', () => {
  it('is told to each as its law has it, in its own language, once', async () => {
    await announce(20);
    for (const order of orders) await place(order);
    await Promise.all(orders.map(({ orderId }) => untilMail(system, orderId, 'confirmation')));
    expect((await announce(60)).body.broken).toHaveLength(25);
    for (const { orderId, kind, silence, deadline, zone, locale, endsOn } of orders) {
      await untilLaw(system, orderId, {
        ...{ silence, deadlineAt: endOf(deadline, zone) },
        notice: { kind, newOn: inDays(60), answer: null },
      });
      const text = await untilMail(system, orderId, 'delay-notice');
      expect(text).toContain(lexicon(locale).day(inDays(20)));
      expect(text).toContain(lexicon(locale).day(inDays(60)));
      const mails = await system.inbox(emailOf(orderId));
      const { say, shortDay } = lexicon(locale);
      const { subjectCancels, subjectDated } = say.lawNotice;
      const subject =
        endsOn === null
          ? subjectDated({ order: orderId, day: shortDay(inDays(60)) })
          : subjectCancels({ order: orderId, day: shortDay(inDays(endsOn)) });
      expect(mails.map((mail) => plain(mail.subject))).toContain(plain(subject));
    }
    await sleep(500);
    for (const { orderId } of orders) {
      expect(await mailbox(system, orderId)).toEqual(['confirmation', 'delay-notice']);
    }
  });

  it.each(places)('silence ends what it must, and no other: $locale', async ({ locale }) => {
    const ofThatPlace = orders.filter((order) => order.locale === locale);
    await Promise.all(
      ofThatPlace.map(async ({ orderId, endsOn }) => {
        await forwardTo(system, orderId, { days: 49 });
        expect((await read(system, orderId)).phase).toBe('awaiting_stock');
        await forwardTo(system, orderId, { days: 51, hour: 3 });
        if (endsOn !== null) {
          expect(await readEnded(system, orderId)).toMatchObject(byLaw);
          return;
        }
        expect(await read(system, orderId)).toMatchObject({
          ...{ phase: 'awaiting_stock', cancellation: null },
          attention: [{ code: 'deadline_missed' }],
        });
        await cancel(system, orderId);
        await untilEnded(system, orderId);
      }),
    );
  });
});
