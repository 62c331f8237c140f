import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Unavailable } from '../../../../api/temporal/port.ts';
import { countRows } from '../../../db/count-rows.ts';
import { freeLaw } from '../../../support/cast.ts';
import { textOf } from '../../../support/page/page-text.ts';
import { startTestApp } from '../../test-app.ts';
import { goTo, lantern, say } from '../cast.ts';
import { fieldIn, informed, missed, now, placeWith } from './cast.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
let path: string;
let count = 0;
let orderId: string;

beforeAll(async () => {
  shop = await startTestApp({ shop: lantern });
});
afterAll(() => shop.close());
const order = async (law = missed(), country = 'DE') => {
  orderId = `period-${++count}`;
  path = await placeWith(shop.db, orderId, { law, country, locale: `en-${country}` });
  shop.acts.forget();
};
beforeEach(() => order());

const get = (at = '') => shop.call('GET', `${path}${at}`, { as: null });
const read = async (at = ''): Promise<string> => textOf((await get(at)).body);

const post = (body: string) =>
  shop.call('POST', `${path}/further-period`, {
    as: null,
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });

const form = async (until: string): Promise<string> =>
  `formId=${fieldIn((await get()).body, 'formId')}&until=${until}`;

const requests = () => shop.acts.asked.filter((act) => act.orderId === orderId);

describe('after a day that was missed', () => {
  it('the page says so, and how to set a last day or end the contract', async () => {
    const { body } = await get();
    const text = textOf(body);
    expect(text).toContain('Your order was due to arrive by Friday, 8 January 2027');
    expect(text).toContain('give us one last day to deliver, or end the contract');
    expect(body).toMatch(/<input[^>]*type="date"[^>]*min="2027-01-11" max="2028-01-10"/);
    expect(text).toContain('End the contract');
  });

  it('that was essential no last day is needed', async () => {
    await order(missed({ isEssential: true }));
    expect(await read()).toContain('so you can end the contract right away');
  });

  it.each(['2027-01-11', '2027-02-28', '2028-01-10'])('a last day is heard: %s', async (until) => {
    const { status, headers } = await post(await form(until));
    expect(status).toBe(303);
    expect(headers.get('Location')).toBe(`${path}?done=period`);
    expect(requests()).toMatchObject([
      {
        request: { type: 'SetFurtherPeriod', until, channel: 'page' },
        id: expect.stringMatching(/^period\/page-[\da-f-]{36}$/),
      },
    ]);
  });

  it.each(['', '2027-01-10', '2020-05-05', '2028-01-11', '9999-12-31', '2027-02-30', 'open', "'"])(
    'a day that cannot be the last one changes nothing: %j',
    async (until) => {
      const sent = await form(encodeURIComponent(until));
      const before = await countRows(shop.db);
      const { status, body } = await post(sent);
      expect(status).toBe(422);
      expect(textOf(body)).toContain(
        'Please choose a day from Monday, 11 January 2027 to Monday, 10 January 2028.',
      );
      expect(requests()).toEqual([]);
      expect(await countRows(shop.db)).toEqual(before);
    },
  );

  it('tomorrow is counted where the order goes to', async () => {
    // Already the 11th in Berlin, and still the 10th where the servers count.
    await goTo(shop.db, orderId, '2027-01-10T23:30:00.000Z');
    expect((await post(await form('2027-01-11'))).status).toBe(422);
    expect((await post(await form('2027-01-12'))).status).toBe(303);
  });

  it('twice at once is one', async () => {
    const sent = await form('2027-02-01');
    await Promise.all([post(sent), post(sent)]);
    expect(new Set(requests().map(({ id }) => id)).size).toBe(1);
  });

  it('the last day that was set is shown, and that it has passed once it has', async () => {
    const set = { furtherOn: '2027-02-01', deadlineOn: '2027-02-01', maySetPeriod: false };
    await say(shop.db, orderId, { law: missed(set) });
    const text = await read('?done=period');
    expect(text).toContain('Done: we have noted the last day');
    expect(text).toContain('You gave us until Monday, 1 February 2027 at the latest to deliver.');
    await say(shop.db, orderId, {
      law: missed({ furtherOn: '2027-01-09', deadlineOn: '2027-01-09' }),
    });
    const over = await read();
    expect(over).toContain(
      'The last day that you gave us to deliver has passed: Saturday, 9 January 2027.',
    );
    expect(over).toContain('that we missed that day too. You can end the contract by canceling');
    expect(over).not.toContain('give us one last day');
  });

  it('that was just set is not asked for again before the days are worked out anew', async () => {
    await say(shop.db, orderId, { law: missed({ furtherOn: '2027-02-01' }) });
    expect(await read()).not.toContain('was due to arrive');
    const answer = { accept: true, until: '2027-02-01', channel: 'page', at: now };
    const { notice } = informed({ answer });
    await say(shop.db, orderId, { law: { ...missed(), notice } });
    expect(await read()).not.toContain('was due to arrive');
  });

  it('is kept while the backorder cannot be asked', async () => {
    shop.acts.answer = () => Promise.reject(new Unavailable());
    expect((await post(await form('2027-02-01'))).headers.get('Location')).toBe(path);
    expect(await read()).toContain('until Monday, 1 February 2027 at the latest to deliver');
  });

  it('that the backorder refuses leaves nothing behind', async () => {
    shop.acts.answer = async () => ({ refused: 'nothing_to_answer' });
    const sent = await form('2027-02-01');
    const before = await countRows(shop.db);
    const { status, body } = await post(sent);
    expect(status).toBe(409);
    expect(textOf(body)).toContain('You cannot give us a last day now');
    expect(await countRows(shop.db)).toEqual(before);
  });
});

it('nothing is set before a miss, nor outside the Union and the Kingdom', async () => {
  await order(missed({ maySetPeriod: false }), 'GB');
  expect(await read()).not.toContain('was due to arrive');
  expect((await get('/further-period')).status).toBe(200);
  await order({ ...freeLaw, policy: 'us' }, 'US');
  expect((await get('/further-period')).status).toBe(404);
  expect((await post('until=2027-02-01')).status).toBe(409);
  expect(requests()).toEqual([]);
});
