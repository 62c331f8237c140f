import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Served, serveApp } from '../../../../dev/server.ts';
import { findFreePort } from '../../../../dev/service/ports.ts';
import { place } from '../../../db/cast.ts';
import { chromiumPath, openBrowser, visit } from '../../../support/page/browser.ts';
import { faultsOf } from '../../../support/page/faults.ts';
import { providerScript } from '../../provider-script.ts';
import { startTestApp } from '../../test-app.ts';
import { askToConfirm, lantern, nothingPaid, offerCard, pathOf, say, troubled } from '../cast.ts';

const held = { paymentIntent: { status: 'requires_capture' } };

/** Skipped where no Chromium is installed; the other tests of the pages need none. */
describe.skipIf(chromiumPath === undefined)('paying in a browser', () => {
  let shop: Awaited<ReturnType<typeof startTestApp>>;
  let served: Served;
  let browser: Browser;
  let origin: string;
  let path: string;
  const offerId = randomUUID();

  beforeAll(async () => {
    const port = await findFreePort();
    origin = `http://127.0.0.1:${port}`;
    // The same server under another name, so that the provider's script comes from elsewhere.
    const jsUrl = `http://localhost:${port}/stripe.js`;
    const stripe = { webhookSecrets: [], publishableKey: 'pk_test_1', jsUrl };
    shop = await startTestApp({ shop: lantern, stripe });
    const app = new Hono()
      .get('/stripe.js', (c) =>
        c.body(providerScript, 200, {
          'Content-Type': 'text/javascript',
          'Cross-Origin-Resource-Policy': 'cross-origin',
        }),
      )
      .mount('/', shop.app.fetch);
    [served, browser] = await Promise.all([serveApp(app, port), openBrowser()]);
    await place(shop.db, { paying: ['LAMP:1'] });
    await askToConfirm(shop.db, 'paying');
    await offerCard(shop.db, { orderId: 'paying', offerId, clientSecret: 'seti_1_secret_1' });
    path = await pathOf(shop.db, 'paying');
  });
  beforeEach(() => {
    shop.acts.asked.length = 0;
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await shop?.close();
  });

  const open = <T>(at: string, look: (page: Page) => Promise<T>, options = {}): Promise<T> =>
    visit(browser, { url: `${origin}${path}${at}`, ...options }, look);

  const pages = {
    'the page of a payment': '/pay',
    'the question for another card': '/card',
    'the form for another card': `/card/${offerId}`,
  };
  /** What goes on by itself, looked at while its script cannot be loaded. */
  const passing = {
    'the pause before that form': `/card/${randomUUID()}`,
    'the way back from the bank': '/returned',
  };

  it.each(Object.entries(pages))('%s has no fault that axe knows', async (_, at) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      expect(await open(at, faultsOf, { colorScheme }), colorScheme).toEqual([]);
    }
  });

  it.each(Object.entries(passing))('%s has no fault that axe knows', async (_, at) => {
    const faults = await open('', async (page) => {
      await page.route('**/pay.js', (route) => route.abort());
      await page.goto(`${origin}${path}${at}`);
      return faultsOf(page);
    });
    expect(faults).toEqual([]);
  });

  it.each(Object.entries(pages))('%s fits a screen of 320 pixels', async (_, at) => {
    const width = await open(
      at,
      (page) => page.evaluate<number>('document.documentElement.scrollWidth'),
      { viewport: { width: 320, height: 640 } },
    );
    expect(width).toBe(320);
  });

  it('shows what the customer would agree to without a fault, and sends nothing unchecked', async () => {
    await place(shop.db, { asking: ['LAMP:1'] });
    const asked = { wants: 'both' as const, endsAt: '2027-01-10T15:00:00.000Z' };
    await say(shop.db, 'asking', { payment: { ...nothingPaid, state: 'asked', asked } });
    const url = `${origin}${await pathOf(shop.db, 'asking')}/card`;
    for (const colorScheme of ['light', 'dark'] as const) {
      const options = { url, colorScheme, viewport: { width: 320, height: 640 } };
      await visit(browser, options, async (page) => {
        expect(await faultsOf(page), colorScheme).toEqual([]);
        const width = await page.evaluate<number>('document.documentElement.scrollWidth');
        expect(width).toBe(320);
        await page.getByRole('button', { name: 'Agree and continue' }).click();
        expect(page.url()).toBe(url);
        expect(await page.evaluate<boolean>('document.forms[0].checkValidity()')).toBe(false);
        expect(shop.acts.asked).toEqual([]);
        await page.getByRole('checkbox').check();
        await Promise.all([
          page.waitForRequest((each) => each.method() === 'POST'),
          page.getByRole('button', { name: 'Agree and continue' }).click(),
        ]);
        await page.getByText('We are getting the card form ready.').waitFor();
      });
      expect(shop.acts.asked.map(({ request }) => request.type)).toContain('AcceptMandate');
      shop.acts.asked.length = 0;
    }
  });

  it('confirms with the card on file, then tells us and shows the order', async () => {
    await open('/pay', async (page) => {
      await answerWith(page, held);
      const button = page.getByRole('button', { name: 'Confirm with the card on file' });
      const [request] = await Promise.all([
        page.waitForRequest((each) => each.method() === 'POST'),
        button.click(),
      ]);
      expect(request.url()).toBe(`${origin}${path}/paid`);
      await page.waitForURL(`${origin}${path}?done=payment`);
    });
    expect(shop.acts.asked).toMatchObject([{ request: { type: 'LookAtPayment' } }]);
  });

  it('asks the provider for exactly this payment, and to come back to this order', async () => {
    await open('/pay', async (page) => {
      await page.getByRole('button', { name: 'Confirm with the card on file' }).click();
      await page.getByText('That did not work.').waitFor();
      const return_url = `${origin}${path}/returned`;
      expect(await askedOf(page)).toEqual([
        {
          what: 'payment',
          clientSecret: 'pi_1_secret_1',
          confirmParams: { return_url, payment_method: 'pm_1' },
          redirect: 'if_required',
        },
      ]);
    });
  });

  it('pays with another card by the fields of the provider', async () => {
    await open('/pay', async (page) => {
      await page.getByText('payment pk_test_1 pi_1_secret_1').waitFor();
      await page.getByRole('button', { name: 'Pay with this card' }).click();
      await page.getByText('That did not work.').waitFor();
      const confirmParams = { return_url: `${origin}${path}/returned` };
      const redirect = 'if_required';
      expect(await askedOf(page)).toEqual([{ what: 'payment', confirmParams, redirect }]);
    });
  });

  it.each([
    [{ type: 'card_error', message: 'Stolen card.' }, 'Your card was declined.'],
    [
      { type: 'validation_error', message: 'Your card number is incomplete.' },
      'Your card number is incomplete.',
    ],
    [
      { type: 'invalid_request_error', code: 'payment_intent_authentication_failure' },
      'The payment was not confirmed.',
    ],
  ])('says what to do about %j, and lets the customer try again', async (error, told) => {
    await open('/pay', async (page) => {
      await answerWith(page, { error });
      const button = page.getByRole('button', { name: 'Pay with this card' });
      await button.click();
      await page.getByText(told).waitFor();
      expect(await page.getByRole('status').textContent()).toContain(told);
      expect(await page.getByText('Stolen').count()).toBe(0);
      expect(await button.isEnabled()).toBe(true);
    });
    expect(shop.acts.asked).toEqual([]);
  });

  it('takes card after card without being loaded again, until one is approved', async () => {
    await open('/pay?again', async (page) => {
      await page.getByText('The payment was not confirmed.').waitFor();
      const error = { type: 'card_error', decline_code: 'insufficient_funds' };
      for (const answer of [{ error }, { error }, held]) await answerWith(page, answer);
      const button = page.getByRole('button', { name: 'Pay with this card' });
      for (const _ of [1, 2]) {
        await button.click();
        await page.getByText('Your card was declined.').waitFor();
      }
      await button.click();
      await page.waitForURL(`${origin}${path}?done=payment`);
    });
    expect(shop.acts.asked).toHaveLength(1);
  });

  it('goes on when the payment was confirmed before, in another window', async () => {
    await open('/pay', async (page) => {
      const payment_intent = { status: 'requires_capture' };
      await answerWith(page, { error: { type: 'invalid_request_error', payment_intent } });
      await page.getByRole('button', { name: 'Pay with this card' }).click();
      await page.waitForURL(`${origin}${path}?done=payment`);
    });
  });

  it('loads the page again when what it asks for has ended', async () => {
    const error = { type: 'invalid_request_error', payment_intent: { status: 'canceled' } };
    await open('/pay', async (page) => {
      await answerWith(page, { error });
      await say(shop.db, 'paying', { phase: 'cancelled', outcome: 'cancelled' });
      await page.getByRole('button', { name: 'Pay with this card' }).click();
      await page.getByText('There is nothing left to pay').waitFor();
    });
    await say(shop.db, 'paying', { payment: troubled({ reason: 'authentication' }) });
  });

  it('takes another card', async () => {
    await open(`/card/${offerId}`, async (page) => {
      await page.getByText('payment pk_test_1 seti_1_secret_1').waitFor();
      await answerWith(page, { setupIntent: { status: 'succeeded' } });
      await page.getByRole('button', { name: 'Use this card' }).click();
      await page.waitForURL(`${origin}${path}?done=payment`);
    });
    expect(shop.acts.asked).toMatchObject([{ request: { type: 'LookAtPayment' } }]);
  });

  it('shows the form as soon as the provider has made it ready', async () => {
    const late = randomUUID();
    await open(`/card/${late}`, async (page) => {
      await offerCard(shop.db, { orderId: 'paying', offerId: late, clientSecret: 'seti_2' });
      await page.getByText('payment pk_test_1 seti_2').waitFor();
    });
  });

  it('goes on by itself after a visit to the bank, and by hand without a script', async () => {
    const arrived = `${origin}${path}?done=payment`;
    await open('/card', async (page) => {
      await page.goto(`${origin}${path}/returned?redirect_status=succeeded`);
      await page.waitForURL(arrived);
      // Going back does not lead into the same turn again.
      await page.goBack();
      expect(page.url()).toBe(`${origin}${path}/card`);
    });
    const look = async (page: Page) => {
      await page.getByRole('button', { name: 'Continue' }).click();
      expect(page.url()).toBe(arrived);
    };
    await open('/returned', look, { javaScriptEnabled: false });
    expect(shop.acts.asked).toHaveLength(2);
  });

  it('says that the provider cannot be reached', async () => {
    await open('/card', async (page) => {
      await page.route('**/stripe.js', (route) => route.abort());
      await page.goto(`${origin}${path}/pay`);
      await page.getByText('We cannot reach the payment provider.').waitFor();
    });
  });

  it('offers the page of the payment on the order', async () => {
    await open('', async (page) => {
      await page.getByRole('link', { name: 'Confirm your payment' }).click();
      expect(page.url()).toBe(`${origin}${path}/pay`);
    });
    await place(shop.db, { declined: ['LAMP:1'] });
    await say(shop.db, 'declined', { payment: troubled() });
    const declined = await pathOf(shop.db, 'declined');
    await visit(browser, { url: `${origin}${declined}` }, async (page) => {
      await page.getByRole('link', { name: 'Use a different card' }).click();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('heading', { name: 'One moment, please' }).waitFor();
    });
  });
});

/** Waits until the page is ready, so that the provider's script is there to be told. */
const answerWith = async (page: Page, answer: object): Promise<void> => {
  await page.getByText('payment pk_test_1').waitFor();
  await page.evaluate(`answers.push(${JSON.stringify(answer)})`);
};

const askedOf = (page: Page): Promise<unknown> => page.evaluate('asked');
