import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailbox, moneyAt, untilMail } from '../../support/lives/aftermath.ts';
import { endOf, forwardTo, promise, say } from '../../support/lives/law.ts';
import {
  cancel,
  checkout,
  inDays,
  read,
  restock,
  until,
  untilEnded,
  untilPhase,
} from '../../support/lives/story.ts';
import { checkoutUpfront } from '../../support/lives/terms.ts';
import { type Answer, type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** The shop moves a date on a decent hour, five days into the wait, and the notice is out. */
const slip = async (orderId: string, from: number, to: number | null) => {
  await checkout(system, { orderId, promiseIn: from });
  await forwardTo(system, orderId, { days: 5 });
  return move(orderId, to);
};

/** Its message can be read, and the days of the law are those that it says. */
const move = async (orderId: string, to: number | null) => {
  expect((await promise(system, orderId, to)).status).toBe(200);
  const newOn = to === null ? null : inDays(to);
  const { law } = await until(system, orderId, (backorder) => {
    const { notice, silence } = backorder.law;
    const wanted = notice?.kind === 'first_within_30' ? 'consents' : 'cancels';
    return notice?.newOn === newOn && silence === wanted;
  });
  const path = `/v1/backorders/${orderId}/messages/${law.notice.id}`;
  const { body } = await system.call('GET', path);
  expect(body).toMatchObject({ kind: 'delay-notice', decision: 'sent' });
  return law;
};

const isTold = ({ law }: Answer['body']): boolean => law.notice !== null && law.silence !== 'none';

const endedByLaw = async (orderId: string) => {
  await untilEnded(system, orderId);
  expect(await read(system, orderId)).toMatchObject({
    ...{ phase: 'cancelled', attention: [] },
    law: { deadlineAt: null, silence: 'none' },
    cancellation: { by: 'law' },
  });
};

describe.concurrent('a first notice of a date within thirty days', () => {
  it('is agreed to by silence, and the next one is not', async () => {
    const orderId = 'within';
    expect(await slip(orderId, 20, 35)).toMatchObject({
      ...{ policy: 'us', silence: 'consents', deadlineAt: endOf(35) },
      notice: { kind: 'first_within_30', answerBy: endOf(35), answer: null },
    });
    await forwardTo(system, orderId, { days: 30 });
    expect(await read(system, orderId)).toMatchObject({ phase: 'awaiting_stock', attention: [] });
    expect(await move(orderId, 80)).toMatchObject({
      ...{ silence: 'cancels', deadlineAt: endOf(35) },
      notice: { kind: 'later', answerBy: endOf(35) },
    });
    await forwardTo(system, orderId, { days: 35, hour: 23 });
    expect((await read(system, orderId)).phase).toBe('awaiting_stock');
    await forwardTo(system, orderId, { days: 36, hour: 1 });
    await endedByLaw(orderId);
    expect(await untilMail(system, orderId, 'cancelled')).toContain('Nothing was charged');
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 0 });
  });

  it('may be refused as long as nothing has shipped', async () => {
    const orderId = 'refused';
    await slip(orderId, 20, 35);
    const answer = await say(system, orderId, { act: 'delay-answer', accept: false });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        phase: 'cancelled',
        cancellation: { by: 'customer', reason: 'the later date was refused' },
        law: { silence: 'none', notice: { answer: { accept: false, until: null } } },
      },
    });
    await untilEnded(system, orderId);
    expect((await mailbox(system, orderId)).at(-1)).toBe('cancelled');
  });
});

