import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertOnce } from '../../activities/alerts/keep-alerting.ts';
import { createResendMail } from '../../activities/mail/resend.ts';
import { createLetters } from '../../api/temporal/letters.ts';
import { askForSpecimen, findSpecimen } from '../../db/mail/specimens.ts';
import { raiseAttention } from '../../db/record/attention.ts';
import { day } from '../support/cast.ts';
import { mailbox, untilAttention, untilMail } from '../support/lives/aftermath.ts';
import {
  cancel,
  checkout,
  emailOf,
  forward,
  read,
  until,
  untilEnded,
} from '../support/lives/story.ts';
import { patienceMs } from '../support/patience.ts';
import { failMail } from '../support/system/faults.ts';
import { type System, startSystem } from '../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ timeoutMs: 1_500 });
});
afterAll(() => system.stop());

type Row = { id: string; kind: string; decision: string; at: string };

const messagesOf = async (orderId: string): Promise<Row[]> =>
  (await system.call('GET', `/v1/backorders/${orderId}/messages?limit=100`)).body.data;

/** The provider tells that it came back, once it is noted that it went out. */
const bounce = async (orderId: string, kind: string): Promise<string> => {
  await until(system, orderId, async () =>
    (await messagesOf(orderId)).some((row) => row.kind === kind && row.decision === 'sent'),
  );
  const [row] = await system.db.sql<{ id: string }[]>`
    update messages set status = 'bounced' where order_id = ${orderId} and kind = ${kind}
    returning id`;
  if (row === undefined) throw new Error(`no ${kind}`);
  return row.id;
};

const resend = (orderId: string, id: string) =>
  system.call('POST', `/v1/backorders/${orderId}/messages/${id}/resend`);

const ended = async (orderId: string): Promise<void> => {
  await checkout(system, { orderId });
  await untilMail(system, orderId, 'confirmation');
  await forward(system, orderId, 3);
  await cancel(system, orderId);
  await untilMail(system, orderId, 'cancelled');
  await untilEnded(system, orderId);
};

describe.concurrent('a mail that did not arrive', () => {
  it('goes out again after the end of its order, in the words of the end', async () => {
    await ended('ended');
    const id = await bounce('ended', 'cancelled');
    expect((await resend('ended', id)).status).toBe(200);
    await until(
      system,
      'ended',
      async () =>
        (await mailbox(system, 'ended')).filter((kind) => kind === 'cancelled').length > 1,
    );
    const [first, second] = (await system.inbox(emailOf('ended'))).filter(
      ({ tags }) => tags[0]?.value === 'cancelled',
    );
    expect(second?.text).toBe(first?.text);
    const { now } = await read(system, 'ended');
    const copy = (await messagesOf('ended'))[0];
    expect(copy).toMatchObject({ kind: 'cancelled', decision: 'sent' });
    // The order is three days ahead, and so is what is written of it.
    expect(Math.abs(Date.parse(now) - Date.parse(copy?.at ?? ''))).toBeLessThan(60_000);
  });

  it('goes to the corrected address beside the workflow that goes on', async () => {
    await checkout(system, { orderId: 'wrong' });
    await untilMail(system, 'wrong', 'confirmation');
    await bounce('wrong', 'confirmation');
    const email = emailOf('right');
    await system.call('POST', '/v1/backorders/wrong/customer', { email });
    await untilMail(system, 'right', 'confirmation');
    expect(await mailbox(system, 'wrong')).toEqual(['confirmation']);
    expect((await read(system, 'wrong')).phase).toBe('awaiting_stock');
  });

  it('asks for a person when the provider never takes it', async () => {
    await ended('never');
    const id = await bounce('never', 'cancelled');
    await failMail(system, 'never', 'status:422');
    await resend('never', id);
    await untilAttention(system, 'never', 'mail_failed');
  });

  it('is sent once, whatever becomes of the calls', async () => {
    await ended('twice');
    const id = await bounce('twice', 'cancelled');
    await failMail(system, 'twice', 'drop-after', 2);
    await resend('twice', id);
    await until(system, 'twice', async () =>
      (await messagesOf('twice')).some(
        ({ kind, decision }, index) => index === 0 && kind === 'cancelled' && decision === 'sent',
      ),
    );
    expect((await mailbox(system, 'twice')).filter((kind) => kind === 'cancelled')).toHaveLength(2);
  });
});

/** A process that knows nothing of what others have started looks after letters. */
const lookAfterLetters = async (isDone: () => Promise<boolean>): Promise<void> => {
  const { db, temporal } = system;
  const logger = pino({ level: 'silent' });
  const letters = createLetters({ db, temporal, taskQueue: 'backorders', logger });
  try {
    await expect.poll(isDone).toBe(true);
  } finally {
    await letters.close();
  }
};

const newestOf = async (orderId: string): Promise<Row | undefined> =>
  (await messagesOf(orderId))[0];

