import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import { addDays, type CivilDate } from '../../../workflows/domain/time.ts';
import { untilMail } from '../../support/lives/aftermath.ts';
import {
  checkoutBody,
  forward,
  inDays,
  until,
  workflowOf,
  zoneAtNoon,
} from '../../support/lives/story.ts';
import { pageText } from '../../support/page/cardholder.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const lexicon = createLexicon();

const day = (on: CivilDate, locale: string): string => lexicon(locale).day(on);

type Place = { orderId: string; shipTo: { country: string; region?: string }; locale: string };

/** From the last zone of the day to the first: it is never the same day in all of them for long. */
const places: Place[] = [
  { orderId: 'honolulu', shipTo: { country: 'US', region: 'HI' }, locale: 'en-US' },
  { orderId: 'london', shipTo: { country: 'GB' }, locale: 'en-GB' },
  { orderId: 'berlin', shipTo: { country: 'DE' }, locale: 'de-DE' },
  { orderId: 'auckland', shipTo: { country: 'NZ' }, locale: 'en-US' },
];

const place = async ({ orderId, shipTo, locale }: Place): Promise<void> => {
  const { customer, ...body } = await checkoutBody(system, { orderId, promiseIn: null });
  const order = { ...body, shipTo, customer: { ...customer, locale, timeZone: zoneAtNoon() } };
  const { status } = await system.call('POST', '/v1/backorders', order);
  expect(status).toBe(201);
};

const announce = (sku: string, expectedOn: CivilDate) =>
  system.call('PUT', `/v1/supplies/s-${sku}`, { sku, quantity: 2, basis: 'the ship', expectedOn });

const promise = (orderId: string, promiseId: string, on: CivilDate | null) =>
  system.call('POST', `/v1/backorders/${orderId}/promise`, {
    ...{ promiseId, on, reason: 'the ship is late', basis: 'a mail of the shipper' },
  });

const answer = (orderId: string, body: object) =>
  system.call('POST', `/v1/backorders/${orderId}/delay-answer`, { channel: 'phone', ...body });

/** The newest mail that tells of a date. */
const noticeWith = async (orderId: string, on: CivilDate, locale: string): Promise<void> => {
  await until(system, orderId, async () => {
    const { data } = (await system.call('GET', `/v1/backorders/${orderId}/messages`)).body;
    const [newest] = data.filter(({ kind }: { kind: string }) => kind === 'delay-notice');
    if (newest?.decision !== 'sent') return false;
    const path = `/v1/backorders/${orderId}/messages/${newest.id}`;
    return (await system.call('GET', path)).body.text.includes(day(on, locale));
  });
};

/** Wherever somebody may read it, it is this day, or none. */
const expectOneDate = async ({ orderId, locale }: Place, on: CivilDate | null): Promise<void> => {
  await until(
    system,
    orderId,
    ({ revision, promise: stands }) => revision > 0 && stands?.on === on,
  );
  const page = await pageText(system, orderId);
  const { nextPage } = lexicon(locale).say;
  expect(page).toContain(on === null ? nextPage.noDate() : day(on, locale));
  await until(system, orderId, async () => {
    const { searchAttributes } = await (await workflowOf(system, orderId)).describe();
    return (searchAttributes.PromisedOn?.[0] ?? null) === on;
  });
  const { body } = await system.call('GET', `/v1/backorders?sku=${orderId}`);
  expect(body.data[0].promise.on).toBe(on);
};

const expectAvailable = async (sku: string, on: CivilDate): Promise<void> => {
  const { body } = await system.call('GET', `/v1/availability/${sku}`);
  expect(body.shipsOn).toBe(on);
  const { body: shelf } = await system.call('GET', `/v1/skus/${sku}`);
  expect(shelf.queue).toMatchObject([{ orderId: sku, shipsOn: on }]);
};

describe.concurrent.each(places)('one date in $orderId', (it0) => {
  const { orderId, locale } = it0;

  it('however it changes', async () => {
    const [first, later, latest] = [inDays(20), inDays(30), inDays(40)];
    await announce(orderId, first);
    await place(it0);
    await expectOneDate(it0, first);
    await expectAvailable(orderId, first);
    await untilMail(system, orderId, 'confirmation');

    // Supply slips.
    await announce(orderId, later);
    await expectOneDate(it0, later);
    await expectAvailable(orderId, later);
    await noticeWith(orderId, later, locale);

    // The customer agrees: the date stays, and the deadline goes by it.
    await until(system, orderId, ({ law }) => law.notice?.newOn === later);
    expect((await answer(orderId, { accept: true })).status).toBe(200);
    await expectOneDate(it0, later);
    expect(await untilMail(system, orderId, 'delay-answer')).toContain(day(later, locale));

    // The shop gives a later date, none, and one again.
    expect((await promise(orderId, 'p2', latest)).status).toBe(200);
    await expectOneDate(it0, latest);
    await noticeWith(orderId, latest, locale);
    await promise(orderId, 'p3', null);
    await expectOneDate(it0, null);
    await promise(orderId, 'p4', addDays(latest, 1));
    await expectOneDate(it0, addDays(latest, 1));

    // It goes elsewhere, where another law and another day hold.
    const shipTo = { country: 'US', region: 'NY' };
    const moved = await system.call('POST', `/v1/backorders/${orderId}/customer`, { shipTo });
    expect(moved.status).toBe(200);
    await expectOneDate(it0, addDays(latest, 1));
  });

  it('when the day comes and nothing has', async () => {
    const own = { ...it0, orderId: `${orderId}-2` };
    const { customer, ...body } = await checkoutBody(system, {
      ...{ orderId: own.orderId, promiseIn: 6 },
    });
    await system.call('POST', '/v1/backorders', {
      ...{ ...body, shipTo: it0.shipTo, customer: { ...customer, locale, timeZone: zoneAtNoon() } },
    });
    await expectOneDate(own, inDays(6));
    await forward(system, own.orderId, 8);
    await until(system, own.orderId, ({ law }) => law.notice !== null);
    await expectOneDate(own, null);
    const notice = await untilMail(system, own.orderId, 'delay-notice');
    expect(notice).toContain(day(inDays(6), locale));
  });
});
