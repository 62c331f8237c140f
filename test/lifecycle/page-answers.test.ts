import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../workflows/domain/view.ts';
import { mailbox, untilMail } from '../support/lives/aftermath.ts';
import { checkoutBody, forward, inDays, until } from '../support/lives/story.ts';
import { pageOf, pageText } from '../support/page/cardholder.ts';
import { type System, startSystem } from '../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const place = async (orderId: string, country: 'US' | 'DE'): Promise<void> => {
  const body = await checkoutBody(system, { orderId });
  const shipTo = country === 'US' ? body.shipTo : { country };
  await system.call('POST', '/v1/backorders', { ...body, shipTo });
};

const slip = (orderId: string, days: number | null) =>
  system.call('POST', `/v1/backorders/${orderId}/promise`, {
    ...{ promiseId: `p-${days}`, on: days === null ? null : inDays(days) },
    ...{ reason: 'The ship is late.', basis: 'the factory' },
  });

const lawOf = async (orderId: string): Promise<View['law'] | undefined> => {
  const [row] = await system.db.sql<{ law: View['law'] }[]>`
    select body -> 'law' as law from views where order_id = ${orderId}`;
  return row?.law;
};

const untilLaw = (orderId: string, isSo: (law: View['law']) => boolean) =>
  until(system, orderId, async () => {
    const law = await lawOf(orderId);
    return law !== undefined && isSo(law);
  });

const open = async (orderId: string, at: string): Promise<string> =>
  (await system.app.request(`${await pageOf(system, orderId)}${at}`)).text();

/** Sends a form of that page, with what it hides and what is chosen. */
const send = async (
  orderId: string,
  { from, to, chosen }: { from: string; to: string; chosen: Record<string, string> },
): Promise<string> => {
  const html = await open(orderId, from);
  const hidden = (name: string): Record<string, string> => {
    const value = new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1];
    return value === undefined ? {} : { [name]: value };
  };
  const form = { ...hidden('formId'), ...hidden('notice'), ...chosen };
  const answer = await system.app.request(`${await pageOf(system, orderId)}${to}`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams(form),
  });
  return `${answer.status} ${answer.headers.get('Location')?.split('?')[1] ?? ''}`;
};

const answer = (orderId: string, chosen: Record<string, string>) =>
  send(orderId, { from: '/answer', to: '/answer', chosen });

/** A notice of a later date has gone out and waits for its answer. */
const noticed = async (orderId: string, country: 'US' | 'DE', days: number | null = 70) => {
  await place(orderId, country);
  await slip(orderId, days);
  // No notice goes out at night.
  await forward(system, orderId, 1);
  await untilLaw(orderId, ({ mayAnswer }) => mayAnswer);
};

describe.concurrent('what customers say on their page', () => {
  it('to a delay holds: they wait until the day that they chose', async () => {
    await noticed('wait', 'US');
    expect(await pageText(system, 'wait')).toContain('Do you want to wait?');
    const chosen = { choice: 'keep', until: 'day', day: inDays(80) };
    expect(await answer('wait', chosen)).toBe('303 done=answered');
    await untilLaw('wait', ({ deadlineOn }) => deadlineOn === inDays(80));
    await untilMail(system, 'wait', 'delay-answer');
    const text = await pageText(system, 'wait');
    expect(text).toContain('you agreed to wait until');
    expect(text).not.toContain('Do you want to wait?');
  });

  it('to a delay ends the order, once', async () => {
    await noticed('end', 'US', null);
    const chosen = { choice: 'cancel', answer: 'yes' };
    expect(await answer('end', chosen)).toBe('303 done=cancelled');
    await until(system, 'end', ({ phase }) => phase === 'cancelled');
    const cancelled = await system.db.sql`
      select by, jsonb_array_length(lines) as lines from cancellations where order_id = 'end'`;
    expect(cancelled).toEqual([{ by: 'customer', lines: 1 }]);
    await untilMail(system, 'end', 'cancelled');
    expect(await answer('end', chosen)).toBe('409 ');
    expect(await pageText(system, 'end')).toContain('You decided not to wait.');
  });

  it('in the Union withdraws from the contract', async () => {
    await place('withdraw', 'DE');
    await untilLaw('withdraw', ({ mayWithdraw }) => mayWithdraw);
    const form = {
      from: '/withdraw',
      to: '/withdraw',
      chosen: { name: 'Ada King', answer: 'yes' },
    };
    expect(await send('withdraw', form)).toBe('303 done=withdrawn');
    await until(system, 'withdraw', ({ phase }) => phase === 'cancelled');
    await untilMail(system, 'withdraw', 'withdrawal');
    await untilMail(system, 'withdraw', 'cancelled');
    expect(await mailbox(system, 'withdraw')).toContain('withdrawal');
    expect(await pageText(system, 'withdraw')).toContain('We received your withdrawal');
  });

  it('in the Union sets the last day after a miss', async () => {
    await place('period', 'DE');
    await forward(system, 'period', 64);
    await untilLaw('period', ({ maySetPeriod }) => maySetPeriod);
    expect(await pageText(system, 'period')).toContain('Your order was due to arrive by');
    const chosen = { until: inDays(90) };
    const form = { from: '', to: '/further-period', chosen };
    expect(await send('period', form)).toBe('303 done=period');
    // Also before its days are worked out anew.
    const text = await pageText(system, 'period');
    expect(text).toContain('You gave us until');
    expect(text).not.toContain('was due to arrive');
    await untilLaw('period', ({ deadlineOn }) => deadlineOn === inDays(90));
    await untilMail(system, 'period', 'delay-answer');
  });
});
