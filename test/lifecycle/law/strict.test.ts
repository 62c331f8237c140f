import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAtShipTo } from '../../../workflows/calendar/ship-to-day.ts';
import { startOfDay } from '../../../workflows/calendar/zone.ts';
import { addDays } from '../../../workflows/domain/time.ts';
import {
  byLaw,
  checkoutTo,
  endOf,
  forwardTo,
  promise,
  readEnded,
  say,
  untilLaw,
  untilTold,
} from '../../support/lives/law.ts';
import {
  cancel,
  checkoutBody,
  inDays,
  read,
  until,
  untilEnded,
} from '../../support/lives/story.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const brazil = { country: 'BR', region: 'SP', postalCode: '01310-100' };
const germany = { country: 'DE', postalCode: '10115' };
const york = { country: 'US', region: 'NY', postalCode: '10001' };

const endIn = (days: number) => endOf(days, 'America/Sao_Paulo');

/** Told 20 days at checkout, and on the fifth another date. */
const slip = async (orderId: string, to: number | null) => {
  await checkoutTo(system, brazil, { orderId, promiseIn: 20 });
  await forwardTo(system, orderId, { days: 5 });
  await move(orderId, to);
};

const move = async (orderId: string, to: number | null) =>
  expect((await promise(system, orderId, to)).status).toBe(200);

const leave = async (orderId: string) => {
  await cancel(system, orderId);
  await untilEnded(system, orderId);
};

describe.concurrent('where no country has rules of its own', () => {
  it.each([
    { kind: 'first_within_30', to: 35 },
    { kind: 'first_beyond_30', to: 60 },
    { kind: 'first_undated', to: null },
  ])('$kind wants an answer within 30 days of the old date', async ({ kind, to }) => {
    const orderId = `strict-${kind}`;
    await slip(orderId, to);
    await untilLaw(system, orderId, {
      ...{ policy: 'strict', silence: 'cancels', deadlineAt: endIn(50) },
      notice: { kind, newOn: to === null ? null : inDays(to), answerBy: endIn(50), answer: null },
    });
    await forwardTo(system, orderId, { days: 50, hour: 20 });
    expect((await read(system, orderId)).phase).toBe('awaiting_stock');
    await forwardTo(system, orderId, { days: 51, hour: 1 });
    expect(await readEnded(system, orderId)).toMatchObject(byLaw);
  });

  it('no later notice gives more time, but an answer does', async () => {
    const orderId = 'strict-later';
    await slip(orderId, 35);
    await untilLaw(system, orderId, { silence: 'cancels', deadlineAt: endIn(50) });
    await forwardTo(system, orderId, { days: 10 });
    await move(orderId, 70);
    await untilLaw(system, orderId, {
      ...{ deadlineAt: endIn(50) },
      notice: { kind: 'later', answerBy: endIn(50) },
    });
    const agreed = await say(system, orderId, { act: 'delay-answer', accept: true });
    expect(agreed.body.law).toMatchObject({ silence: 'none', deadlineAt: endIn(70) });
    await forwardTo(system, orderId, { days: 60 });
    expect(await read(system, orderId)).toMatchObject({ phase: 'awaiting_stock', attention: [] });
    await move(orderId, 90);
    await untilLaw(system, orderId, {
      ...{ deadlineAt: endIn(100) },
      notice: { kind: 'later', answerBy: endIn(100) },
    });
    await forwardTo(system, orderId, { days: 101, hour: 1 });
    expect(await readEnded(system, orderId)).toMatchObject(byLaw);
  });

  it('a refusal ends the order as the customer’s own word', async () => {
    const orderId = 'strict-refused';
    await slip(orderId, 35);
    await untilTold(system, orderId, 35);
    const { body } = await say(system, orderId, { act: 'delay-answer', accept: false });
    expect(body).toMatchObject({ phase: 'cancelled', cancellation: { by: 'customer' } });
    await untilEnded(system, orderId);
  });

  it('a person is asked, and the customer told on the last morning', async () => {
    const orderId = 'strict-forgotten';
    await checkoutTo(system, brazil, { orderId, promiseIn: 20 });
    await forwardTo(system, orderId, { days: 17 });
    const { attention } = await read(system, orderId);
    expect(attention).toMatchObject([{ code: 'notice_due', dueAt: endIn(20) }]);
    await forwardTo(system, orderId, { days: 20 });
    await untilLaw(system, orderId, {
      ...{ silence: 'cancels', deadlineAt: endIn(50) },
      notice: { kind: 'first_undated', newOn: null },
    });
    expect((await read(system, orderId)).attention).toEqual([]);
    await leave(orderId);
  });
});

