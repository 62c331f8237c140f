import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { textOf } from '../../../support/page/page-text.ts';
import { startTestApp } from '../../test-app.ts';
import { cancel, lantern, payUpfront } from '../cast.ts';
import { asked, informed, mailNotice, now, placeWith } from './cast.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
let path: string;
let count = 0;
let orderId: string;

beforeAll(async () => {
  shop = await startTestApp({ shop: lantern });
});
afterAll(() => shop.close());

const order = async (law = asked(), at: { country?: string; locale?: string } = {}) => {
  orderId = `notice-${++count}`;
  path = await placeWith(shop.db, orderId, { law, ...at });
};

const get = (at = '') => shop.call('GET', `${path}${at}`, { as: null });
const read = async (at = ''): Promise<string> => textOf((await get(at)).body);

describe('a notice on the page', () => {
  it('says what changed and why, what silence does, the right to cancel, and two answers', async () => {
    await order();
    await mailNotice(shop.db, orderId, { reason: 'The ship is late.', before: '2027-01-15' });
    const { body } = await get();
    const text = textOf(body);
    expect(text).toContain('Your order is delayed. Do you want to wait?');
    expect(text).toMatch(/The date we gave you\s+Friday, January 15, 2027/);
    expect(text).toMatch(/The new date\s+Monday, February 1, 2027/);
    expect(text).toContain('The reason: The ship is late.');
    expect(text).toContain(
      'If we do not hear from you, you agree to the new date, Monday, February 1, 2027. Even then, you can still cancel',
    );
    expect(text).toContain('You can cancel anything that has not shipped, free of charge.');
    expect(text).toContain('Nothing will be charged for what you cancel.');
    expect(body).toContain(`href="${path}/answer?choose=keep"`);
    expect(body).toContain(`href="${path}/answer?choose=cancel"`);
  });

  it('that silence ends names the last day to answer, as it is where the order goes', async () => {
    const ends = { kind: 'later', answerOn: '2027-01-15' } as const;
    await order(asked(ends, { silence: 'cancels' }));
    expect(await read()).toContain(
      'If we do not hear from you by the end of Friday, January 15, 2027, everything that has not shipped by then will be canceled.',
    );
  });

  it('without a date says so', async () => {
    const undated = { kind: 'first_undated', newOn: null } as const;
    await order(asked(undated, { silence: 'cancels' }));
    expect(await read()).toContain('We cannot give you a new date yet.');
  });

  it('of the Union asks too, and silence changes nothing', async () => {
    await order(informed(), { country: 'DE' });
    expect(await read()).toContain('you have not agreed to another date, and your order goes on');
  });

  it('says when what was paid is sent back', async () => {
    await order();
    await payUpfront(shop.db, orderId, { terms: 'prepaid', amount: 26_700 });
    expect(await read()).toContain('What is refunded is sent within 7 working days.');
    await order(informed(), { country: 'DE' });
    await payUpfront(shop.db, orderId, { terms: 'prepaid', amount: 26_700 });
    expect(await read()).toContain('without undue delay, and within 14 days at the latest');
  });

  it('that was answered says what was answered, and when', async () => {
    const answer = { accept: true, until: '2027-02-20', channel: 'page', at: now };
    await order(asked({ answer }, { mayAnswer: false, silence: 'none' }));
    const text = await read('?done=answered');
    expect(text).toContain('Done: we have noted your answer.');
    expect(text).toContain(
      'On Sunday, January 10, 2027, you agreed to wait until Saturday, February 20, 2027.',
    );
    expect(text).not.toContain('Do you want to wait?');
  });

  it('is not shown any more once nothing is open, whatever the workflow said last', async () => {
    await order();
    await cancel(shop.db, orderId);
    expect(await read()).not.toContain('Do you want to wait?');
    expect(await read('/answer')).toContain('has already been canceled');
  });

  it.each([
    ['de-DE', 'Ihre Bestellung verspätet sich. Möchten Sie warten?', 'Bestellung behalten'],
    ['fr-FR', 'Votre commande a du retard. Voulez-vous', 'Garder ma commande'],
    ['es-ES', 'Tu pedido se retrasa. ¿Quieres esperar?', 'Mantener mi pedido'],
  ])('speaks %s', async (locale, heading, keep) => {
    await order(asked(), { locale });
    const text = await read();
    expect(text).toContain(heading);
    expect(text).toContain(keep);
    expect(await read('/answer')).toContain(keep);
  });
});

test('what the law ended is told in the order’s past', async () => {
  await order();
  await cancel(shop.db, orderId);
  expect(await read()).toContain('2 items were canceled.');
  await shop.db.sql`update cancellations set by = 'law' where order_id = ${orderId}`;
  expect(await read()).toContain('2 items were canceled, because we did not ship them in time.');
});
