import { askForForm, fillForm } from '../page/card-form.ts';
import { confirmAtBank } from '../page/cardholder.ts';
import { createOwnTemporal, manyRuns } from '../system/own-temporal.ts';
import { type System, startSystem } from '../system/system.ts';
import { untilMail } from './aftermath.ts';
import { writeHistory } from './histories.ts';
import {
  cancel,
  checkout,
  forward,
  readyToShip,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
} from './story.ts';
import { checkoutUpfront } from './terms.ts';

/** Writes the histories that the tests replay, from real runs. */
export const recordHistories = async (): Promise<void> => {
  await recordLives();
  await recordContinued();
};

const lives: Record<string, (system: System) => Promise<unknown>> = {
  shipped: async (system) => {
    await checkout(system, { orderId: 'shipped', promiseIn: 30 });
    await forward(system, 'shipped', 20);
    const act = (name: string, body?: object) =>
      system.call('POST', `/v1/backorders/shipped/${name}`, body);
    await act('promise', { promiseId: 'p2', on: '2099-01-01', reason: 'late', basis: 'mail' });
    // It may be night where the customer is.
    await forward(system, 'shipped', 0.6);
    await untilMail(system, 'shipped', 'delay-notice');
    await act('delay-answer', { accept: true, channel: 'phone' });
    await act('customer', { timeZone: 'Europe/Berlin' });
    await act('hold', { reason: 'asked to wait' });
    await ship(system, 'shipped', { shipmentId: 'too-early' });
    await act('resolve', { code: 'unexpected_shipment', note: 'a mistake' });
    await act('release');
    await forward(system, 'shipped', 60);
    await restock(system, 'shipped', 1);
    await untilPhase(system, 'shipped', 'ready_to_ship');
    await forward(system, 'shipped', 8);
    await ship(system, 'shipped');
    await untilEnded(system, 'shipped');
  },
  silent: async (system) => {
    await checkout(system, { orderId: 'silent', promiseIn: 2 });
    await forward(system, 'silent', 40);
    await untilEnded(system, 'silent');
  },
  cancelled: async (system) => {
    await readyToShip(system, { orderId: 'cancelled', quantity: 2 });
    await cancel(system, 'cancelled', { lines: [{ id: '1', quantity: 1 }] });
    await cancel(system, 'cancelled');
    await untilEnded(system, 'cancelled');
  },
  declined: async (system) => {
    await checkout(system, { orderId: 'declined', card: 'pm_card_chargeCustomerFail' });
    await restock(system, 'declined', 1);
    await until(system, 'declined', ({ payment }) => payment.state === 'failed');
    await forward(system, 'declined', 4);
    await cancel(system, 'declined');
    await untilEnded(system, 'declined');
  },
  authenticated: async (system) => {
    const orderId = 'authenticated';
    await checkout(system, { orderId, card: 'pm_card_authenticationRequired' });
    await restock(system, orderId, 1);
    await untilMail(system, orderId, 'payment-problem');
    await confirmAtBank(system, orderId, 'fail');
    await confirmAtBank(system, orderId, 'complete');
    await untilPhase(system, orderId, 'ready_to_ship');
    await ship(system, orderId);
    await untilEnded(system, orderId);
  },
  'another-card': async (system) => {
    const orderId = 'another-card';
    await checkout(system, { orderId, card: 'pm_card_chargeDeclinedLostCard' });
    await restock(system, orderId, 1);
    await untilMail(system, orderId, 'payment-problem');
    await askForForm(system, orderId);
    await fillForm(system, orderId);
    await untilPhase(system, orderId, 'ready_to_ship');
    await ship(system, orderId);
    await untilEnded(system, orderId);
  },
  barred: async (system) => {
    const orderId = 'barred';
    const deal = { orderId, terms: 'deposit' as const, upfront: 5_000 };
    await checkoutUpfront(system, { ...deal, card: 'pm_card_chargeDeclinedLostCard' });
    await restock(system, orderId, 1);
    await untilMail(system, orderId, 'payment-problem');
    await forward(system, orderId, 18);
    await untilEnded(system, orderId);
  },
  parts: async (system) => {
    await readyToShip(system, { orderId: 'parts', quantity: 3, fulfilment: 'ship-available' });
    const lines = [{ id: '1', quantity: 1 }];
    const ids = ['s1', 's2', 's3'];
    await Promise.all(ids.map((shipmentId) => ship(system, 'parts', { shipmentId, lines })));
    await untilEnded(system, 'parts');
  },
};

const recordLives = async (): Promise<void> => {
  const system = await startSystem();
  for (const [orderId, live] of Object.entries(lives)) {
    await live(system);
    await write(system, { orderId });
  }
  await system.stop();
};

/** A run between two others, as continue-as-new makes it. */
const recordContinued = async (): Promise<void> => {
  const temporal = await createOwnTemporal(manyRuns);
  await temporal.start();
  const system = await startSystem({ address: temporal.address, namespace: 'default' });
  const orderId = 'continued';
  await checkout(system, { orderId });
  await forward(system, orderId, 60);
  const client = await system.temporal.client();
  const runs = client.workflow.list({ query: "ExecutionStatus = 'ContinuedAsNew'" });
  for await (const { runId } of runs) {
    await write(system, { orderId, runId });
    break;
  }
  await system.stop();
  await temporal.remove();
};

const write = async (
  system: System,
  { orderId, runId }: { orderId: string; runId?: string },
): Promise<void> => {
  const client = await system.temporal.client();
  const handle = client.workflow.getHandle(`backorder/${orderId}`, runId);
  writeHistory(orderId, await handle.fetchHistory());
};
