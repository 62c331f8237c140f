import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { OutcomeUnknown, Unavailable } from '../../../../api/temporal/port.ts';
import { closeWord } from '../../../../db/backorder/words.ts';
import { countRows } from '../../../db/count-rows.ts';
import { textOf } from '../../../support/page/page-text.ts';
import { startTestApp } from '../../test-app.ts';
import { lantern, say } from '../cast.ts';
import { asked, fieldIn, firstNotice, mailNotice, now, placeWith } from './cast.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
let path: string;
let count = 0;
let orderId: string;

beforeAll(async () => {
  shop = await startTestApp({ shop: lantern });
});
afterAll(() => shop.close());

const order = async (law = asked()) => {
  orderId = `law-${++count}`;
  path = await placeWith(shop.db, orderId, { law });
  shop.acts.forget();
};

const get = (at = '') => shop.call('GET', `${path}${at}`, { as: null });
const read = async (at = ''): Promise<string> => textOf((await get(at)).body);

const post = (body: string, headers: Record<string, string> = {}) =>
  shop.call('POST', `${path}/answer`, {
    as: null,
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });

const keepForm = async (rest = 'until=notice'): Promise<string> => {
  const { body } = await get('/answer');
  const notice = encodeURIComponent(fieldIn(body, 'notice'));
  return `formId=${fieldIn(body, 'formId')}&choice=keep&notice=${notice}&${rest}`;
};

const cancelForm = async (rest = 'answer=yes'): Promise<string> =>
  `formId=${fieldIn((await get('/answer')).body, 'formId')}&choice=cancel&${rest}`;

const requests = () =>
  shop.acts.asked.filter((act) => act.orderId === orderId).map(({ request }) => request);

describe('the page of the answer', () => {
  beforeEach(() => order());

  it('shows first what the link chose, and sets nothing', async () => {
    const before = await countRows(shop.db);
    const keep = (await get('/answer?choose=keep')).body as string;
    const cancelled = (await get('/answer?choose=cancel')).body as string;
    await shop.call('HEAD', `${path}/answer?choose=cancel`, { as: null });
    expect(keep.indexOf('id="keep"')).toBeLessThan(keep.indexOf('id="cancel"'));
    expect(cancelled.indexOf('id="cancel"')).toBeLessThan(cancelled.indexOf('id="keep"'));
    const radio = /<input[^>]*name="answer"[^>]*>/g;
    for (const body of [keep, cancelled]) {
      expect(body.match(radio)).toHaveLength(2);
      expect(body.match(radio)?.join()).not.toContain('checked');
    }
    expect(shop.acts.asked).toEqual([]);
    expect(await countRows(shop.db)).toEqual(before);
  });

  it('says that silence ends the order, though the end of that day is not worked out yet', async () => {
    const told = { kind: 'first_beyond_30', answerOn: '2027-02-14' } as const;
    await order(asked(told, { silence: 'cancels' }));
    expect(await read('/answer')).toContain('Sunday, February 14, 2027');
    const { body } = await shop.call('GET', `/v1/backorders/${orderId}`);
    const notice = { answerBy: '2027-02-15T05:00:00.000Z' };
    expect(body).toMatchObject({ law: { silence: 'cancels', notice } });
  });

  it('offers more than the new date to the first notice alone', async () => {
    expect(await read('/answer')).toContain('As long as it takes');
    await order(asked({ kind: 'later' }));
    const text = await read('/answer');
    expect(text).not.toContain('As long as it takes');
    expect(text).toContain('You agree to wait until Monday, February 1, 2027.');
  });
});

