import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMailEvents } from '../../../api/mail/deliver-events.ts';
import { findMailWebhook } from '../../../api/mail/webhook-events.ts';
import { createTemporal, type Temporal } from '../../../api/temporal/client.ts';
import type { Loop } from '../../../api/temporal/loop.ts';
import { createRelay, type Relay } from '../../../api/temporal/relay.ts';
import type { Db } from '../../../db/client.ts';
import { storeWebhook, webhookBacklog } from '../../../db/http/webhooks.ts';
import { listEvidence } from '../../../db/law/evidence.ts';
import { addressKeyOf } from '../../../db/mail/address-key.ts';
import { decideMessage, storeMail } from '../../../db/mail/decisions.ts';
import { findMessage } from '../../../db/mail/messages.ts';
import type { OutgoingMail } from '../../../workflows/domain/backorder/mail.ts';
import type { MessageKind } from '../../../workflows/domain/backorder/message-kind.ts';
import { classOf } from '../../../workflows/domain/backorder/message-kind.ts';
import { addMs, dayMs, type Instant } from '../../../workflows/domain/time.ts';
import { evidenceAdded, mailUndelivered, workflowIdOf } from '../../../workflows/messages.ts';
import { empty, place } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { ada, dayZero } from '../../support/cast.ts';
import { createNamespace, temporalAddress } from '../../support/system/stack.ts';
import { bounce, eventOf } from './resend-events.ts';

const logger = pino({ level: process.env.TEST_LOG ?? 'silent' });

