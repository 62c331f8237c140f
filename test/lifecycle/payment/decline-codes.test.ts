import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilMail } from '../../support/lives/aftermath.ts';
import {
  checkout,
  emailOf,
  forward,
  read,
  readyToShip,
  restock,
  ship,
  until,
  untilEnded,
  workflowTextOf,
} from '../../support/lives/story.ts';
import { confirmAtBank, pageOf, payPageOf } from '../../support/page/cardholder.ts';
import { failPayment, letADayPassOutside } from '../../support/system/faults.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

type Entry = { type: string; summary: string; detail: { decline?: object } };

const timeline = async (orderId: string): Promise<Entry[]> =>
  (await system.call('GET', `/v1/backorders/${orderId}/timeline`)).body.data;

/** What an operator reads of a bank's no, once it is there. */
const untilDeclined = async (orderId: string, type: string): Promise<Entry | undefined> => {
  const find = async () =>
    (await timeline(orderId)).find((entry) => entry.type === type && entry.detail.decline);
  await until(system, orderId, async () => (await find()) !== undefined);
  return find();
};

/** Everything that the customer, the shop's systems and Temporal hear of an order. */
const heardElsewhere = async (orderId: string) => ({
  workflow: await workflowTextOf(system, orderId),
  mails: JSON.stringify(await system.inbox(emailOf(orderId))),
  page: (await system.call('GET', await pageOf(system, orderId))).body,
  pay: JSON.stringify((await payPageOf(system, orderId)).body),
  backorder: JSON.stringify(await read(system, orderId)),
});

const expectNowhereElse = async (orderId: string, code: string): Promise<void> => {
  for (const [place, text] of Object.entries(await heardElsewhere(orderId))) {
    expect(text.length, place).toBeGreaterThan(0);
    expect(text.includes(code), place).toBe(false);
  }
};

describe.concurrent('the code of a bank that says no', () => {
  it('is for operators alone: the workflow knows the kind, and the customer a way out', async () => {
    const orderId = 'told';
    const code = 'withdrawal_count_limit_exceeded';
    await checkout(system, { orderId });
    await failPayment(system, orderId, `decline:${code}`);
    await restock(system, orderId, 1);
    await untilMail(system, orderId, 'payment-problem');
    expect(await untilDeclined(orderId, 'AuthorizationDeclined')).toMatchObject({
      summary: 'Authorisation of $138.00 declined: it may pass later',
      detail: { intent: 'i1', amount: 13_800, decline: { kind: 'soft', code } },
    });
    expect((await workflowTextOf(system, orderId)).replaceAll('\\', '')).toContain(
      '"AuthorizationDeclined","intentId":"i1","kind":"soft"',
    );
    await expectNowhereElse(orderId, code);
    const answers = await system.db.sql`
      select outcome, answer from payment_attempts where order_id = ${orderId} and step = 'authorize'`;
    expect(answers).toMatchObject([{ outcome: 'AuthorizationDeclined' }]);
    expect(JSON.stringify(answers)).not.toContain(code);
  });

  it('comes with the advice of the bank', async () => {
    const orderId = 'advised';
    await checkout(system, { orderId, card: 'pm_card_chargeDeclinedLostCard' });
    await restock(system, orderId, 1);
    expect(await untilDeclined(orderId, 'AuthorizationDeclined')).toMatchObject({
      detail: { decline: { kind: 'hard', code: 'lost_card', advice: 'do_not_try_again' } },
    });
    await untilMail(system, orderId, 'payment-problem');
    await expectNowhereElse(orderId, 'lost_card');
  });

  it('is told of a hold that is renewed', async () => {
    const orderId = 'renewed';
    const code = 'card_velocity_exceeded';
    await readyToShip(system, { orderId });
    await untilMail(system, orderId, 'ready-to-ship');
    await failPayment(system, orderId, `decline:${code}`);
    await forward(system, orderId, 6.5);
    expect(await untilDeclined(orderId, 'AuthorizationDeclined')).toMatchObject({
      detail: { intent: 'i2', decline: { kind: 'soft', code } },
    });
    await expectNowhereElse(orderId, code);
  });

  it('is told of a capture, which is pursued all the same', async () => {
    const orderId = 'captured';
    const code = 'issuer_not_available';
    await readyToShip(system, { orderId });
    await untilMail(system, orderId, 'ready-to-ship');
    await failPayment(system, orderId, `decline:${code}`, { match: 'POST /v1/payment_intents/' });
    expect((await ship(system, orderId)).status).toBe(201);
    expect(await untilDeclined(orderId, 'CaptureDeclined')).toMatchObject({
      summary: 'Capture of $138.00 declined: it may pass later',
      detail: { intent: 'i1', amount: 13_800, decline: { kind: 'soft', code } },
    });
    await letADayPassOutside(system, orderId);
    await untilEnded(system, orderId, 60_000);
    const told = (await timeline(orderId)).map(({ type }) => type);
    expect(told.filter((type) => type === 'CaptureDeclined')).toHaveLength(1);
    expect(told).toContain('PaymentCaptured');
    await expectNowhereElse(orderId, code);
  });

  it('is told of what the customer tried on the bank’s page', async () => {
    const orderId = 'looked';
    const card = 'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds';
    await checkout(system, { orderId, card });
    await restock(system, orderId, 1);
    await untilMail(system, orderId, 'payment-problem');
    await confirmAtBank(system, orderId, 'complete');
    expect(await untilDeclined(orderId, 'PaymentSeen')).toMatchObject({
      summary: 'The provider shows the payment as declined',
      detail: { intent: 'i1', decline: { kind: 'soft', code: 'insufficient_funds' } },
    });
    await confirmAtBank(system, orderId, 'complete', 'pm_card_chargeDeclinedProcessingError').catch(
      () => undefined,
    );
    await system.call('POST', `${await pageOf(system, orderId)}/paid`);
    await until(system, orderId, async () =>
      JSON.stringify(await timeline(orderId)).includes('processing_error'),
    );
    for (const code of ['insufficient_funds', 'processing_error']) {
      await expectNowhereElse(orderId, code);
    }
  });
});
