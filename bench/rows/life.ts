import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { projectRoot } from '../../dev/config.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { createOrderIds } from '../load/orders.ts';
import { forward, fulfil, placeAndWait } from '../load/story.ts';
import { atMost, type Figure } from '../report/figure.ts';
import {
  countActions,
  countEvents,
  countOf,
  fetchHistory,
  type History,
} from '../report/history.ts';
import { counted, repeat } from '../report/measure.ts';
import type { Parts } from '../servers/parts.ts';
import { type System, startSystem } from '../servers/system.ts';

type Lived = { mails: number; orderId: string; history: History };

/**
 * Days from checkout to promise: an ordinary wait, and one with many mails. The goods come before a
 * person is asked about the deadline.
 */
const waits = [60, 200];

/** A day before the first moment that the law sets before a deadline. */
const earlyDays = 4;

/** What a life from checkout to shipment leaves in Temporal, and what reading it again takes. */
export const life = async (parts: Parts): Promise<Figure[]> => {
  const system = await startSystem(parts);
  const nextId = createOrderIds();
  const lives: Lived[] = [];
  for (const days of waits) lives.push(await live(system, nextId(), { days, earlyDays }));
  const late = await live(system, nextId(), { days: 60, earlyDays: 0 });
  await system.close();
  return [
    ...lives.map(billed),
    billedLate(late),
    ...lives.map(recorded),
    ...lives.map(turned),
    ...(await Promise.all(lives.slice(-1).map(replayed))),
  ];
};

const live = async (
  system: System,
  orderId: string,
  wait: { days: number; earlyDays: number },
): Promise<Lived> => {
  await placeAndWait(system, orderId, { promiseIn: wait.days });
  await forward(system, orderId, wait.days - wait.earlyDays);
  await fulfil(system, orderId);
  const sent = await system.db.sql`
    select from messages
    where order_id = ${orderId} and class = 'relationship' and decision = 'sent'`;
  const history = await fetchHistory(system.client, orderId);
  return { mails: sent.length, orderId, history };
};

const billed = ({ mails, history }: Lived): Figure => {
  const actions = countActions(history);
  const sum = Object.values(actions).reduce((total, count) => total + count, 0);
  return {
    what: `billable Temporal actions of a life with ${mails} scheduled mails`,
    unit: '',
    ...counted(sum),
    bar: atMost(14 + 2 * mails, 'figure'),
    note: `${listed(actions)}; the aim is ${10 + 2 * mails}`,
  };
};

/** The goods come on the last day, so a person is asked, and perhaps the customer told. */
const billedLate = (late: Lived): Figure => ({
  ...billed(late),
  what: `billable Temporal actions of a life to its last day with ${late.mails} scheduled mails`,
  bar: null,
});

const listed = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

const recorded = ({ mails, history }: Lived): Figure => ({
  what: `history events of a life with ${mails} scheduled mails`,
  unit: '',
  ...counted(countEvents(history)),
  bar: atMost(60 + 11 * mails, 'figure'),
  note: `the aim is ${45 + 11 * mails}`,
});

/** A task that only a fast-forward caused is among them. */
const turned = ({ mails, history }: Lived): Figure => ({
  what: `workflow tasks of a life with ${mails} scheduled mails`,
  unit: '',
  ...counted(countOf(history, 'EVENT_TYPE_WORKFLOW_TASK_COMPLETED')),
  bar: atMost(14 + 2 * mails, 'figure'),
});

const copies = 20;

/** Replays copies one after the other; the first one brings the worker up and is not timed. */
const replayed = async ({ mails, orderId, history }: Lived): Promise<Figure> => {
  const what = `replay of a life with ${mails} scheduled mails, ms an event`;
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: join(projectRoot, 'workflows', 'index.ts'),
    logger: new DefaultLogger('ERROR'),
  });
  const events = history.events?.length ?? 0;
  const measured = await repeat(what, async () => {
    const histories = Array.from({ length: copies + 1 }, () => ({
      workflowId: workflowIdOf(orderId),
      history,
    }));
    let begin = 0;
    for await (const { error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
      if (error) throw error;
      begin ||= performance.now();
    }
    return (performance.now() - begin) / (copies * events);
  });
  return { what, unit: 'ms', ...measured, bar: atMost(1, 'figure') };
};