let db: Db;
let temporal: Temporal;
let away: Temporal;
/** Closed, so that nothing is started but by those who ask it to. There is no worker either. */
let relay: Relay;
let running: Loop[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  const namespace = await createNamespace();
  temporal = createTemporal({ connectionOptions: { address: temporalAddress() }, namespace });
  away = createTemporal({ connectionOptions: { address: '127.0.0.1:1' }, namespace });
  relay = createRelay({ db, temporal, taskQueue: 'nobody', joinLeasesMs: 0, logger });
  await relay.close();
});
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate webhooks, messages, suppressions`;
});
afterEach(stop);
afterAll(async () => {
  await Promise.all([temporal.close(), away.close()]);
  await db.close();
});

async function stop() {
  await Promise.all(running.map((loop) => loop.close()));
  running = [];
}

const run = (how: { temporal: Temporal } = { temporal }): void => {
  running.push(createMailEvents({ db, relay, logger, ...how }, { everyMs: 20 }));
};

const untilHandled = () => expect.poll(() => webhookBacklog(db.sql), { interval: 20 }).toBe(0);

type Sending = { kind?: MessageKind; emailId?: string | null; at?: Instant };

/** Stored, and sent under that id of the provider unless it is null. */
const send = async (
  orderId: string,
  { kind = 'confirmation', emailId = 'e-1', at = dayZero }: Sending = {},
) => {
  const mail = {
    ...{ from: 'shop@example.org', to: ada.email, subject: 'Hello', html: '', text: '' },
    ...{ headers: {}, tags: [] },
  };
  const message = await storeMail(db.sql, {
    ...{ orderId, key: kind, kind, class: classOf(kind), at, dueAt: at, mail },
    ...{ pageLink: { version: 1, signer: 's' }, addressKey: addressKeyOf(ada.email), covers: [] },
    about: aboutOf(kind),
  });
  const end = { decision: 'sent', at, reason: null } as const;
  if (emailId !== null) await decideMessage(db, { message, ...end, providerId: emailId });
  return message;
};

/** A delay notice is one of the law. */
const aboutOf = (kind: MessageKind) =>
  (kind === 'delay-notice'
    ? { kind, about: { law: { kind: 'later' } } }
    : { kind }) as OutgoingMail;

let count = 0;
const receive = async (type: string, data: Record<string, unknown> = {}): Promise<void> => {
  const webhook = findMailWebhook(`msg_${++count}`, eventOf(type, data));
  if (webhook) await storeWebhook(db.sql, webhook);
};

const tagged = ({ id }: { id: string }) => ({ tags: { message: id } });

const rowOf = async (orderId: string, key = 'confirmation') =>
  findMessage(db.sql, { orderId, key });

const signalsOf = async (orderId: string) => {
  const client = await temporal.client();
  const { events } = await client.workflow.getHandle(workflowIdOf(orderId)).fetchHistory();
  return (events ?? []).flatMap((event) => event.workflowExecutionSignaledEventAttributes ?? []);
};

/** The keys of mails that the order's workflow was told of. */
const heard = async (orderId: string): Promise<string[]> =>
  (await signalsOf(orderId))
    .filter(({ signalName }) => signalName === mailUndelivered.name)
    .map(({ input }) => JSON.parse(Buffer.from(input?.payloads?.[0]?.data ?? []).toString()).key);

const evidenceOf = async (orderId: string) =>
  (await listEvidence(db.sql, orderId)).map(({ type, data }) => `${type} ${data.status ?? ''}`);

const suppressed = () => db.sql`select email, reason, message_id from suppressions`;

const raised = () => db.sql`select order_id, code from attention`;

describe('what the provider tells of a mail', () => {
  test.each([
    ['email.sent', 'accepted'],
    ['email.delivery_delayed', 'delayed'],
    ['email.delivered', 'delivered'],
    ['email.complained', 'complained'],
    ['email.opened', 'accepted'],
    ['email.of_tomorrow', 'accepted'],
  ])('is kept beside it: after %s it is %s', async (type, status) => {
    await place(db, { A1: ['LAMP:1'] });
    await send('A1');
    await receive(type);
    run();
    await untilHandled();
    expect(await rowOf('A1')).toMatchObject({ status, events: [{ type }] });
  });

  test('holds by its rank, in whatever order it comes', async () => {
    await place(db, { A2: ['LAMP:1'] });
    await relay.start('A2');
    await send('A2');
    await receive('email.bounced', bounce());
    run();
    await untilHandled();
    await receive('email.delivered');
    await receive('email.sent');
    await untilHandled();
    const row = await rowOf('A2');
    expect(row?.status).toBe('bounced');
    expect(row?.events).toHaveLength(3);
  });

  test('is written once and without a word about the customer', async () => {
    await place(db, { A3: ['LAMP:1'] });
    await relay.start('A3');
    await send('A3');
    await receive('email.bounced', bounce());
    run();
    await untilHandled();
    await db.sql`update webhooks set handled_at = null, claimed_until = now()`;
    await untilHandled();
    const row = await rowOf('A3');
    expect(row?.events).toEqual([
      {
        id: expect.any(String),
        ...{ type: 'email.bounced', status: 'bounced', at: '2026-11-23T10:00:05.000Z' },
        ...{ cause: 'Permanent', causeDetail: 'General' },
      },
    ]);
    expect(JSON.stringify(row?.events)).not.toContain('ada');
  });

  test('waits until we know the mail', async () => {
    await place(db, { A4: ['LAMP:1'] });
    await receive('email.delivered', { email_id: 'e-9' });
    run();
    await expect
      .poll(async () => (await db.sql`select attempts from webhooks`)[0]?.attempts)
      .toBeGreaterThan(0);
    await send('A4', { emailId: 'e-9' });
    await expect.poll(async () => (await rowOf('A4'))?.status).toBe('delivered');
  });

  test('is given up after a while if the mail is not ours', async () => {
    await receive('email.delivered', { email_id: 'e-of-others' });
    await db.sql`update webhooks set received_at = now() - interval '11 minutes'`;
    run();
    await untilHandled();
  });
});

describe('a mail of which we do not know whether it went out', () => {
  test.each(['sending', 'unknown'] as const)('is sent, once it was %s', async (before) => {
    await place(db, { B1: ['LAMP:1'] });
    const message = await send('B1', { emailId: null });
    if (before === 'unknown') {
      const end = { decision: before, at: dayZero, reason: 'x', providerId: null };
      await decideMessage(db, { message, ...end });
    }
    await receive('email.sent', { email_id: 'e-7', ...tagged(message) });
    run();
    await untilHandled();
    expect(await rowOf('B1')).toMatchObject({
      ...{ decision: 'sent', reason: null, providerId: 'e-7', status: 'accepted' },
    });
    const told = await db.sql`select summary from timeline where type = 'MailDecided'`;
    expect(told.map(({ summary }) => summary)).toContain(
      'Mail “Order confirmation”: sent, as its provider says',
    );
  });

  test('is not sent before it was decided, while its order is ahead of what is known', async () => {
    await place(db, { B2: ['LAMP:1'] });
    const at = '2027-01-05T15:00:00.000Z';
    const message = await send('B2', { emailId: null, at });
    await receive('email.sent', { email_id: 'e-8', ...tagged(message) });
    run();
    await untilHandled();
    expect(await rowOf('B2')).toMatchObject({ decision: 'sent', at, events: [{ at }] });
    const [told] = await db.sql`select at from timeline where type = 'MailDecided'`;
    expect(told).toEqual({ at });
  });
});

describe('a mail of an order that is ahead by more than its row says, as in a fast-forward', () => {
  const at = addMs(dayZero, 30 * dayMs);

  test('stays on the day for which it was decided, where its cap counts it', async () => {
    await place(db, { B2: ['LAMP:1'] });
    const message = await send('B2', { kind: 'countdown', emailId: null, at });
    await receive('email.sent', { email_id: 'e-7', ...tagged(message) });
    run();
    await untilHandled();
    expect(await rowOf('B2', 'countdown')).toMatchObject({ decision: 'sent', at });
    const told = await db.sql`select at from timeline where type = 'MailDecided'`;
    expect([...told]).toEqual([{ at }]);
  });

  test('has no event from before it was decided', async () => {
    await place(db, { B3: ['LAMP:1'] });
    await send('B3', { at });
    await receive('email.delivered');
    run();
    await untilHandled();
    expect(await rowOf('B3')).toMatchObject({ status: 'delivered', at, events: [{ at }] });
  });
});

describe('a mail that came back', () => {
  test.each([
    ['email.bounced', bounce(), 'bounced'],
    ['email.bounced', {}, 'bounced'],
    ['email.bounced', bounce('Permanent', 'OnAccountSuppressionList'), 'suppressed'],
    ['email.suppressed', { suppressed: { type: 'OnAccountSuppressionList' } }, 'suppressed'],
    ['email.complained', {}, 'complained'],
  ])('as %s %j suppresses its address', async (type, data, reason) => {
    await place(db, { C1: ['LAMP:1'] });
    const { id } = await send('C1', { kind: 'countdown' });
    await receive(type, data);
    run();
    await untilHandled();
    expect(await suppressed()).toEqual([{ email: ada.email, reason, messageId: id }]);
  });

  test.each([
    ['email.bounced', bounce('Transient', 'MailboxFull')],
    ['email.failed', { failed: { reason: 'reached_daily_quota' } }],
  ])('as %s %j says nothing about the next one', async (type, data) => {
    await place(db, { C2: ['LAMP:1'] });
    await send('C2', { kind: 'countdown' });
    await receive(type, data);
    run();
    await untilHandled();
    expect(await suppressed()).toEqual([]);
    expect((await rowOf('C2', 'countdown'))?.status).toBe(type.slice('email.'.length));
  });

  test('is told to the workflow, by the first event alone', async () => {
    await place(db, { C3: ['LAMP:1'] });
    await relay.start('C3');
    await send('C3');
    await receive('email.bounced', bounce('Transient'));
    run();
    await untilHandled();
    await receive('email.failed');
    await untilHandled();
    expect(await heard('C3')).toEqual(['confirmation']);
    expect(await raised()).toEqual([]);
  });

  test('is told once Temporal is back, and its standing is written before', async () => {
    await place(db, { C4: ['LAMP:1'] });
    await relay.start('C4');
    await send('C4');
    await receive('email.bounced', bounce());
    run({ temporal: away });
    await expect.poll(async () => (await rowOf('C4'))?.status).toBe('bounced');
    await stop();
    await db.sql`update webhooks set claimed_until = now()`;
    run();
    await untilHandled();
    expect(await heard('C4')).toEqual(['confirmation']);
  });

  test('asks nobody if the customer may do without it', async () => {
    await place(db, { C5: ['LAMP:1'] });
    await relay.start('C5');
    await send('C5', { kind: 'countdown' });
    await receive('email.bounced', bounce());
    run();
    await untilHandled();
    expect(await heard('C5')).toEqual([]);
  });

  test('after the end asks a person at once', async () => {
    await place(db, { C6: ['LAMP:1'] });
    await relay.start('C6');
    const client = await temporal.client();
    await client.workflow.getHandle(workflowIdOf('C6')).terminate();
    await db.sql`
      insert into views (order_id, revision, phase, outcome, body, attention, ended_at)
      values ('C6', 1, 'cancelled', 'cancelled', '{}', '{}', now())`;
    await send('C6');
    await receive('email.bounced', bounce());
    run();
    await untilHandled();
    expect(await raised()).toEqual([{ orderId: 'C6', code: 'mail_undelivered' }]);
  });
});

describe('what the provider tells of a mail that the law cares about', () => {
  const tell = async (...types: string[]) => {
    for (const type of types) await receive(type, type === 'email.bounced' ? bounce() : {});
    run();
    await untilHandled();
    await db.sql`update webhooks set handled_at = null, claimed_until = now()`;
    await untilHandled();
  };

  const signalNames = async (orderId: string) =>
    new Set((await signalsOf(orderId)).map(({ signalName }) => signalName));

  test('is evidence once, after the mail, and the workflow vouches for the end', async () => {
    await place(db, { L1: ['LAMP:1'] });
    await relay.start('L1');
    const { id } = await send('L1', { kind: 'delay-notice' });
    await tell('email.sent', 'email.delivered', 'email.opened');
    expect(await evidenceOf('L1')).toEqual(['notice ', 'receipt delivered']);
    expect((await listEvidence(db.sql, 'L1')).at(-1)).toMatchObject({
      at: '2026-11-23T10:00:05.000Z',
      data: {
        ...{ orderId: 'L1', messageId: id, kind: 'delay-notice', event: 'email.delivered' },
        ...{ status: 'delivered', toldAt: '2026-11-23T10:00:05.000Z' },
      },
    });
    expect(await signalNames('L1')).toEqual(new Set([evidenceAdded.name]));
  });

  test('is told to the workflow as a mail that came back, and by nothing else', async () => {
    await place(db, { L2: ['LAMP:1'] });
    await relay.start('L2');
    await send('L2', { kind: 'delay-notice' });
    await tell('email.bounced');
    expect(await evidenceOf('L2')).toEqual(['notice ', 'receipt bounced']);
    expect(await signalNames('L2')).toEqual(new Set([mailUndelivered.name]));
  });

  test.each([
    ['cancelled', ['notice ', 'receipt delivered']],
    ['confirmation', []],
  ] as const)('costs no signal if it is a mail %s', async (kind, evidence) => {
    await place(db, { L3: ['LAMP:1'] });
    await relay.start('L3');
    await send('L3', { kind });
    await tell('email.delivered');
    expect(await evidenceOf('L3')).toEqual(evidence);
    expect(await signalNames('L3')).not.toContain(evidenceAdded.name);
  });

  test('begins with the mail itself where nobody knew that it was out', async () => {
    await place(db, { L4: ['LAMP:1'] });
    const unknown = await send('L4', { kind: 'refunded', emailId: null });
    await receive('email.delivered', { ...tagged(unknown), email_id: 'e-4' });
    run();
    await untilHandled();
    expect(await evidenceOf('L4')).toEqual(['notice ', 'receipt delivered']);
  });
});
