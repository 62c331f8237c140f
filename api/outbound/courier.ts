import type { Logger } from 'pino';
import type { Db } from '../../db/client.ts';
import {
  type ClaimedEndpoint,
  type Health,
  keepClaim,
  recordTries,
  releaseClaim,
  type Try,
} from '../../db/outbound/claims.ts';
import { type DueDelivery, listDue, storeBodies } from '../../db/outbound/deliveries.ts';
import type { Seal } from '../access/sealed.ts';
import type { Network } from './address.ts';
import { renderAll, type Surroundings } from './render.ts';
import { patienceMs, restMs } from './schedule.ts';
import { createSign, type Sign } from './secret.ts';
import { createSender, type Sender } from './send.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export type CourierDeps = {
  db: Db;
  seal: Seal;
  network: Network;
  surroundings: Surroundings;
  logger: Logger;
  timeoutMs: number;
};

/** A claim is kept anew with each batch, and no batch begins so late that it could outlast it. */
export const leaseMs = 60_000;
const batchMs = 20_000;
const turnMs = 20_000;
const batch = 100;
const pauseMs = 10_000;
/** How many posts one endpoint gets at once. */
const width = 8;

/**
 * Sends one endpoint what is due, until nothing is, it cannot be reached, or others should have
 * their turn. Of one that could not be reached before, one event finds out. Then it is released.
 */
export const serveEndpoint = async (
  deps: CourierDeps,
  claimed: ClaimedEndpoint,
  signal: AbortSignal,
): Promise<void> => {
  const { db, network, timeoutMs } = deps;
  const endsAt = Date.now() + turnMs;
  const sender = createSender(claimed.url, { network, timeoutMs, sockets: width });
  // What went out and could not be written down comes again, but not in a storm.
  let inMs = pauseMs;
  // What is not sent is not written down: whoever does not answer may be away for days.
  let most = width;
  try {
    let endpoint: ClaimedEndpoint | undefined = claimed;
    while (endpoint && endpoint.url === claimed.url && !signal.aborted && Date.now() < endsAt) {
      if (!(await serveBatch(deps, endpoint, { sender, signal, most }))) break;
      most = batch;
      endpoint = await keepClaim(db.sql, { ...claimed, leaseMs });
    }
    inMs = 0;
  } finally {
    sender.close();
    await releaseClaim(db.sql, { ...claimed, inMs });
  }
};

type Way = { sender: Sender; signal: AbortSignal };

/** False when there was nothing to send. */
const serveBatch = async (
  deps: CourierDeps,
  endpoint: ClaimedEndpoint,
  { most, ...way }: Way & { most: number },
): Promise<boolean> => {
  const { db, seal, logger } = deps;
  const { endpointId } = endpoint;
  const limit = endpoint.failures > 0 ? 1 : most;
  const due = await listDue(db.sql, { endpointId, limit });
  if (due.length === 0) return false;
  let sign: Sign;
  try {
    sign = createSign(seal, endpoint, new Date().toISOString());
  } catch (error) {
    logger.error({ err: error, endpointId }, 'the secret of a webhook endpoint cannot be read');
    const health = { ...quiet, hasFailed: true, restMs: restMs(10, Math.random()) };
    await recordTries(db, endpoint, { tries: [], health });
    return false;
  }
  const { ready, missing } = await prepare(deps, endpoint, due);
  const tried = await sendAll(ready, { ...way, sign });
  await recordTries(db, endpoint, {
    tries: [...missing.map(unknown), ...tried.map(({ isGone, isUnreachable, ...each }) => each)],
    health: healthOf(endpoint, tried),
  });
  return true;
};

const quiet: Health = {
  ...{ isReached: false, restMs: null, hasFailed: false, isGone: false, patienceMs },
};

const healthOf = ({ failures }: ClaimedEndpoint, tried: readonly Tried[]): Health => {
  const isUnreachable = tried.some((each) => each.isUnreachable);
  return {
    isReached: tried.some(({ isDelivered }) => isDelivered),
    restMs: isUnreachable ? restMs(failures + 1, Math.random()) : null,
    hasFailed: tried.some(({ isDelivered }) => !isDelivered),
    isGone: tried.some(({ isGone }) => isGone),
    patienceMs,
  };
};

/** What it was about is there no more, so that there is nothing to say. */
const unknown = ({ seq }: DueDelivery): Try => ({
  ...{ seq, status: null, error: 'nothing_to_tell', isDelivered: false, retryMs: null },
});

type Ready = Pick<DueDelivery, 'seq' | 'deliveryId' | 'attempts'> & { body: string };

/** Makes what was not made before, and keeps it before it goes out. */
const prepare = async (
  { db, surroundings }: CourierDeps,
  { endpointId, personalData }: ClaimedEndpoint,
  due: readonly DueDelivery[],
): Promise<{ ready: Ready[]; missing: DueDelivery[] }> => {
  const fresh = due.filter(({ body }) => body === null);
  const now = new Date().toISOString();
  const made = await renderAll(db.sql, fresh, { isPersonal: personalData, now, ...surroundings });
  const bodies = fresh.flatMap((each) => {
    const body = made.get(each.seq);
    return body === undefined ? [] : [{ ...each, body }];
  });
  const stored = await storeBodies(db.sql, { endpointId, personalData }, bodies);
  const ready = due.flatMap(({ seq, deliveryId, attempts, body }) => {
    const whole = body ?? (stored.has(seq) ? made.get(seq) : undefined);
    return whole === undefined ? [] : [{ seq, deliveryId, attempts, body: whole }];
  });
  return { ready, missing: fresh.filter(({ seq }) => !made.has(seq)) };
};

type Tried = Verdict & Pick<Try, 'seq'>;

/** Sends until one says that there is no use in going on. What was not tried stays due. */
const sendAll = async (
  ready: readonly Ready[],
  { sender, signal, sign }: Way & { sign: Sign },
): Promise<Tried[]> => {
  const endsAt = Date.now() + batchMs;
  const left = ready.values();
  const tried: Tried[] = [];
  let isOver = false;
  const lane = async (): Promise<void> => {
    // The lanes share one iterator, so that each event is sent by one of them.
    for (const letter of left) {
      const answer = await sender.post({ ...toPost(letter, sign), signal });
      if (answer === undefined) return;
      const verdict = verdictOf(answer, letter.attempts + 1, Math.random());
      tried.push({ seq: letter.seq, ...verdict });
      isOver ||= verdict.isUnreachable || verdict.isGone;
      if (isOver || signal.aborted || Date.now() >= endsAt) return;
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return tried;
};

const toPost = ({ deliveryId: id, body }: Ready, sign: Sign) => ({
  body,
  headers: {
    'content-type': 'application/json',
    'user-agent': 'Meanwhile-Webhooks/1',
    ...sign({ id, at: new Date(), body }),
  },
});