describe.concurrent('an order without a date', () => {
  const countries = [
    { name: 'us', shipTo: york, zone: 'America/New_York', sellerCredit: false, days: 30 },
    { name: 'us-credit', shipTo: york, zone: 'America/New_York', sellerCredit: true, days: 50 },
    { name: 'de', shipTo: germany, zone: 'Europe/Berlin', sellerCredit: true, days: 30 },
    { name: 'gb', shipTo: { country: 'GB' }, zone: 'Europe/London', sellerCredit: false, days: 30 },
    { name: 'br', shipTo: brazil, zone: 'America/Sao_Paulo', sellerCredit: true, days: 30 },
  ];

  it.each(countries)('has the days of its law: $name', async (each) => {
    const { name, shipTo, zone, sellerCredit, days } = each;
    const orderId = `undated-${name}`;
    const { payment } = await checkoutBody(system, { orderId });
    const change = { payment: { ...payment, sellerCredit } };
    await checkoutTo(system, shipTo, { orderId, promiseIn: null, change });
    const { placedAt, law } = await until(system, orderId, ({ revision }) => revision > 0);
    const end = startOfDay(addDays(dayAtShipTo(at(shipTo), placedAt), days + 1), zone);
    expect(law).toMatchObject({ deadlineAt: end, silence: 'none', notice: null });
    await leave(orderId);
  });

  const at = (shipTo: { country: string; region?: string; postalCode?: string }) => ({
    ...{ country: shipTo.country, region: shipTo.region ?? null },
    postalCode: shipTo.postalCode ?? null,
  });
});

describe.concurrent('an order that goes to another country meanwhile', () => {
  const moved = async (orderId: string, shipTo: object) => {
    await checkoutTo(system, germany, { orderId, promiseIn: 20 });
    await forwardTo(system, orderId, { days: 5 });
    await promise(system, orderId, 35);
    expect((await untilTold(system, orderId, 35)).notice.kind).toBe('informs');
    await system.call('POST', `/v1/backorders/${orderId}/customer`, { shipTo });
  };

  it('has its date told as that country wants it told', async () => {
    const orderId = 'to-york';
    await moved(orderId, york);
    await untilLaw(system, orderId, {
      ...{ policy: 'us', silence: 'consents', deadlineAt: endOf(35) },
      notice: { kind: 'first_within_30', newOn: inDays(35), answerBy: endOf(35) },
    });
    await leave(orderId);
  });

  it('needs a consent where silence gives none', async () => {
    const orderId = 'to-brazil';
    await moved(orderId, brazil);
    await untilLaw(system, orderId, {
      ...{ policy: 'strict', silence: 'cancels', deadlineAt: endIn(50) },
      notice: { kind: 'first_within_30', newOn: inDays(35), answerBy: endIn(50) },
    });
    await forwardTo(system, orderId, { days: 51, hour: 1 });
    expect(await readEnded(system, orderId)).toMatchObject(byLaw);
  });

  it('is no longer ended by silence where silence ends nothing', async () => {
    const orderId = 'to-london';
    await checkoutTo(system, york, { orderId, promiseIn: 20 });
    await forwardTo(system, orderId, { days: 5 });
    await promise(system, orderId, 60);
    await untilLaw(system, orderId, { silence: 'cancels', deadlineAt: endOf(50) });
    const shipTo = { country: 'GB', postalCode: 'SW1A 1AA' };
    await system.call('POST', `/v1/backorders/${orderId}/customer`, { shipTo });
    await untilLaw(system, orderId, {
      ...{ policy: 'uk', silence: 'none', deadlineAt: endOf(23, 'Europe/London') },
    });
    await forwardTo(system, orderId, { days: 55 });
    expect(await read(system, orderId)).toMatchObject({
      ...{ phase: 'awaiting_stock', cancellation: null },
      attention: [{ code: 'deadline_missed' }],
    });
    await leave(orderId);
  });
});