describe.concurrent('a first notice of a date after thirty days', () => {
  it('ends the order unless somebody agrees, and all that was paid goes back', async () => {
    const orderId = 'beyond';
    await checkoutUpfront(system, { orderId, terms: 'prepaid', upfront: 13_800, promiseIn: 10 });
    await forwardTo(system, orderId, { days: 5 });
    expect(await move(orderId, 60)).toMatchObject({
      ...{ silence: 'cancels', deadlineAt: endOf(40) },
      notice: { kind: 'first_beyond_30', answerBy: endOf(40) },
    });
    await forwardTo(system, orderId, { days: 41, hour: 1 });
    await endedByLaw(orderId);
    expect(await untilMail(system, orderId, 'refunded')).toContain('$138.00');
    expect(await moneyAt(system, orderId)).toMatchObject({ captured: 13_800, refunded: 13_800 });
  });

  it('gives a deposit back as well', async () => {
    const orderId = 'deposit';
    await checkoutUpfront(system, { orderId, terms: 'deposit', upfront: 5_000, promiseIn: 10 });
    await forwardTo(system, orderId, { days: 5 });
    await move(orderId, 60);
    await forwardTo(system, orderId, { days: 41, hour: 1 });
    await endedByLaw(orderId);
    expect(await moneyAt(system, orderId)).toMatchObject({ captured: 5_000, refunded: 5_000 });
  });

  it('is answered once, and no earlier than its date', async () => {
    const orderId = 'answered';
    await checkout(system, { orderId, promiseIn: 10 });
    await forwardTo(system, orderId, { days: 5 });
    const act = 'delay-answer';
    expect(await say(system, orderId, { act, accept: true })).toMatchObject({
      ...{ status: 409, body: { code: 'nothing_to_answer' } },
    });
    await move(orderId, 60);
    const early = await say(system, orderId, { act, accept: true, until: inDays(59) });
    expect(early).toMatchObject({
      ...{ status: 422, body: { code: 'until_too_early', errors: [{ pointer: '/until' }] } },
    });
    const key = 'answer-1';
    const agreed = await say(system, orderId, { act, key, accept: true, until: inDays(70) });
    expect(agreed).toMatchObject({
      status: 200,
      body: {
        law: {
          ...{ silence: 'none', deadlineAt: endOf(70) },
          notice: { answer: { accept: true, until: inDays(70), channel: 'phone' } },
        },
      },
    });
    const again = await say(system, orderId, { act, key, accept: true, until: inDays(70) });
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
    expect(again.body).toEqual(agreed.body);
    expect(await say(system, orderId, { act, accept: true })).toMatchObject({
      ...{ status: 409, body: { code: 'nothing_to_answer' } },
    });
    expect(await untilMail(system, orderId, 'delay-answer')).toContain(orderId);
    expect(await say(system, orderId, { act: 'withdraw' })).toMatchObject({
      ...{ status: 409, body: { code: 'nothing_to_withdraw' } },
    });
    await cancel(system, orderId);
    await untilEnded(system, orderId);
  });
});

describe.concurrent('a notice without a date', () => {
  it('may be agreed to for as long as it takes', async () => {
    const orderId = 'open';
    expect(await slip(orderId, 10, null)).toMatchObject({
      ...{ silence: 'cancels', deadlineAt: endOf(40) },
      notice: { kind: 'first_undated', newOn: null, answerBy: endOf(40) },
    });
    const { body } = await say(system, orderId, { act: 'delay-answer', accept: true });
    expect(body.law).toMatchObject({ deadlineAt: null, notice: { answer: { until: 'open' } } });
    await forwardTo(system, orderId, { days: 100 });
    expect(await read(system, orderId)).toMatchObject({ phase: 'awaiting_stock', attention: [] });
    expect((await cancel(system, orderId)).body.phase).toBe('cancelled');
    await untilEnded(system, orderId);
  });
});

describe.concurrent('an order that nobody thinks of', () => {
  it('asks a person, then tells the customer on the last day, and ends after thirty more', async () => {
    const orderId = 'forgotten';
    await checkout(system, { orderId, promiseIn: 20 });
    await forwardTo(system, orderId, { days: 17, hour: 9 });
    expect((await read(system, orderId)).attention).toEqual([]);
    await forwardTo(system, orderId, { days: 17, hour: 11 });
    expect((await read(system, orderId)).attention).toMatchObject([
      { code: 'notice_due', dueAt: endOf(20) },
    ]);
    expect(await mailbox(system, orderId)).not.toContain('delay-notice');
    await forwardTo(system, orderId, { days: 20, hour: 11 });
    const { law } = await until(system, orderId, isTold);
    expect(law).toMatchObject({
      ...{ silence: 'cancels', deadlineAt: endOf(50) },
      notice: { kind: 'first_undated', newOn: null },
    });
    expect((await read(system, orderId)).attention).toEqual([]);
    await forwardTo(system, orderId, { days: 51, hour: 1 });
    await endedByLaw(orderId);
  });

  it('with its units set aside ships some days later', async () => {
    const orderId = 'aside';
    await checkout(system, { orderId, promiseIn: 20 });
    await forwardTo(system, orderId, { days: 18 });
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    await forwardTo(system, orderId, { days: 20, hour: 11 });
    const { law } = await until(system, orderId, isTold);
    expect(law).toMatchObject({
      ...{ silence: 'consents', deadlineAt: endOf(23) },
      notice: { kind: 'first_within_30', newOn: inDays(23) },
    });
    await cancel(system, orderId);
    await untilEnded(system, orderId);
  });
});
