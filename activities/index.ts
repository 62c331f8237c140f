import { activityInfo, heartbeat } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import { writeView } from '../db/backorder/views.ts';
import type { Db } from '../db/client.ts';
import type { Lexicon } from '../emails/words/lexicon.ts';
import { type LawRules, usualLawRules } from '../workflows/calendar/law-clock.ts';
import type { Effect } from '../workflows/domain/backorder/effect.ts';
import type { Outcome } from '../workflows/domain/backorder/fact.ts';
import { type FollowUp, isAsExpected } from '../workflows/domain/follow-ups.ts';
import type { OnlyTo } from '../workflows/domain/mail/trial.ts';
import type { Reconcile, SendLetter } from '../workflows/messages.ts';
import { reconcile } from './books/reconcile.ts';
import type { Activities, Call, LocalActivities, RemoteActivities, Task } from './call.ts';
import { notYet } from './failure.ts';
import { foreseeDelay, hearCustomer, planLaw } from './law/acts.ts';
import type { Shop } from './mail/content.ts';
import { sendLetter } from './mail/letter.ts';
import type { Links } from './mail/links.ts';
import { createPace } from './mail/pace.ts';
import { planMail, recordSkippedMail } from './mail/plan.ts';
import type { MailProvider } from './mail/provider.ts';
import { sendMail } from './mail/send.ts';
import { sendSpecimen } from './mail/specimen.ts';
import { skippedMsAt } from './order-time.ts';
import { authorizePayment } from './payment/authorize.ts';
import { capturePayment } from './payment/capture.ts';
import { findIntents } from './payment/find-intents.ts';
import { lookAtCard, lookAtOffers, offerCard } from './payment/look-at-card.ts';
import { lookAtIntent } from './payment/look-at-intent.ts';
import type { PaymentProvider } from './payment/provider.ts';
import { refundPayment } from './payment/refund.ts';
import { voidHold } from './payment/void-hold.ts';
import { applyStockAct, giveUnitsBack, joinUnits, makeUnitsFirm, rejoin } from './stock/acts.ts';

type ActivityDeps = {
  db: Db;
  payments: PaymentProvider;
  mail: MailProvider;
  /** The most mails a second of all workers; without it as many as the provider takes. */
  mailRate?: number | null;
  logger: Logger;
  shop: Shop;
  lexicon: Lexicon;
  links: Links;
  /** The sender of every mail, as `Name <address>`. */
  from: string;
  /** Who is written to in a trial; left out, everybody. */
  onlyTo?: OnlyTo | undefined;
  law?: LawRules;
};

/** Everything a worker does for workflows, wired to its collaborators. */
export const createActivities = (
  deps: ActivityDeps,
): RemoteActivities & LocalActivities & { reconcile: Reconcile; sendLetter: SendLetter } => {
  const { db, payments, mail, mailRate: rate = null, logger } = deps;
  const { shop, lexicon, links, from, onlyTo, law = usualLawRules } = deps;
  const pace = createPace(db.sql, { provider: mail.name, rate });
  const show: LocalActivities['writeView'] = ({ orderId, at, view }) =>
    writeView(db, { orderId, ...view, skippedMs: skippedMsAt(at) });
  const sender = { db, provider: mail, shop, lexicon, links, from, onlyTo, pace };
  const write = sendLetter(sender);
  const sample = sendSpecimen(sender);
  const performers: Activities = {
    applyStockAct: applyStockAct(db),
    makeUnitsFirm: makeUnitsFirm(db),
    joinLeases: joinUnits(db),
    endLease: giveUnitsBack(db),
    rejoinQueue: rejoin(db),
    authorizePayment: authorizePayment(db, payments),
    capturePayment: capturePayment(db, payments),
    voidHold: voidHold(db, payments),
    refundPayment: refundPayment(db, payments),
    lookAtIntent: lookAtIntent(db, payments),
    findIntents: findIntents(db, payments),
    lookAtCard: lookAtCard(db, payments),
    offerCard: offerCard(db, payments),
    lookAtOffers: lookAtOffers(db, payments),
    sendMail: sendMail(sender),
    recordSkippedMail: recordSkippedMail(db),
    planMail: planMail(db),
    planLaw: planLaw(db, law),
    foreseeDelay: foreseeDelay(db, law),
    hearCustomer: hearCustomer(db),
  };
  const perform = (task: Task<Effect>): Promise<Outcome[]> =>
    (performers[task.effect.type] as (task: Task<Effect>) => Promise<Outcome[]>)(task);
  const activity = safely(logger, async ({ view, followUps, ...task }: Call<Effect>) => {
    const { orderId, at } = task;
    const head = view && (await show({ orderId, at, view }));
    const done = await withHeartbeat(async () =>
      goOn(perform, { task, done: await perform(task), followUps }),
    );
    return { done, head };
  });
  const types = Object.keys(performers);
  return {
    ...(Object.fromEntries(types.map((type) => [type, activity])) as RemoteActivities),
    writeView: safely(logger, show),
    sendLetter: safely(logger, (letter) =>
      withHeartbeat(() => ('specimenId' in letter ? sample(letter) : write(letter))),
    ),
    reconcile: reconcile({ db, payments, logger }),
  };
};

/** Goes on while all ends as expected. What does not come through is left to the plan. */
const goOn = async (
  perform: (task: Task<Effect>) => Promise<Outcome[]>,
  { task, done, followUps }: { task: Task<Effect>; done: Outcome[]; followUps: FollowUp[] },
): Promise<Outcome[][]> => {
  const [next, ...later] = followUps;
  if (next === undefined || !isAsExpected(next.expected, done)) return [done];
  const following = { ...task, effect: next.effect };
  const outcomes = await perform(following).catch(() => undefined);
  if (outcomes === undefined) return [done];
  return [done, ...(await goOn(perform, { task: following, done: outcomes, followUps: later }))];
};

/** So that an activity whose worker died is noticed within seconds. */
const heartbeatMs = 1_500;

const withHeartbeat = async <T>(work: () => Promise<T>): Promise<T> => {
  const beat = setInterval(heartbeat, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
};

/** Only codes reach Temporal. The text of a driver's error may hold personal data. */
const safely =
  <C extends { orderId: string } | { specimenId: string }, T>(
    logger: Logger,
    work: (call: C) => Promise<T>,
  ) =>
  async (call: C): Promise<T> => {
    try {
      return await work(call);
    } catch (error) {
      if (error instanceof ApplicationFailure) throw error;
      const { activityType, attempt } = activityInfo();
      const about = 'orderId' in call ? { orderId: call.orderId } : { specimenId: call.specimenId };
      logger.error({ err: error, ...about, activityType, attempt }, 'activity failed');
      throw notYet('fault');
    }
  };
