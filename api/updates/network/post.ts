import type { Logger } from 'pino';
import type { Db } from '../../../db/client.ts';
import {
  type ClaimedPost,
  claimPost,
  endPost,
  noteCall,
  pauseAccount,
  putOffPost,
} from '../../../db/updates/posts.ts';
import { createLoop, type Loop } from '../../temporal/loop.ts';
import type { Answer, Lookup, SocialAccount } from './network.ts';

type Deps = { db: Db; logger: Logger };

const everyMs = 1_000;
/** Longer than all calls of one attempt take: a search of six, and the post. */
const claimMs = 120_000;
const firstDelayMs = 5_000;
const longestDelayMs = 10 * 60_000;
/** What is older than that is no news. */
const staleMs = 24 * 3_600_000;

/** Posts to one account until it is closed. Each account has its own, so that none waits for another. */
export const createPoster = (deps: Deps, account: SocialAccount): Loop => {
  const ending = new AbortController();
  const loop = createLoop(async () => {
    try {
      return (await postNext(deps, account, ending.signal)) ? 0 : everyMs;
    } catch (error) {
      deps.logger.warn({ err: error, account: account.name }, 'an update is posted later');
      return firstDelayMs;
    }
  });
  return {
    kick: loop.kick,
    close: () => {
      ending.abort();
      return loop.close();
    },
  };
};

/** One attempt for the oldest post that is due. False without one. */
export const postNext = async (
  deps: Deps,
  account: SocialAccount,
  signal: AbortSignal = new AbortController().signal,
): Promise<boolean> => {
  const { sql } = deps.db;
  const post = await claimPost(sql, { account: account.name, leaseMs: claimMs });
  if (!post) return false;
  const { unsureMs } = post;
  if (post.isWithdrawn) {
    // It may stand there, and repeating the call might only now put it there.
    await settle(deps, post, { answer: { outcome: 'lost', reason: 'withdrawn' }, isSure: false });
    return true;
  }
  const isForgotten = unsureMs !== null && unsureMs >= account.repeatableMs;
  const looked = isForgotten ? await account.find(post, unsureMs, signal) : undefined;
  if (looked && looked.outcome !== 'absent') {
    await settle(deps, post, { answer: looked, isSure: false });
    return true;
  }
  const isKnown = unsureMs === null || looked !== undefined;
  if (isStale(post) && (isKnown || unsureMs >= staleMs)) {
    await settle(deps, post, { answer: { outcome: 'refused', reason: 'stale' }, isSure: isKnown });
    return true;
  }
  await noteCall(sql, post, { anew: looked !== undefined });
  const answer = await account.post(post, signal);
  await settle(deps, post, { answer, isSure: unsureMs === null || looked !== undefined });
  return true;
};

const isStale = ({ publishedAt }: ClaimedPost): boolean =>
  Date.now() - Date.parse(publishedAt) >= staleMs;

/** `isSure`: nothing was heard of it before this attempt. */
const settle = async (
  { db: { sql }, logger }: Deps,
  post: ClaimedPost,
  { answer, isSure }: { answer: Answer | Exclude<Lookup, { outcome: 'absent' }>; isSure: boolean },
): Promise<void> => {
  const about = { account: post.account, updateId: post.updateId };
  if (answer.outcome === 'posted') {
    await endPost(sql, post, { state: 'posted', url: answer.url, reason: null });
    return;
  }
  const { outcome, reason } = answer;
  if (outcome === 'refused' || outcome === 'lost') {
    // What was perhaps taken before is not refused: nobody knows.
    const state = outcome === 'refused' && isSure ? 'refused' : 'lost';
    await endPost(sql, post, { state, url: null, reason });
    logger.error({ ...about, state, reason }, 'an update was not posted, and will not be');
    return;
  }
  const delayMs = 'delayMs' in answer && answer.delayMs ? answer.delayMs : backOff(post);
  const isUnheard = isSure && outcome !== 'unsure';
  await putOffPost(sql, post, { delayMs, reason, isUnheard });
  if (outcome === 'paused') await pauseAccount(sql, post.account, delayMs);
  logger.warn({ ...about, reason, delayMs }, 'an update is posted later');
};

/** Doubled each time, with a little chance, so that several do not come together. */
const backOff = ({ attempts }: ClaimedPost): number =>
  Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempts - 1, 10)) *
  (0.75 + Math.random() / 2);
