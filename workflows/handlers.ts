import { ApplicationFailure, condition, setHandler, workflowInfo } from '@temporalio/workflow';
import { factsOfReport, isFollowed, isMoving } from './domain/answerable.ts';
import type { Request } from './domain/backorder/request.ts';
import type { Snapshot } from './domain/backorder/snapshot.ts';
import { decide, isRefusal } from './domain/decide.ts';
import { factsOfHint, type PaymentHint } from './domain/payment/hint.ts';
import {
  evidenceAdded,
  evidenceHead,
  mailReconsidered,
  mailUndelivered,
  type PromiseMoves,
  paymentHinted,
  promiseMoved,
  stockChanged,
  type UpdateAnswer,
  updates,
} from './messages.ts';
import type { Run } from './run.ts';

/** Hears signals and answers Updates, each through the core, and one query. Call it before anything is awaited. */
export const setHandlers = (run: Run): void => {
  setHandler(stockChanged, (snapshot) => hearOfStock(run, snapshot));
  setHandler(promiseMoved, (moved) => hearOfPromises(run, moved));
  setHandler(mailReconsidered, () => run.apply([{ type: 'MailReconsidered', at: run.now() }]));
  setHandler(paymentHinted, (hint) => hearOfPayment(run, hint));
  setHandler(mailUndelivered, ({ key }) => hearOfMail(run, key));
  setHandler(evidenceAdded, run.fallBehind);
  setHandler(evidenceHead, run.evidence);
  for (const update of Object.values(updates)) {
    setHandler(update, (request: Request) => answer(run, request), {
      validator: (request: Request) => refuse(run, request),
    });
  }
};

/** A cancellation in the Temporal UI counts as one by the shop. */
export const cancelByShop = (run: Run): void => {
  const cancelId = `temporal/${workflowInfo().runId}`;
  ask(run, { type: 'CancelBackorder', cancelId, by: 'shop', lines: null });
};

const hearOfStock = ({ apply, now }: Run, snapshot: Snapshot): void =>
  apply([{ type: 'StockChanged', at: now(), snapshot }]);

const hearOfPromises = (run: Run, { moves, snapshot }: PromiseMoves): void => {
  hearOfStock(run, snapshot);
  for (const move of moves) ask(run, { type: 'ChangePromise', ...move, isSupply: true });
};

const hearOfPayment = ({ apply, state, now }: Run, hint: PaymentHint): void =>
  apply(factsOfHint(state(), hint, now()));

const hearOfMail = ({ apply, now }: Run, key: string): void =>
  apply([{ type: 'MailUndelivered', at: now(), key }]);

/** Nobody waits for the answer, so a refusal has no effect. */
const ask = ({ apply, state, now }: Run, request: Request): void => {
  const decision = decide(state(), request, now());
  if (!isRefusal(decision)) apply(decision);
};

/** Answers once others can see what followed. A shipment first waits while stock or money moves. */
const answer = async (run: Run, request: Request): Promise<UpdateAnswer> => {
  const { state, now } = run;
  const mustWait = () => request.type === 'ReportShipment' && isMoving(state(), now());
  if (request.type === 'ReportShipment') run.apply(factsOfReport(state(), now()));
  // Of several shipments that wait, the first to go on may set stock and money in motion again.
  while (mustWait()) await condition(() => !mustWait());
  const decision = decide(state(), request, now());
  run.apply(isRefusal(decision) ? decision.facts : decision);
  // We wait until the request is carried out or looked at, as far as that can be waited for.
  await run.untilSeen(() => state().acts.length === 0 && isFollowed(state(), request, now()));
  return { refused: isRefusal(decision) ? decision.refused : null };
};

/** Rejects an Update that the core would refuse without any fact to remember. */
const refuse = ({ state, now }: Run, request: Request): void => {
  const decision = decide(state(), request, now());
  if (!isRefusal(decision) || decision.facts.length > 0) return;
  throw ApplicationFailure.nonRetryable(decision.refused, decision.refused);
};
