import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisions, mailbox, moneyAt, shelfOf, untilMail } from '../../support/lives/aftermath.ts';
import {
  cancel,
  checkout,
  forward,
  read,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
  workflowOf,
} from '../../support/lives/story.ts';
import { askedText, checkoutAsking } from '../../support/lives/terms-without-card.ts';
import { pageOf, pageText } from '../../support/page/cardholder.ts';
import { agree, customersMade, fillCard, postCard } from '../../support/page/consent.ts';
import { textOf } from '../../support/page/page-text.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ webhooks: true });
});
afterAll(() => system.stop());

const mandateOf = async (orderId: string) => {
  const [row] = await system.db.sql`select mandate from orders where order_id = ${orderId}`;
  return row?.mandate;
};

const state = (orderId: string, is: string) =>
  until(system, orderId, ({ payment }) => payment.state === is);

const cardPage = async (orderId: string): Promise<string> =>
  textOf(await (await system.app.request(`${await pageOf(system, orderId)}/card`)).text());

describe.concurrent('an order that is asked for card and consent', () => {
  it('gets what is free once both have come from its page, and is charged when it ships', async () => {
    const orderId = 'asked';
    const placed = await checkoutAsking(system, { orderId });
    expect(placed).toMatchObject({ status: 201, body: { payment: { state: 'asked' } } });
    await restock(system, orderId, 1);
    expect(await untilMail(system, orderId, 'confirmation')).toContain('we still need your card');
    expect(await untilMail(system, orderId, 'card-wanted')).toContain('/card');
    expect(await shelfOf(system, orderId)).toEqual({ onHand: 1, allocated: 0 });
    expect(await pageText(system, orderId)).toContain(
      'Your order is waiting for your card and your agreement.',
    );
    const shown = await cardPage(orderId);
    for (const told of [askedText, 'Version 7', '$138.00']) expect(shown).toContain(told);

    expect((await postCard(system, orderId, {})).status).toBe(422);
    expect((await mandateOf(orderId)).acceptedAt).toBeNull();
    expect(await agree(system, orderId)).toBeDefined();
    expect((await mandateOf(orderId)).acceptedAt).toMatch(/Z$/);
    const { searchAttributes } = await (await workflowOf(system, orderId)).describe();
    expect(searchAttributes.PaymentState).toEqual(['asked']);
    expect((await read(system, orderId)).payment.state).toBe('asked');
    await fillCard(system, orderId);
    await untilPhase(system, orderId, 'ready_to_ship');
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 13_800, captured: 0 });
    expect((await ship(system, orderId)).status).toBe(201);
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 13_800 });
    expect(await mailbox(system, orderId)).toEqual([
      'confirmation',
      'card-wanted',
      'payment-recovered',
      'ready-to-ship',
      'shipped',
    ]);
    expect(await customersMade(system, orderId)).toHaveLength(1);
  });

  it('keeps its place ahead of those who came later, and takes none of their units', async () => {
    const sku = 'PLACE';
    await checkoutAsking(system, { orderId: 'first', sku });
    await checkout(system, { orderId: 'second', sku });
    await restock(system, sku, 1, 'place-1');
    await untilPhase(system, 'second', 'ready_to_ship');
    await checkout(system, { orderId: 'third', sku });
    await agree(system, 'first');
    await fillCard(system, 'first');
    await state('first', 'vaulted');
    await restock(system, sku, 1, 'place-2');
    await untilPhase(system, 'first', 'ready_to_ship');
    expect((await read(system, 'third')).phase).toBe('awaiting_stock');
  });

  it('is reminded twice, and cancelled after its days, with nothing charged', async () => {
    const orderId = 'silent';
    await checkoutAsking(system, { orderId, promiseIn: null });
    await untilMail(system, orderId, 'card-wanted');
    const { payment } = await state(orderId, 'asked');
    expect(payment.askedUntil).toMatch(/Z$/);
    for (const days of [2.1, 3, 2]) await forward(system, orderId, days);
    await untilEnded(system, orderId);
    const told = (await decisions(system, orderId)).map((each) => each.split(' ').slice(1));
    expect(told).toEqual([
      ['confirmation', 'sent'],
      ['card-wanted', 'sent'],
      ['card-wanted', 'sent'],
      ['card-wanted', 'sent'],
      ['cancelled', 'sent'],
    ]);
    const mail = await untilMail(system, orderId, 'cancelled');
    expect(mail).toContain('because we did not receive your card and your agreement in time');
    expect(mail).toContain('Nothing was charged for it, and nothing will be.');
    const late = await postCard(system, orderId, { agree: 'yes' });
    expect(late.status).toBe(409);
    expect(textOf(await late.text())).toContain('Your order has been canceled');
    expect(await customersMade(system, orderId)).toEqual([]);
  });

  it('takes the button pressed twice as one consent, with one customer at the provider', async () => {
    const orderId = 'twice';
    await checkoutAsking(system, { orderId });
    await state(orderId, 'asked');
    const form = { formId: crypto.randomUUID(), agree: 'yes' };
    const other = { formId: crypto.randomUUID(), agree: 'yes' };
    const answers = await Promise.all(
      [form, form, other].map((each) => postCard(system, orderId, each)),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const { acceptedAt } = await mandateOf(orderId);
    await postCard(system, orderId, { formId: crypto.randomUUID(), agree: 'yes' });
    expect((await mandateOf(orderId)).acceptedAt).toBe(acceptedAt);
    await fillCard(system, orderId);
    await state(orderId, 'vaulted');
    expect(await customersMade(system, orderId)).toHaveLength(1);
  });

  it('decides a consent that meets its own end by whichever came first', async () => {
    const orderId = 'race';
    await checkoutAsking(system, { orderId });
    await state(orderId, 'asked');
    const [answer] = await Promise.all([
      postCard(system, orderId, { formId: crypto.randomUUID(), agree: 'yes' }),
      forward(system, orderId, 7.1),
    ]);
    expect([303, 409]).toContain(answer.status);
    await untilEnded(system, orderId);
    expect((await read(system, orderId)).phase).toBe('cancelled');
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 0, intents: 0 });
  });

  it('lives on as others do when the card that came is declined', async () => {
    const orderId = 'declined';
    await checkoutAsking(system, { orderId });
    await restock(system, orderId, 1);
    await state(orderId, 'asked');
    await agree(system, orderId);
    await fillCard(system, orderId, 'pm_card_chargeCustomerFail');
    expect(await untilMail(system, orderId, 'payment-problem')).toContain('$138.00');
    expect((await read(system, orderId)).phase).toBe('awaiting_payment');
  });

  it('can be cancelled by its customer meanwhile, and then be erased', async () => {
    const orderId = 'erased';
    await checkoutAsking(system, { orderId });
    await state(orderId, 'asked');
    await agree(system, orderId);
    const path = await pageOf(system, orderId);
    expect((await cancel(system, orderId)).status).toBe(200);
    await untilEnded(system, orderId);
    expect((await system.call('POST', `/v1/backorders/${orderId}/erase`)).status).toBe(200);
    expect(await mandateOf(orderId)).toMatchObject({ text: '', version: '7' });
    const gone = await system.app.request(`${path}/card`, { method: 'POST' });
    expect(gone.status).toBe(410);
  });
});
