import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attentionOf, decisions, mailbox, moneyAt, untilMail } from '../support/lives/aftermath.ts';
import {
  checkout,
  emailOf,
  forwardMinutes,
  inDays,
  read,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
} from '../support/lives/story.ts';
import { failMail, letADayPassOutside } from '../support/system/faults.ts';
import { type System, startSystem } from '../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ timeoutMs: 1_500 });
});
afterAll(() => system.stop());

const untilDecided = (orderId: string, decision: string) =>
  until(system, orderId, async () =>
    (await decisions(system, orderId)).includes(`${inDays(0)} confirmation ${decision}`),
  );

describe.concurrent('one mail in the inbox', () => {
  it.each(['drop-after', 'drop-before', 'hang', 'status:500', 'status:429'])(
    'after %s',
    async (fault) => {
      const orderId = `mail-${fault.replace(':', '-')}`;
      await failMail(system, orderId, fault, 2);
      await checkout(system, { orderId });
      await untilDecided(orderId, 'sent');
      expect(await mailbox(system, orderId)).toEqual(['confirmation']);
      expect(await attentionOf(system, orderId)).toEqual([]);
    },
  );

  it('after a provider that was away for longer than one effect tries', async () => {
    await failMail(system, 'away', 'drop-before', 28);
    await checkout(system, { orderId: 'away' });
    await until(system, 'away', ({ revision }) => revision > 0);
    await forwardMinutes(system, 'away', 12);
    await untilMail(system, 'away', 'confirmation');
    expect(await mailbox(system, 'away')).toEqual(['confirmation']);
  });
});

describe.concurrent('a mail that is given up', () => {
  it('because it was refused asks for a person, and the order goes on to its end', async () => {
    await failMail(system, 'refused', 'status:422');
    await checkout(system, { orderId: 'refused' });
    await untilDecided('refused', 'failed');
    await until(system, 'refused', ({ attention }) => attention.length > 0);
    expect(await attentionOf(system, 'refused')).toEqual(['mail_failed']);
    await restock(system, 'refused', 1);
    await untilPhase(system, 'refused', 'ready_to_ship');
    expect((await ship(system, 'refused')).status).toBe(201);
    await untilEnded(system, 'refused');
    expect(await mailbox(system, 'refused')).toEqual(['ready-to-ship', 'shipped']);
    expect(await moneyAt(system, 'refused')).toMatchObject({ held: 0, captured: 13_800 });
  });

  it('because nobody knows what became of it is not sent a second time', async () => {
    await failMail(system, 'lost', 'status-after:500');
    await checkout(system, { orderId: 'lost' });
    await untilMail(system, 'lost', 'confirmation');
    await letADayPassOutside(system, 'lost');
    await untilDecided('lost', 'unknown');
    await until(system, 'lost', ({ attention }) => attention.length > 0);
    expect(await attentionOf(system, 'lost')).toEqual(['mail_unknown']);
    expect(await system.inbox(emailOf('lost'))).toHaveLength(1);
    expect((await read(system, 'lost')).phase).toBe('awaiting_stock');
  });
});