describe('an answer', () => {
  beforeEach(() => order());

  it.each([
    ['until=notice', '2027-02-01'],
    ['until=open', 'open'],
    ['until=day&day=2027-02-01', '2027-02-01'],
    ['until=day&day=2027-03-05', '2027-03-05'],
    ['until=open&day=2027-03-05', 'open'],
  ])('to wait is heard: %s', async (choice, until) => {
    const { status, headers } = await post(await keepForm(choice));
    expect(status).toBe(303);
    expect(headers.get('Location')).toBe(`${path}?done=answered`);
    expect(requests()).toMatchObject([
      { type: 'AnswerNotice', accept: true, until, channel: 'page' },
    ]);
    expect(shop.acts.asked.at(-1)?.id).toMatch(/^answer\/page-[\da-f-]{36}$/);
  });

  it('to a notice without a date is to wait as long as it takes', async () => {
    await order(asked({ kind: 'later', newOn: null }));
    await post(await keepForm());
    expect(requests()).toMatchObject([{ accept: true, until: 'open' }]);
  });

  it('to a notice without a date takes no day before the one that stood', async () => {
    await order(asked({ kind: 'first_undated', newOn: null }));
    await mailNotice(shop.db, orderId, { reason: 'Lost at sea', before: '2027-01-15' });
    expect((await get('/answer')).body).toContain('min="2027-01-15"');
    expect((await post(await keepForm('until=day&day=2027-01-14'))).status).toBe(422);
    expect(requests()).toEqual([]);
    expect((await post(await keepForm('until=day&day=2027-01-15'))).status).toBe(303);
  });

  it('that ends the order is heard as that, and keeps why', async () => {
    const { status, headers } = await post(await cancelForm());
    expect(status).toBe(303);
    expect(headers.get('Location')).toBe(`${path}?done=cancelled`);
    const [request] = requests();
    expect(request).toMatchObject({ type: 'AnswerNotice', accept: false, until: null });
    const wordId = request?.type === 'AnswerNotice' && request.wordId;
    expect(
      await shop.db.sql`select cancel_id, by from cancellations where order_id = ${orderId}`,
    ).toEqual([{ cancelId: wordId, by: 'customer' }]);
  });

  it.each([
    ['no radio', '', 'choose whether you want to cancel'],
    ['both radios', 'answer=yes&answer=no', 'choose whether you want to cancel'],
    ['nonsense', 'answer=maybe', 'choose whether you want to cancel'],
  ])('that would end it changes nothing with %s', async (_, rest, words) => {
    const form = await cancelForm(rest);
    const before = await countRows(shop.db);
    const { status, body } = await post(form);
    expect(status).toBe(422);
    expect(textOf(body)).toContain(words);
    expect(requests()).toEqual([]);
    expect(await countRows(shop.db)).toEqual(before);
  });

  it('not to cancel leads back, and asks nobody', async () => {
    expect((await post(await cancelForm('answer=no'))).headers.get('Location')).toBe(path);
    expect(requests()).toEqual([]);
  });

  it.each([
    '',
    'until=',
    'until=day',
    'until=day&day=2027-01-31',
    'until=day&day=2020-01-01',
    'until=day&day=9999-12-31',
    'until=day&day=2027-02-30',
    'until=day&day=soon',
    'until=day&day=2027-03-05&day=2027-03-06',
    'until=2027-03-05',
    'until=open&until=notice',
    'until=%00&day=%F0%9F%90%9B',
  ])('to wait until nobody knows when changes nothing: %j', async (rest) => {
    const form = await keepForm(rest);
    const before = await countRows(shop.db);
    const { status, body } = await post(form);
    expect(status).toBe(422);
    expect(textOf(body)).toContain('Nothing was changed. Please choose');
    expect(requests()).toEqual([]);
    expect(await countRows(shop.db)).toEqual(before);
  });

  it('that says neither is asked for again', async () => {
    expect((await post('')).status).toBe(422);
    expect((await post('choice=both')).status).toBe(422);
    expect(requests()).toEqual([]);
  });

  it('twice at once is one', async () => {
    const form = await keepForm();
    const answers = await Promise.all([post(form), post(form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set(shop.acts.asked.map(({ id }) => id)).size).toBe(1);
    const answer = { accept: true, until: '2027-02-01', channel: 'page', at: now };
    await say(shop.db, orderId, { law: asked({ answer }, { mayAnswer: false }) });
    shop.acts.answer = async () => ({ refused: 'nothing_to_answer' });
    expect((await post(form)).headers.get('Location')).toBe(`${path}?done=answered`);
  });

  it('is to the notice that was read, and to no newer one', async () => {
    const form = await keepForm();
    const newer = { sentAt: '2027-01-10T14:00:00.000Z', newOn: '2027-03-01' };
    await say(shop.db, orderId, { law: asked(newer) });
    const { status, body } = await post(form);
    expect(status).toBe(422);
    expect(textOf(body)).toContain('we gave you a newer date in the meantime');
    expect(textOf(body)).toContain('Monday, March 1, 2027');
    expect(requests()).toEqual([]);
  });

  it('that a newer date has overtaken is asked for again', async () => {
    const form = await keepForm();
    shop.acts.answer = async () => ({ refused: 'until_too_early' });
    const before = await countRows(shop.db);
    const { status, body } = await post(form);
    expect(status).toBe(422);
    expect(textOf(body)).toContain('Please answer again.');
    expect(await countRows(shop.db)).toEqual(before);
  });

  it('with nothing to answer is told why, and leaves nothing behind', async () => {
    const form = await keepForm();
    const answer = { accept: true, until: 'open' as const, channel: 'phone', at: now };
    await say(shop.db, orderId, { law: asked({ answer }, { mayAnswer: false }) });
    shop.acts.answer = async () => ({ refused: 'nothing_to_answer' });
    const before = await countRows(shop.db);
    const { status, body } = await post(form);
    expect(status).toBe(409);
    expect(textOf(body)).toContain('There is nothing to answer');
    expect(textOf(body)).toContain('you agreed to wait as long as it takes');
    expect(await countRows(shop.db)).toEqual(before);
  });

  it.each([
    ['no answer came in time', new OutcomeUnknown()],
    ['backorders cannot be reached', new Unavailable()],
  ])('is kept while %s, and the page says so', async (_, outage) => {
    shop.acts.answer = () => Promise.reject(outage);
    const form = await keepForm('until=day&day=2027-03-05');
    expect((await post(form)).headers.get('Location')).toBe(path);
    const text = await read();
    expect(text).toContain('We have received your answer');
    expect(text).toContain('you want to wait until Friday, March 5, 2027');
    expect(text).not.toContain('Do you want to wait?');
    expect((await get('/answer')).headers.get('Location')).toBe(path);
    const [{ id: wordId = '' } = {}] = shop.acts.asked;
    await closeWord(shop.db.sql, { orderId, wordId, outcome: 'done' });
    const later = await read();
    expect(later).not.toContain('We have received your answer');
    expect(later).toContain('You agreed to wait until Friday, March 5, 2027.');
  });

  it('that ends the order is kept as a cancellation is', async () => {
    shop.acts.answer = () => Promise.reject(new Unavailable());
    await post(await cancelForm());
    const { body } = await get();
    expect(textOf(body)).toContain('We have received your cancellation');
    expect(body).not.toContain(`${path}/cancel`);
  });

  it('that was refused only later is told, until another is heard', async () => {
    shop.acts.answer = () => Promise.reject(new Unavailable());
    await post(await keepForm());
    const [{ id: wordId = '' } = {}] = shop.acts.asked;
    await closeWord(shop.db.sql, { orderId, wordId, outcome: 'until_too_early' });
    expect(await read()).toContain('we had given you a newer date');
    shop.acts.answer = async () => ({ ok: true });
    await post(await keepForm('until=open'));
    expect(await read()).not.toContain('we had given you a newer date');
  });

  it('is in the file of all that we keep', async () => {
    await post(await keepForm('until=open'));
    const { body } = await get('/data');
    expect(body.answers).toMatchObject([
      { type: 'AnswerNotice', accept: true, until: 'open', channel: 'page', outcome: 'done' },
    ]);
  });

  it('of another order’s form is to the order of the link', async () => {
    const form = await keepForm();
    const other = path;
    await order();
    await post(form);
    expect(requests()).toHaveLength(1);
    path = other;
    expect(await read()).toContain('Do you want to wait?');
  });
});

test('what nobody asked is told so, whatever it is', async () => {
  await order({ ...asked(), mayAnswer: false, notice: null });
  expect((await get('/answer')).status).toBe(200);
  expect(await read('/answer')).toContain('We are not waiting for an answer about this order.');
  shop.acts.answer = async () => ({ refused: 'nothing_to_answer' });
  const notice = encodeURIComponent(firstNotice.sentAt);
  const { status } = await post(`choice=keep&notice=${notice}&until=notice`);
  expect(status).toBe(409);
});
