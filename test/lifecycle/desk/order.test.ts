import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashKey } from '../../../api/access/auth.ts';
import { sessionEnds } from '../../../api/access/session-ends.ts';
import { putOperator } from '../../../db/desk/people/operators.ts';
import { beginSession } from '../../../db/desk/people/sessions.ts';
import { sessionOf } from '../../api/desk/desk-app.ts';
import { checkout, inDays, untilEnded } from '../../support/lives/story.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const { token, csrf, cookie } = sessionOf('manager');

const signIn = async (): Promise<void> => {
  const operator = { operatorId: 'grace', name: 'Grace', role: 'manager' as const };
  await putOperator(system.db.sql, operator);
  const tokenHash = hashKey(token);
  await beginSession(system.db.sql, { tokenHash, operatorId: 'grace', ends: sessionEnds });
};

/** Sends a form of the desk as Grace does. */
const send = (path: string, fields: Record<string, string>) =>
  system.app.request(path, {
    method: 'POST',
    headers: { Cookie: cookie },
    body: new URLSearchParams({ csrf, actId: randomUUID(), ...fields }),
  });

it('names the person in the timeline after a promise and a cancellation', async () => {
  await signIn();
  await checkout(system, { orderId: 'desk' });
  const at = '/desk/orders/desk';
  const promise = { on: inDays(70), reason: 'a storm', basis: 'letter 7' };
  const trial = await send(`${at}/promise`, { ...promise, step: 'preview' });
  expect(await trial.text()).toContain('the first notice of a delay, of 30 days or less');
  expect((await send(`${at}/promise`, { ...promise, step: 'do' })).status).toBe(303);
  const cancel = { by: 'customer', reason: 'changed her mind', 'line-1': '1' };
  const preview = await send(`${at}/cancel`, { ...cancel, step: 'preview' });
  expect(await preview.text()).toContain('is never charged');
  expect((await send(`${at}/cancel`, { ...cancel, step: 'do' })).status).toBe(303);
  await untilEnded(system, 'desk');
  const { body } = await system.call('GET', '/v1/backorders/desk/timeline');
  const named = body.data.filter(({ type }: { type: string }) => type === 'PersonAsked');
  expect(named).toMatchObject([
    { detail: { act: 'promise', by: 'operator/grace', reason: 'a storm' } },
    { detail: { act: 'cancel', by: 'operator/grace', reason: 'changed her mind' } },
  ]);
  const page = await system.app.request(at, { headers: { Cookie: cookie } });
  const html = await page.text();
  expect(html).toContain('By Grace (operator/grace).');
  // The words of the Temporal UI as a sentence, out of the state that the workflow has kept.
  expect(html).toContain('Cancelled, does what is owed');
});