describe('a letter', () => {
  it('starts anew after somebody has terminated it', async () => {
    await ended('stopped');
    const id = await bounce('stopped', 'cancelled');
    await failMail(system, 'stopped', 'status:500', 50);
    const { body: copy } = await resend('stopped', id);
    const { workflow } = await system.temporal.client();
    await expect
      .poll(() =>
        workflow
          .getHandle(`letter/${copy.id}`)
          .terminate('a test')
          .then(
            () => true,
            () => false,
          ),
      )
      .toBe(true);
    system.planResendFaults([]);
    await lookAfterLetters(async () => (await newestOf('stopped'))?.decision === 'sent');
  });

  it('that is over is not sent again by a database that was restored', async () => {
    await ended('restored');
    const id = await bounce('restored', 'cancelled');
    const { body: copy } = await resend('restored', id);
    const isSent = async () => (await newestOf('restored'))?.decision === 'sent';
    await expect.poll(isSent).toBe(true);
    const { workflow } = await system.temporal.client();
    await workflow.getHandle(`letter/${copy.id}`).result();
    await system.db.sql`
      update messages set decision = 'owed', mail = null, first_attempt_at = null
      where id = ${copy.id}`;
    await lookAfterLetters(async () => (await newestOf('restored'))?.decision === 'unknown');
    await untilAttention(system, 'restored', 'mail_unknown');
    expect((await mailbox(system, 'restored')).filter((kind) => kind === 'cancelled')).toHaveLength(
      2,
    );
  });
});

const submit = (path: string, fields: Record<string, string> = {}) =>
  system.app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });

it('a mail that an operator wants to see goes out once, whatever becomes of the calls', async () => {
  const to = emailOf('specimen');
  const messages = () => system.db.sql`select id from messages order by id`;
  const before = await messages();
  await failMail(system, 'specimen', 'drop-after', 2);
  for (const _ of ['once', 'and again']) {
    await askForSpecimen(system.db, {
      ...{ specimenId: 'seen', operatorId: 'grace', to, kind: 'shipped' },
      mail: { subject: 'It left', html: '<p>It left</p>', text: 'It left' },
      ...{ orderId: null, messageId: null },
    });
  }
  const isSent = async () => (await findSpecimen(system.db.sql, 'seen'))?.decision === 'sent';
  await expect.poll(isSent, { timeout: patienceMs }).toBe(true);
  expect((await system.inbox(to)).map(({ subject }) => subject)).toEqual(['[Test] It left']);
  expect(await messages()).toEqual(before);
});

/** The address that a mail leads to. */
const linkIn = (text: string, room: 'a' | 'b'): string => {
  const [, path] = new RegExp(`http://meanwhile\\.test(/${room}/[\\w-]+)`).exec(text) ?? [];
  if (path === undefined) throw new Error(`no link in ${text}`);
  return path;
};

describe.concurrent('a customer who has lost the link', () => {
  it('gets it by mail', async () => {
    await checkout(system, { orderId: 'lost-link' });
    await submit('/find', { orderId: 'lost-link', email: emailOf('lost-link') });
    const path = linkIn(await untilMail(system, 'lost-link', 'status-link'), 'b');
    expect((await system.app.request(path)).status).toBe(200);
  });

  it('gets it after the end as well', async () => {
    await ended('long-ago');
    await submit('/find', { orderId: 'long-ago', email: emailOf('long-ago') });
    const path = linkIn(await untilMail(system, 'long-ago', 'status-link'), 'b');
    expect((await system.app.request(path)).status).toBe(200);
  });
});

describe('an operator', () => {
  it('is told once of what has a deadline, by the real provider', async () => {
    await checkout(system, { orderId: 'urgent' });
    const item = { orderId: 'urgent', code: 'refund_failed' } as const;
    await raiseAttention(system.db.sql, { ...item, at: day(0), dueAt: day(7) });
    const alert = () =>
      alertOnce(
        {
          ...{ db: system.db, from: 'Lantern & Co <orders@lantern.test>', to: 'ops@lantern.test' },
          ...{ timeZone: 'UTC', temporalUiUrl: 'http://t.test', temporalNamespace: 'default' },
          mail: createResendMail({ apiKey: 're_1', baseUrl: system.resendBase }),
          logger: pino({ level: 'silent' }),
        },
        '2026-11-23T07:00:00.000Z',
      );
    await alert();
    await system.db.sql`delete from alerts`;
    await alert();
    const told = await system.inbox('ops@lantern.test');
    expect(told.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Order urgent: refund_failed, due '),
    ]);
  });
});

describe('a customer who moves to another address', () => {
  it('confirms it there, and gets everything there from then on', async () => {
    await checkout(system, { orderId: 'moves' });
    const page = linkIn(await untilMail(system, 'moves', 'confirmation'), 'b');
    await submit(`${page}/address`, { email: emailOf('moved') });
    const confirm = linkIn(await untilMail(system, 'moved', 'address-confirm'), 'a');
    expect((await system.app.request(confirm)).status).toBe(200);
    expect((await submit(confirm)).status).toBe(200);
    await untilMail(system, 'moves', 'address-changed');
    const path = linkIn(await untilMail(system, 'moved', 'status-link'), 'b');
    expect((await system.app.request(page)).status).toBe(410);
    expect((await system.app.request(path)).status).toBe(200);
    await cancel(system, 'moves');
    await untilMail(system, 'moved', 'cancelled');
    expect(await mailbox(system, 'moves')).toEqual(['confirmation', 'address-changed']);
  });

  it('leaves nothing of the addresses in Temporal', async () => {
    const { workflow } = await system.temporal.client();
    let letters = 0;
    for await (const { workflowId } of workflow.list({ query: 'WorkflowType = "letter"' })) {
      const history = await workflow.getHandle(workflowId).fetchHistory();
      const text = JSON.stringify(history, (name, value) =>
        name === 'data' && typeof value === 'string'
          ? Buffer.from(value, 'base64').toString()
          : value,
      );
      expect(text).not.toContain('@example.org');
      letters++;
    }
    expect(letters).toBeGreaterThan(0);
  });
});
