import { expect } from 'vitest';
import type { System } from '../system/system.ts';
import { mailbox, moneyAt } from './aftermath.ts';
import { ship, untilEnded } from './story.ts';

/** Ada's lamp in the end: held once, and captured once. */
export const paid = { held: 0, captured: 13_800, refunded: 0, intents: 1 };

/** The lamp leaves. In the end it is paid for once, and each of its mails has gone out once. */
export const expectShippedOnce = async (system: System, orderId: string): Promise<void> => {
  expect((await ship(system, orderId)).status).toBe(201);
  await untilEnded(system, orderId);
  expect(await moneyAt(system, orderId)).toEqual(paid);
  expect((await mailbox(system, orderId)).toSorted()).toEqual([
    'confirmation',
    'ready-to-ship',
    'shipped',
  ]);
};
