import { activityInfo, heartbeat } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import { writeView } from '../db/backorder/views.ts';
import type { Db } from '../db/client.ts';
import type { Effect } from '../workflows/domain/backorder/effect.ts';
import type { Reconcile } from '../workflows/messages.ts';
import { reconcile } from './books/reconcile.ts';
import type { Activities, Call, LocalActivities, Outcome } from './call.ts';
import { notYet } from './failure.ts';
import type { Links, Shop } from './mail/content.ts';
import { planMail, recordSkippedMail } from './mail/plan.ts';
import type { MailProvider } from './mail/provider.ts';
import { sendMail } from './mail/send.ts';
import { skippedMsAt } from './order-time.ts';
import { authorizePayment } from './payment/authorize.ts';
import { capturePayment } from './payment/capture.ts';
import { findIntents } from './payment/find-intents.ts';
import { lookAtCard, lookAtOffers, offerCard } from './payment/look-at-card.ts';
import { lookAtIntent } from './payment/look-at-intent.ts';
import type { PaymentProvider } from './payment/provider.ts';
import { refundPayment } from './payment/refund.ts';
import { voidHold } from './payment/void-hold.ts';
import { applyStockAct, giveUnitsBack, makeUnitsFirm, rejoin } from './stock/acts.ts';

type ActivityDeps = {
  db: Db;
  payments: PaymentProvider;
  mail: MailProvider;
  logger: Logger;
  shop: Shop;
  links: Links;
  /** The sender of every mail, as `Name <address>`. */
  from: string;
};

/** Everything a worker does for workflows, wired to its collaborators. */
export const createActivities = (
  deps: ActivityDeps,
): Activities & LocalActivities & { reconcile: Reconcile } => {
  const { db, payments, mail, logger, shop, links, from } = deps;
  const show: LocalActivities['writeView'] = ({ orderId, at, view }) =>
    writeView(db, { orderId, ...view, skippedMs: skippedMsAt(at) });
  const performing = <E extends Effect>(perform: (call: Call<E>) => Promise<Outcome[]>) =>
    safely(logger, async (call: Call<E>) => {
      const { orderId, at, view } = call;
      if (view) await show({ orderId, at, view });
      return withHeartbeat(() => perform(call));
    });
  return {
    applyStockAct: performing(applyStockAct(db)),
    makeUnitsFirm: performing(makeUnitsFirm(db)),
    endLease: performing(giveUnitsBack(db)),
    rejoinQueue: performing(rejoin(db)),
    authorizePayment: performing(authorizePayment(db, payments)),
    capturePayment: performing(capturePayment(db, payments)),
    voidHold: performing(voidHold(db, payments)),
    refundPayment: performing(refundPayment(db, payments)),
    lookAtIntent: performing(lookAtIntent(db, payments)),
    findIntents: performing(findIntents(db, payments)),
    lookAtCard: performing(lookAtCard(db, payments)),
    offerCard: performing(offerCard(db, payments)),
    lookAtOffers: performing(lookAtOffers(db, payments)),
    sendMail: performing(sendMail({ db, provider: mail, shop, links, from })),
    recordSkippedMail: performing(recordSkippedMail(db)),
    planMail: performing(planMail(db)),
    writeView: safely(logger, show),
    reconcile: reconcile({ db, payments, logger }),
  };
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
  <C extends { orderId: string }, T>(logger: Logger, work: (call: C) => Promise<T>) =>
  async (call: C): Promise<T> => {
    try {
      return await work(call);
    } catch (error) {
      if (error instanceof ApplicationFailure) throw error;
      const { activityType, attempt } = activityInfo();
      logger.error({ err: error, orderId: call.orderId, activityType, attempt }, 'activity failed');
      throw notYet('fault');
    }
  };
