import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveApp } from '../../../dev/server.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import { chromiumPath, openBrowser, visit } from '../../support/page/browser.ts';
import { faultsOf } from '../../support/page/faults.ts';
import { createBuyer, type Served, serveStripe } from './serve.ts';

let served: Served;
let stripe: Stripe;

beforeAll(async () => {
  served = await serveStripe();
  stripe = served.stripe;
});
afterAll(() => served.close());

test('Stripe.js is a script that is loaded anew each time', async () => {
  const answer = await fetch(`${served.base}/stripe.js`);
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

/** Skipped where no Chromium is installed. */
describe.skipIf(chromiumPath === undefined)('a page with Stripe.js', () => {
  let browser: Browser;
  let shop: { close(): Promise<void> };
  let origin: string;

  /** On an origin of its own, under a policy that allows no style or script but these. */
  beforeAll(async () => {
    const port = await findFreePort();
    origin = `http://127.0.0.1:${port}`;
    const app = new Hono()
      .get('/pay', (c) => {
        const there = new URL(served.base).origin;
        c.header(
          'content-security-policy',
          `default-src 'none'; script-src 'nonce-1' ${there}; connect-src ${there}`,
        );
        return c.html(page(`${served.base}/stripe.js`));
      })
      .get('/done', (c) => c.html('<title>Done</title>'));
    [shop, browser] = await Promise.all([serveApp(app, port), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });

  const createIntent = async () =>
    stripe.paymentIntents.create({
      amount: 12900,
      currency: 'usd',
      customer: (await createBuyer(stripe)).customer,
      capture_method: 'manual',
    });
  const addressFor = ({ client_secret }: { client_secret: string | null }) =>
    `${origin}/pay?secret=${client_secret}`;
  const pay = async (window: Page, card: string) => {
    await window.getByLabel('Test card').selectOption(card);
    await window.getByRole('button', { name: 'Pay' }).click();
  };
  const resultOn = async (window: Page) => {
    await window.waitForSelector('output:not(:empty)');
    return JSON.parse((await window.textContent('output')) ?? '');
  };

  test('takes a card and pays', async () => {
    const intent = await createIntent();
    const result = await visit(browser, { url: addressFor(intent) }, async (window) => {
      await pay(window, 'pm_card_mastercard');
      return resultOn(window);
    });
    expect(result).toMatchObject({ paymentIntent: { id: intent.id, status: 'requires_capture' } });
  });

  test('is told why a card was declined, and may try another', async () => {
    const url = addressFor(await createIntent());
    const results = await visit(browser, { url }, async (window) => {
      await pay(window, 'pm_card_chargeDeclinedInsufficientFunds');
      const declined = await resultOn(window);
      await window.evaluate('document.querySelector("output").textContent = ""');
      await pay(window, 'pm_card_visa');
      return [declined, await resultOn(window)];
    });
    expect(results).toMatchObject([
      { error: { type: 'card_error', decline_code: 'insufficient_funds' } },
      { paymentIntent: { status: 'requires_capture' } },
    ]);
  });

  test('leaves for the bank, which is answered by keyboard, and comes back', async () => {
    const intent = await createIntent();
    const address = await visit(browser, { url: addressFor(intent) }, async (window) => {
      await pay(window, 'pm_card_authenticationRequired');
      await window.getByRole('button', { name: 'Complete authentication' }).waitFor();
      expect(await window.textContent('p')).toContain('$129.00');
      expect(await faultsOf(window)).toEqual([]);
      await window.keyboard.press('Tab');
      await window.keyboard.press('Enter');
      await window.waitForURL('**/done?**');
      return new URL(window.url());
    });
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      payment_intent: intent.id,
      redirect_status: 'succeeded',
    });
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('requires_capture');
  });

  test('saves a card for later', async () => {
    const { customer } = await createBuyer(stripe);
    const setup = await stripe.setupIntents.create({ customer });
    const result = await visit(browser, { url: addressFor(setup) }, async (window) => {
      await pay(window, 'pm_card_visa');
      return resultOn(window);
    });
    expect(result).toMatchObject({ setupIntent: { id: setup.id, status: 'succeeded' } });
  });

  test('has no fault that axe knows', async () => {
    const url = addressFor(await createIntent());
    expect(await visit(browser, { url }, faultsOf)).toEqual([]);
  });
});

const page = (script: string): string => `<!doctype html>
<html lang="en">
  <head><title>Pay</title><script src="${script}"></script></head>
  <body>
    <main>
      <h1>Pay</h1>
      <div id="card"></div>
      <button id="pay">Pay</button>
      <output></output>
    </main>
    <script nonce="1">
      const clientSecret = new URLSearchParams(location.search).get('secret');
      const stripe = Stripe('pk_test_local');
      const elements = stripe.elements({ clientSecret });
      elements.create('payment').mount('#card');
      document.querySelector('#pay').addEventListener('click', async () => {
        const { error } = await elements.submit();
        const confirm = clientSecret.startsWith('seti_') ? 'confirmSetup' : 'confirmPayment';
        const result = error
          ? { error }
          : await stripe[confirm]({
              elements,
              confirmParams: { return_url: location.origin + '/done' },
              redirect: 'if_required',
            });
        document.querySelector('output').textContent = JSON.stringify(result);
      });
    </script>
  </body>
</html>`;
