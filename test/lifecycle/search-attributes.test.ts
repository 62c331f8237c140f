import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkout, inDays, until, workflowOf } from '../support/lives/story.ts';
import { type System, startSystem } from '../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const promise = (orderId: string, promiseId: string, on: string | null) =>
  system.call('POST', `/v1/backorders/${orderId}/promise`, {
    ...{ promiseId, on, reason: 'the ship is late', basis: 'supplier mail' },
  });

const attributesOf = async (orderId: string) =>
  (await (await workflowOf(system, orderId)).describe()).searchAttributes;

/** The orders that an operator finds with a query, in alphabetical order. */
const found = async (query: string): Promise<string[]> => {
  const client = await system.temporal.client();
  const workflowIds: string[] = [];
  for await (const { workflowId } of client.workflow.list({ query })) workflowIds.push(workflowId);
  return workflowIds.map((workflowId) => workflowId.replace('backorder/', '')).sort();
};

const untilFound = (query: string, ...orderIds: string[]) =>
  expect.poll(() => found(query)).toEqual(orderIds);

describe('an operator finds backorders by the day that they are promised for', () => {
  it('as it is said everywhere else, from their start', async () => {
    await checkout(system, { orderId: 'dated', promiseIn: 30 });
    await checkout(system, { orderId: 'undated', promiseIn: null });
    await until(system, 'undated', ({ revision }) => revision > 0);
    await until(system, 'dated', ({ revision }) => revision > 0);
    expect(await attributesOf('dated')).toMatchObject({ PromisedOn: [inDays(30)] });
    expect(await attributesOf('undated')).not.toHaveProperty('PromisedOn');
    await untilFound(`PromisedOn = '${inDays(30)}'`, 'dated');
    await untilFound(`PromisedOn BETWEEN '${inDays(29)}' AND '${inDays(31)}'`, 'dated');
    await untilFound('PromisedOn IS NULL', 'undated');
  });

  it('as soon as it is another one, and not by one that no longer holds', async () => {
    await promise('dated', 'p2', inDays(50));
    await untilFound(`PromisedOn = '${inDays(50)}'`, 'dated');
    await promise('dated', 'p3', null);
    await untilFound('PromisedOn IS NULL', 'dated', 'undated');
    expect(await attributesOf('dated')).not.toHaveProperty('PromisedOn');
    await promise('undated', 'p2', inDays(20));
    await untilFound(`PromisedOn = '${inDays(20)}'`, 'undated');
  });
});
