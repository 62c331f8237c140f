import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawGroup } from '../../api/backorder/checkout/draw.ts';
import { mailLine } from '../../workflows/domain/desk/mail-reasons.ts';
import { mailbox, untilMail } from '../support/lives/aftermath.ts';
import { checkout, emailOf, forward, read, until } from '../support/lives/story.ts';
import { type System, startSystem } from '../support/system/system.ts';

const share = 0.5;

let system: System;
beforeAll(async () => {
  system = await startSystem({ excitementControl: share });
});
afterAll(() => system.stop());

/** An order whose customer's address is drawn into that group. */
const orderIn = (group: 'control' | 'told'): string => {
  for (let number = 1; ; number += 1) {
    const orderId = `drawn-${number}`;
    if (drawGroup(emailOf(orderId), share) === group) return orderId;
  }
};

const groupOf = async (orderId: string) => {
  const [row] = await system.db.sql<{ excitementGroup: string | null }[]>`
    select excitement_group from orders where order_id = ${orderId}`;
  return row?.excitementGroup;
};

const summaries = async (orderId: string): Promise<string[]> => {
  const { body } = await system.call('GET', `/v1/backorders/${orderId}/timeline`);
  return body.data.map(({ summary }: { summary: string }) => summary);
};

const drawnOut = mailLine({
  ...{ kind: 'excitement', decision: 'skipped', reason: 'control', until: null },
});

describe('a question whether excitement keeps orders', () => {
  it('sends none to a customer who was drawn for that, and says why', async () => {
    const orderId = orderIn('control');
    await checkout(system, { orderId });
    expect(await groupOf(orderId)).toBe('control');
    await until(system, orderId, ({ next }) => next !== null);
    await forward(system, orderId, 60);
    await untilMail(system, orderId, 'countdown');
    await until(system, orderId, async () => (await summaries(orderId)).includes(drawnOut));
    const received = await mailbox(system, orderId);
    expect(received).not.toContain('excitement');
    expect(received).toEqual(expect.arrayContaining(['confirmation', 'countdown']));
    expect(JSON.stringify(await read(system, orderId))).not.toContain('control');
  });

  it('sends the others what they would have had anyhow', async () => {
    const orderId = orderIn('told');
    await checkout(system, { orderId });
    expect(await groupOf(orderId)).toBe('told');
    await until(system, orderId, ({ next }) => next !== null);
    await forward(system, orderId, 60);
    await untilMail(system, orderId, 'excitement');
    expect(await summaries(orderId)).not.toContain(drawnOut);
  });
});
