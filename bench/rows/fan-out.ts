import { setTimeout as sleep } from 'node:timers/promises';
import { addressKeyOf } from '../../db/mail/address-key.ts';
import { jitterOf } from '../../workflows/domain/mail/jitter.ts';
import { type Instant, minuteMs } from '../../workflows/domain/time.ts';
import { donePerSecond } from '../load/clients.ts';
import { countdown, noon, paymentProblem } from '../load/mails.ts';
import type { MailCall } from '../load/one-mail.ts';
import { seedWaiting } from '../load/waiting.ts';
import { atMost, type Figure } from '../report/figure.ts';
import { median, rounds, short } from '../report/measure.ts';
import { say } from '../report/progress.ts';
import { type Mailing, startMailing } from '../servers/mailing.ts';
import type { Parts } from '../servers/parts.ts';

const mailsOfBar = 5_000;

/** Fewer take less time; as many of them are due in a second. */
const mails = Number(process.env.FAN_OUT ?? mailsOfBar);

/** In which all of them come due. */
const spreadMs = (5 * minuteMs * mails) / mailsOfBar;

/** In which they are scheduled before the first is due. */
const leadMs = 3_000 + 15 * mails;

/** What any computer takes, and what Resend takes of an account by default. */
const rates = [1_000, 5];

/**
 * How much later a mail comes that the customer must have, when thousands that they may do without
 * are due at the same hour.
 */
export const fanOut = async (parts: Parts): Promise<Figure[]> => {
  if (!Number.isInteger(mails) || mails < 1) throw new Error('FAN_OUT: a number of mails');
  const figures: Figure[] = [];
  for (const perSecond of rates) figures.push(await measure(parts, perSecond));
  return figures;
};

const measure = async (parts: Parts, perSecond: number): Promise<Figure> => {
  const what = `delay of a payment problem among ${mails} relationship mails, ${perSecond} calls/s`;
  const mailing = await startMailing(parts, { perSecond });
  await seedWaiting(mailing.db, { count: mails + 2 * (rounds + 1) });
  const at = noon();
  const send = (nth: number) => secondsOf(mailing, paymentProblem(`O${mails + nth}`, at));
  const alone: number[] = [];
  // The first one opens connections and compiles; it is not counted.
  for (let nth = 0; nth <= rounds; nth++) alone.push(await send(nth + 1));
  alone.shift();
  say(`${what}: alone ${alone.map(short).join(', ')} s`);

  const beginsAt = await scheduleAll(mailing, at);
  const { among, overdue } = await sendInTheMiddle(mailing, beginsAt, (nth) =>
    send(rounds + 2 + nth),
  );
  say(`${what}: among them ${among.map(short).join(', ')} s, ${overdue.join(', ')} overdue`);
  if ((await countSent(mailing)) === 0) throw new Error('no relationship mail was sent');
  await mailing.close();
  const floor = median(alone);
  const samples = among.map((seconds) => seconds - floor);
  return {
    ...{ what, unit: 's', figure: median(samples), samples, ratio: null },
    floor: {
      what: 'seconds of the same alone, which are subtracted',
      figure: floor,
      samples: alone,
    },
    bar: atMost(2, 'figure'),
    note: `${short(median(among))} s in all; ${overdue.join(', ')} mails were overdue before it`,
  };
};

/** From when it is due until the provider has it. */
const secondsOf = async (mailing: Mailing, call: MailCall): Promise<number> => {
  const begin = performance.now();
  const decision = await mailing.send(call);
  if (decision !== 'sent') throw new Error(`the payment problem was ${decision}`);
  return (performance.now() - begin) / 1_000;
};

/** One after the other while mails come due, whether or not the one before is out. */
const sendInTheMiddle = async (
  mailing: Mailing,
  beginsAt: number,
  send: (nth: number) => Promise<number>,
): Promise<{ among: number[]; overdue: number[] }> => {
  const overdue: number[] = [];
  const among = await Promise.all(
    Array.from({ length: rounds }, async (_, nth) => {
      await sleep(beginsAt + spreadMs * (0.3 + nth / 10) - Date.now());
      overdue.push(await countOverdue(mailing, Date.now() - beginsAt));
      return send(nth);
    }),
  );
  return { among, overdue };
};

/** Each is of another customer, and due when the product's own spreading has it. */
const scheduleAll = async (mailing: Mailing, at: Instant): Promise<number> => {
  const beginsAt = Date.now() + leadMs;
  await donePerSecond({ clients: 64, count: mails }, ({ nth }) => {
    const call = countdown(`O${nth + 1}`, at);
    return mailing.schedule(call, beginsAt + dueAfterMs(nth + 1));
  });
  const lateMs = Date.now() - beginsAt;
  if (lateMs > 0)
    say(`the first mails were due ${Math.round(lateMs)} ms before all were scheduled`);
  return beginsAt;
};

const dueAfterMs = (nth: number): number =>
  jitterOf(addressKeyOf(`${nth}@example.org`)) * (mails / mailsOfBar);

/** Those whose time has come, and that are not out yet. */
const countOverdue = async (mailing: Mailing, afterMs: number): Promise<number> => {
  const due = Array.from({ length: mails }, (_, nth) => dueAfterMs(nth + 1));
  return due.filter((ms) => ms <= afterMs).length - (await countSent(mailing));
};

const countSent = async ({ db }: Mailing): Promise<number> => {
  const [row] = await db.sql<{ count: number }[]>`
    select count(*)::int as count from messages
    where class = 'relationship' and decision = 'sent'`;
  return row?.count ?? 0;
};
