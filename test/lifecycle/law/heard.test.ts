import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepWord } from '../../../db/backorder/words.ts';
import type { CustomerWord } from '../../../workflows/domain/backorder/request.ts';
import { addMs, minuteMs } from '../../../workflows/domain/time.ts';
import { mailbox } from '../../support/lives/aftermath.ts';
import {
  byLaw,
  checkoutTo,
  endOf,
  forwardTo,
  promise,
  readEnded,
  untilLaw,
} from '../../support/lives/law.ts';
import { cancel, checkout, read, resolve, until } from '../../support/lives/story.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const honolulu = { country: 'US', region: 'HI', postalCode: '96815' };
const york = { country: 'US', region: 'NY', postalCode: '10001' };

/** The customer said it at that moment of the order's own time, and nobody has passed it on. */
const sayUnheard = (orderId: string, said: { request: CustomerWord; receivedAt: string }) =>
  keepWord(system.db.sql, { orderId, wordId: `word/${orderId}`, ...said }, { leaseMs: 3_600_000 });

/** It is passed on at last, as often as it takes. */
const hear = (orderId: string) =>
  until(system, orderId, async () => {
    const rows = await system.db.sql<{ outcome: string | null }[]>`
      update customer_words set not_before = least(not_before, now())
      where order_id = ${orderId} returning outcome`;
    return rows.every(({ outcome }) => outcome !== null);
  });

const accept = (orderId: string): CustomerWord => ({
  ...{ type: 'AnswerNotice', wordId: `word/${orderId}`, channel: 'page' },
  ...{ accept: true, until: null },
});

const dismiss = (orderId: string): CustomerWord => ({
  ...{ type: 'CancelBackorder', cancelId: `word/${orderId}`, by: 'customer', lines: null },
});

/** Silence ends it with the 40th day. */
const waiting = async (orderId: string) => {
  await checkout(system, { orderId, promiseIn: 10 });
  await forwardTo(system, orderId, { days: 5 });
  await promise(system, orderId, 60);
  await untilLaw(system, orderId, { silence: 'cancels', deadlineAt: endOf(40) });
};

describe.concurrent('what was said in time and is not heard yet', () => {
  const held = async (orderId: string, request: CustomerWord) => {
    await waiting(orderId);
    await sayUnheard(orderId, { request, receivedAt: addMs(endOf(40), -1) });
    await forwardTo(system, orderId, { days: 41, hour: 0 });
    await sleep(500);
    expect(await read(system, orderId)).toMatchObject({
      ...{ phase: 'awaiting_stock', cancellation: null },
    });
    expect(await mailbox(system, orderId)).not.toContain('cancelled');
    await hear(orderId);
  };

  it('holds the end back, which is the customer’s own if that is what they said', async () => {
    const orderId = 'no';
    await held(orderId, dismiss(orderId));
    const ended = await readEnded(system, orderId);
    expect(ended).toMatchObject({ phase: 'cancelled', cancellation: { by: 'customer' } });
  });

  it('counts as it was said, if it was a yes', async () => {
    const orderId = 'yes';
    await held(orderId, accept(orderId));
    await untilLaw(system, orderId, { silence: 'none', deadlineAt: endOf(60) });
    expect(await read(system, orderId)).toMatchObject({ phase: 'awaiting_stock' });
  });

  it('holds nothing back if it was said too late', async () => {
    const orderId = 'too-late';
    await waiting(orderId);
    const request = accept(orderId);
    await sayUnheard(orderId, { request, receivedAt: endOf(40) });
    await forwardTo(system, orderId, { days: 41, hour: 1 });
    expect(await readEnded(system, orderId)).toMatchObject(byLaw);
    await hear(orderId);
    const word = () => system.db.sql<{ outcome: string }[]>`
      select outcome from customer_words where order_id = ${orderId}`;
    await until(system, orderId, async () => (await word())[0]?.outcome === 'nothing_to_answer');
    expect(await read(system, orderId)).toMatchObject({ phase: 'cancelled' });
  });
});

/**
 * The last day is over in New York five hours before it is in Honolulu: an order that goes there
 * at eleven at night has a deadline that passed hours ago, while nobody was there to keep it.
 */
describe.concurrent('a deadline of whose end nobody was there in time', () => {
  const late = async (orderId: string) => {
    await checkoutTo(system, honolulu, { orderId, promiseIn: 10 });
    await forwardTo(system, orderId, { days: 5, hour: 17 });
    await promise(system, orderId, 60);
    const there = endOf(40, 'Pacific/Honolulu');
    await untilLaw(system, orderId, { silence: 'cancels', deadlineAt: there });
  };

  const move = async (orderId: string) => {
    await system.call('POST', `/v1/backorders/${orderId}/customer`, { shipTo: york });
    await untilLaw(system, orderId, { deadlineAt: endOf(40) });
    return until(system, orderId, ({ attention }) => attention.length > 0);
  };

  const due = { code: 'notice_due', dueAt: endOf(40) };

  it('ends nothing by itself: a person is asked, and ends it', async () => {
    const orderId = 'late';
    await late(orderId);
    await forwardTo(system, orderId, { days: 41, hour: 2 });
    expect(await move(orderId)).toMatchObject({ phase: 'awaiting_stock', attention: [due] });
    await forwardTo(system, orderId, { days: 50 });
    expect(await read(system, orderId)).toMatchObject({
      phase: 'awaiting_stock',
      attention: [due],
    });
    await resolve(system, orderId, 'notice_due');
    expect(await readEnded(system, orderId)).toMatchObject(byLaw);
  });

  it('leaves the order to its customer, who had agreed before', async () => {
    const orderId = 'late-yes';
    await late(orderId);
    const receivedAt = addMs(endOf(40), -minuteMs);
    await sayUnheard(orderId, { request: accept(orderId), receivedAt });
    await forwardTo(system, orderId, { days: 41, hour: 2 });
    expect(await move(orderId)).toMatchObject({ phase: 'awaiting_stock', attention: [due] });
    await hear(orderId);
    await untilLaw(system, orderId, {
      ...{ deadlineAt: endOf(60), silence: 'none' },
      notice: { answer: { accept: true, at: receivedAt } },
    });
    expect(await read(system, orderId)).toMatchObject({ phase: 'awaiting_stock', attention: [] });
    await cancel(system, orderId);
    await readEnded(system, orderId);
  });

  it('ends the order if it passed a few minutes ago', async () => {
    const orderId = 'on-time';
    await late(orderId);
    await forwardTo(system, orderId, { days: 41, hour: 0 });
    await system.call('POST', `/v1/backorders/${orderId}/customer`, { shipTo: york });
    expect(await readEnded(system, orderId)).toMatchObject(byLaw);
  });
});
