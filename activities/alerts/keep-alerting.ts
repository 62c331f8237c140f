import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Db } from '../../db/client.ts';
import {
  type Alert,
  dropStaleAlerts,
  listUnsent,
  noteAlertSent,
  takeDigest,
  takeUrgent,
} from '../../db/mail/alerts.ts';
import { type AlertLine, alertMail } from '../../emails/alert.tsx';
import { digestDayAt } from '../../workflows/calendar/digest-day.ts';
import { timeIn } from '../../workflows/calendar/format.ts';
import { workflowUrlOf } from '../../workflows/messages.ts';
import type { MailProvider } from '../mail/provider.ts';

type Deps = {
  db: Db;
  mail: MailProvider;
  /** The sender of every mail, as `Name <address>`. */
  from: string;
  /** Whoever looks after the orders. */
  to: string;
  timeZone: string;
  temporalUiUrl: string;
  temporalNamespace: string;
  logger: Logger;
};

const everyMs = 15_000;
const atOnce = 20;

/**
 * Mails the operator what waits for a person: at once what has a deadline, and the rest once a day.
 * Each worker may do it: what is told of is noted, and every try has the same key and bytes.
 */
export const keepAlerting = (deps: Deps): { close(): Promise<void> } => {
  const ending = new AbortController();
  const { signal } = ending;
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      await alertOnce(deps, new Date().toISOString()).catch((error) =>
        deps.logger.warn({ err: error }, 'alerts are made up for later'),
      );
      await sleep(everyMs, undefined, { signal }).catch(() => {});
    }
  };
  const running = run();
  return {
    close: async () => {
      ending.abort();
      await running;
    },
  };
};

/** One round. `now` is wall time. */
export const alertOnce = async (deps: Deps, now: string): Promise<void> => {
  const { db, timeZone } = deps;
  await dropStaleAlerts(db.sql);
  await takeUrgent(db.sql, { limit: atOnce });
  const on = digestDayAt(now, timeZone);
  if (on !== null) await takeDigest(db, on);
  for (const alert of await listUnsent(db.sql, { limit: atOnce })) await send(deps, alert);
};

const send = async (deps: Deps, alert: Alert): Promise<void> => {
  const { db, mail, from, to, logger } = deps;
  const rendered = alertMail({ shop: nameOf(from), lines: linesOf(deps, alert) });
  const tags = [{ name: 'kind', value: 'alert' }];
  const answer = await mail.send(
    { from, to, ...rendered, headers: {}, tags },
    { idempotencyKey: `alert/${alert.key}` },
  );
  // It has taken the same alert in other words, from a worker of another version.
  const isTaken = answer.outcome === 'refused' && answer.code === 'idempotency_mismatch';
  if (answer.outcome === 'accepted' || isTaken) return noteAlertSent(db.sql, alert);
  const level = answer.outcome === 'refused' ? 'error' : 'warn';
  logger[level]({ alert: alert.key, answer }, 'an alert has not gone out yet');
};

const linesOf = (
  { timeZone, temporalUiUrl, temporalNamespace }: Deps,
  { items }: Alert,
): AlertLine[] =>
  items.map(({ orderId, code, at, dueAt }) => ({
    ...{ orderId, code, since: timeIn(at, timeZone, 'en') },
    due: dueAt && timeIn(dueAt, timeZone, 'en'),
    workflowUrl: workflowUrlOf({ temporalUiUrl, temporalNamespace }, orderId),
  }));

/** `Lantern & Co` of `Lantern & Co <orders@lantern.test>`. */
const nameOf = (from: string): string => from.replace(/<.*$/, '').trim() || from;
