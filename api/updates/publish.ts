import type { Logger } from 'pino';
import type { Db, Sql } from '../../db/client.ts';
import { findTelling } from '../../db/promise/telling.ts';
import type { Network } from '../../db/schema/updates/posts.ts';
import { inTransaction } from '../../db/transaction.ts';
import { addPosts } from '../../db/updates/posts.ts';
import {
  type DueUpdate,
  dropUpdate,
  findMovedSupply,
  lockDueUpdate,
  lookAgain,
  publishUpdate,
} from '../../db/updates/publication.ts';
import type { Words } from '../../emails/words/lexicon.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import { isTold } from '../../workflows/domain/promise/telling.ts';
import type { CivilDate, Instant } from '../../workflows/domain/time.ts';
import { judgeBackorder, judgeMove, type Verdict } from '../../workflows/domain/updates/update.ts';
import { createLoop, type Loop } from '../temporal/loop.ts';
import { offerNow } from './offer-now.ts';
import { postText } from './post-text.ts';
import { recordKeyOf } from './record-key.ts';
import { arrivalDay, sayUpdate } from './say.ts';
import { keepSpells } from './spell.ts';

/** Where and how news is published. `accounts`: those that it is posted to, from now on. */
export type Publication = {
  delayMs: number;
  publicUrl: string;
  timeZone: string;
  words: Words;
  accounts: readonly { name: string; network: Network }[];
};

const everyMs = 1_000;
const soonestMs = 1_000;
const latestMs = 60_000;
const atOnce = 100;

/** Makes news public as it comes due, in whichever process sees it first. */
export const createPublisher = (
  { db, logger, onPublished }: { db: Db; logger: Logger; onPublished: () => void },
  publication: Publication,
): Loop =>
  createLoop(async () => {
    const attempt = async (work: () => Promise<boolean>) => {
      for (let left = atOnce; left > 0; left--) if (!(await work())) return left < atOnce;
      return true;
    };
    try {
      if (await attempt(() => publishNext(db, publication))) onPublished();
      await attempt(() => keepSpells(db, publication));
    } catch (error) {
      logger.warn({ err: error }, 'public updates are made up for later');
    }
    return everyMs;
  });

/** One transaction: the next that is due is said, given up, or looked at again. False without one. */
export const publishNext = (db: Db, publication: Publication): Promise<boolean> =>
  inTransaction(db, async (sql) => {
    const due = await lockDueUpdate(sql, publication);
    if (!due) return false;
    const now = new Date().toISOString();
    const verdict = await judge(sql, due, { now, timeZone: publication.timeZone });
    if (verdict.say === 'now') await publish(sql, due, { ...verdict, now, publication });
    else if (verdict.say === 'never') await dropUpdate(sql, due, verdict.because);
    else await lookAgain(sql, due.updateId, patienceFor(due));
    return true;
  });

/** The older it is, the less often it is looked at. */
const patienceFor = ({ ageMs }: DueUpdate): number =>
  Math.min(latestMs, Math.max(soonestMs, ageMs / 10));

type Moment = { now: Instant; timeZone: string };

const judge = async (sql: Sql, due: DueUpdate, moment: Moment): Promise<Verdict> => {
  const today = civilDateIn(moment.now, moment.timeZone);
  if (due.kind === 'backorder') return judgeBackorder(await offerNow(sql, due.sku, today));
  if (due.kind === 'moved') return judgeMove(await movedSupply(sql, due), today);
  const at = due.happenedAt ?? moment.now;
  return { say: 'now', before: null, on: arrivalDay(at, moment.timeZone) };
};

const movedSupply = async (sql: Sql, due: DueUpdate) => {
  const { supplyId, revision, sinceRevision } = due;
  if (supplyId === null || revision === null || sinceRevision === null) {
    throw new Error(`update ${due.updateId} names no change of a supply`);
  }
  const supply = await findMovedSupply(sql, supplyId);
  const telling = await findTelling(sql, { supplyId, since: sinceRevision, revision });
  return {
    before: due.before,
    expectedOn: supply?.expectedOn ?? null,
    isOver: supply === undefined || supply.revision !== revision || supply.remaining === 0,
    isTold: isTold(telling, due.ageMs),
    handlingDays: due.handlingDays,
  };
};

type Publishing = { before: CivilDate | null; on: CivilDate | null; now: Instant } & {
  publication: Publication;
};

const publish = async (
  sql: Sql,
  due: DueUpdate,
  { before, on, now, publication }: Publishing,
): Promise<void> => {
  const title = due.productTitle;
  const tag = tagOf(due.updateId, { now, publicUrl: publication.publicUrl });
  await publishUpdate(sql, due.updateId, { before, on, title, tag });
  // Others follow an account for what somebody chose to say.
  if (due.kind === 'backorder') return;
  const link = `${publication.publicUrl}/updates/${due.updateId}`;
  const said = sayUpdate({ ...due, title, before, on }, publication.words);
  const posts = publication.accounts.map(({ name, network }) => ({
    ...{ updateId: due.updateId, account: name, network, link },
    text: postText(network, said, link),
    recordKey: recordKeyOf(now, due.seq ?? 0),
  }));
  await addPosts(sql, posts);
};

/** RFC 4151: the authority's name, a day on which it was ours, and a name that is used once. */
const tagOf = (
  updateId: string,
  { now, publicUrl }: { now: Instant; publicUrl: string },
): string => {
  const { hostname } = new URL(publicUrl);
  const authority = /^[a-z\d.-]+$/.test(hostname) ? hostname : 'localhost';
  return `tag:${authority},${now.slice(0, 10)}:updates/${updateId}`;
};
