import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressKeyOf } from '../../../db/mail/address-key.ts';
import { addMs, type Instant } from '../../../workflows/domain/time.ts';
import { dayZero } from '../../support/cast.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
  await keep({ key: 'confirmation', kind: 'confirmation', status: 'delivered', subject: 'Thanks' });
  await keep({ key: 'countdown', decision: 'held', reason: 'quiet_hours', until: later(9) });
  await keep({ key: 'merged', decision: 'merged', reason: 'merged', into: carrier });
  await keep({ key: 'owed', kind: 'shipped', decision: 'owed' });
  await keep({ orderId: 'N', key: 'sending', decision: 'sending', email: 'ben@example.org' });
  await keep({ orderId: 'N', key: 'bounced', status: 'bounced', email: 'BEN@example.org' });
});
afterAll(() => api.close());

const carrier = '5f0c1d6e-5a39-4a51-9d0f-6f1f1a7b2c3d';

const later = (hours: number): Instant => addMs(dayZero, hours * 3_600_000);

type Kept = {
  orderId?: string;
  key: string;
  kind?: string;
  decision?: string;
  reason?: string;
  status?: string;
  until?: Instant;
  into?: string;
  email?: string;
  subject?: string;
};

let kept = 0;

/** A decision, an hour after the one before. Its id is a hash, like those of real mails. */
const keep = async (message: Kept): Promise<void> => {
  const {
    orderId = 'M',
    key,
    kind = 'countdown',
    decision = 'sent',
    email = 'ada@example.org',
  } = message;
  const { reason = null, status = null, until = null, into = null } = message;
  const mail = message.subject ? api.db.sql.json({ subject: message.subject }) : null;
  await api.db.sql`
    insert into messages (id, order_id, key, kind, class, decision, reason, held_until, merged_into,
      address_key, at, status, mail)
    values (md5(${key})::uuid, ${orderId}, ${key}, ${kind}, 'relationship', ${decision}, ${reason}, ${until},
      ${into}, ${addressKeyOf(email)}, ${later(kept++)}, ${status}, ${mail})`;
};

const list = async (query = '') => {
  const { status, body } = await api.call('GET', `/v1/messages${query}`, { as: 'read' });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

/** The messages of an answer, newest first, as `order decision status`. */
const found = async (query = ''): Promise<string[]> =>
  (await list(query)).data.map(
    ({ orderId, decision, status }: { orderId: string; decision: string; status: string }) =>
      `${orderId} ${decision}${status ? ` ${status}` : ''}`,
  );

it('lists the messages of all orders, newest first', async () => {
  expect(await found()).toEqual([
    ...['N sent bounced', 'N held', 'M held', 'M merged', 'M held', 'M sent delivered'],
  ]);
});

it('says what each mail is called, where there is one', async () => {
  const { data } = await list('?email=ada@example.org');
  expect(data.map(({ subject }: { subject: string | null }) => subject)).toEqual([
    ...[null, null, null, 'Thanks'],
  ]);
});

it('says until when one is held, and into which one was merged', async () => {
  const { data } = await list('?email=ada@example.org');
  expect(data.map(({ until, into }: { until: string; into: string }) => [until, into])).toEqual([
    ...[
      [null, null],
      [null, carrier],
      [later(9), null],
      [null, null],
    ],
  ]);
  const one = await api.call('GET', '/v1/messages?decision=merged', { as: 'read' });
  expect(one.body.data[0]).toMatchObject({ orderId: 'M', decision: 'merged', into: carrier });
});

it.each([
  ['?kind=shipped', ['M held']],
  ['?decision=merged', ['M merged']],
  ['?decision=held', ['N held', 'M held', 'M held']],
  ['?decision=sent&status=bounced', ['N sent bounced']],
  ['?email=Ben@Example.org', ['N sent bounced', 'N held']],
  [`?since=${later(4)}`, ['N sent bounced', 'N held']],
  [`?since=${later(1)}&until=${later(3)}`, ['M merged', 'M held']],
  ['?reason=quiet_hours', ['M held']],
  ['?reason=sending', ['N held', 'M held']],
  ['?reason=sending&decision=held', ['N held', 'M held']],
  ['?reason=sending&decision=sent', []],
  ['?class=service', []],
  ['?class=relationship&status=bounced', ['N sent bounced']],
  ['?email=nobody@example.org', []],
  ['?kind=countdown&decision=held&email=ada@example.org', ['M held']],
] as const)('narrows by %s', async (query, expected) => {
  expect(await found(query)).toEqual(expected);
});

it('goes on where a page ended', async () => {
  const data: unknown[] = [];
  let next = '';
  for (let pages = 0; next !== null && pages < 9; pages++) {
    const page = await list(`?limit=1${next && `&cursor=${next}`}`);
    data.push(...page.data);
    next = page.nextCursor;
  }
  expect(data).toEqual((await list()).data);
  expect(next).toBeNull();
});

it('refuses what it does not know, all at once', async () => {
  const query =
    '?kind=x&decision=sending&status=opened&email=x&since=today&until=x&reason=a%20b&class=y&colour=red';
  const { status, body } = await api.call('GET', `/v1/messages${query}`, { as: 'read' });
  expect(status).toBe(422);
  const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
  expect([...new Set(pointers)].sort()).toEqual([
    ...[
      '/class',
      '/colour',
      '/decision',
      '/email',
      '/kind',
      '/reason',
      '/since',
      '/status',
      '/until',
    ],
  ]);
});

it('needs a key that reads', async () => {
  expect((await api.call('GET', '/v1/messages', { as: 'fulfilment' })).status).toBe(403);
  expect((await api.call('GET', '/v1/messages', { as: null })).status).toBe(401);
});
