/**
 * Stands in for Stripe.js as far as the shop's pages use it: same calls, same results. Its payment
 * element offers test cards instead of asking for a number. Whatever the bank wants to ask it asks
 * on a page of its own, where Stripe.js often opens a window instead.
 */
(() => {
  /** @import { Answer, Confirmation, Elements, Failure, Node, Page, Result } from './page.ts' */
  const page = /** @type {Page} */ (/** @type {unknown} */ (globalThis));
  const { document, location } = page;
  const api = new URL('v1/', document.currentScript?.src);

  /** @type {[method: string, label: string][]} */
  const cards = [
    ['pm_card_visa', 'Visa that works, 4242'],
    ['pm_card_mastercard', 'Mastercard that works, 4444'],
    ['pm_card_authenticationRequired', 'Visa that always asks for 3D Secure, 3184'],
    ['pm_card_authenticationRequiredOnSetup', 'Visa that asks for 3D Secure once, 3155'],
    ['pm_card_chargeCustomerFail', 'Visa that is declined when it is charged, 0341'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'Visa with insufficient funds, 9995'],
    ['pm_card_chargeDeclinedExpiredCard', 'Visa that has expired, 0069'],
    ['pm_card_chargeDeclinedLostCard', 'Visa that was lost, 9987'],
    ['pm_card_chargeDeclinedFraudulent', 'Visa blocked as fraud, 0019'],
    ['pm_card_createDispute', 'Visa whose charge will be disputed, 0259'],
  ];

  /** @type {WeakMap<object, Elements>} */
  const states = new WeakMap();
  let fields = 0;

  /** @param {string} key */
  page.Stripe = function Stripe(key) {
    if (!/^pk_test_\w+$/.test(key ?? ''))
      throw new Error('Stripe() needs a publishable key; here only pk_test_ keys are known.');
    return {
      elements: createElements,
      /** @param {Confirmation} options */
      confirmPayment: (options) => confirm(key, options),
      /** @param {Confirmation} options */
      confirmSetup: (options) => confirm(key, options),
      /** @param {string} secret */
      retrievePaymentIntent: (secret) => retrieve(key, secret),
      /** @param {string} secret */
      retrieveSetupIntent: (secret) => retrieve(key, secret),
      /** @param {{ clientSecret: string }} options */
      handleNextAction: async ({ clientSecret }) => follow(await retrieve(key, clientSecret)),
    };
  };

  /** @param {{ clientSecret?: string }} [options] */
  function createElements({ clientSecret } = {}) {
    /** @type {Elements} */
    const state = { clientSecret, field: undefined };
    /** @type {object | null} */
    let element = null;
    const elements = {
      /** @param {string} type */
      create(type) {
        if (type !== 'payment') throw new Error(`There is no ${type} element here, only payment.`);
        element = createPaymentElement(state);
        return element;
      },
      getElement: () => element,
      submit: async () => (state.field ? {} : { error: notMounted }),
      fetchUpdates: async () => ({}),
      update() {},
    };
    states.set(elements, state);
    return elements;
  }

  /** @param {Elements} state */
  function createPaymentElement(state) {
    /** @type {Record<string, ((event: object) => void)[]>} */
    const listeners = {};
    /** @type {Node | undefined} */
    let box;
    /** @param {string} name @param {object} event */
    const tell = (name, event) => {
      for (const listener of listeners[name] ?? []) listener({ elementType: 'payment', ...event });
    };
    const unmount = () => {
      box?.remove();
      box = undefined;
      state.field = undefined;
    };
    return {
      /** @param {string | Node} target */
      mount(target) {
        const place = typeof target === 'string' ? document.querySelector(target) : target;
        if (!place) throw new Error(`The selector you specified (${target}) applies to nothing.`);
        const field = createField();
        field.addEventListener('change', () =>
          tell('change', { complete: true, empty: false, value: { type: 'card' } }),
        );
        box = createBox(field);
        place.replaceChildren(box);
        state.field = field;
        setTimeout(() => tell('ready', {}));
      },
      /** @param {string} name @param {(event: object) => void} listener */
      on(name, listener) {
        listeners[name] = [...(listeners[name] ?? []), listener];
        return this;
      },
      focus: () => state.field?.focus(),
      update() {},
      unmount,
      destroy: unmount,
    };
  }

  function createField() {
    const field = document.createElement('select');
    fields += 1;
    field.id = `stand-in-card-${fields}`;
    field.style.font = 'inherit';
    field.style.padding = '0.5rem';
    field.style.maxWidth = '100%';
    for (const [method, text] of cards) {
      const option = document.createElement('option');
      option.value = method;
      option.textContent = text;
      field.append(option);
    }
    return field;
  }

  /** @param {Node} field */
  function createBox(field) {
    const label = document.createElement('label');
    label.htmlFor = field.id;
    label.textContent = 'Test card';
    label.style.display = 'block';
    const note = document.createElement('p');
    note.textContent = 'Test cards of the Stripe stand-in. No real card is asked for or charged.';
    const box = document.createElement('div');
    box.append(label, field, note);
    return box;
  }

  /**
   * @param {string} key
   * @param {Confirmation} options
   * @returns {Promise<Result>}
   */
  async function confirm(key, { elements, clientSecret, confirmParams = {}, redirect = 'always' }) {
    const state = elements && states.get(elements);
    const secret = clientSecret ?? state?.clientSecret;
    const method = confirmParams.payment_method ?? state?.field?.value;
    if (!secret) throw new Error('confirm needs the clientSecret, or elements made with it.');
    if (redirect === 'always' && !confirmParams.return_url)
      throw new Error('confirmParams.return_url is required unless redirect is if_required.');
    if (elements && !state?.field) return { error: notMounted };
    const result = await call(key, `${pathOf(secret)}/confirm`, {
      client_secret: secret,
      ...(method ? { payment_method: method } : {}),
      ...(confirmParams.return_url ? { return_url: confirmParams.return_url } : {}),
    });
    return follow(result, redirect === 'always' ? confirmParams.return_url : undefined);
  }

  /** @param {string} key @param {string} secret */
  function retrieve(key, secret) {
    return call(key, `${pathOf(secret)}?${new URLSearchParams({ client_secret: secret })}`);
  }

  /**
   * Leaves the page where the bank asks, or where the caller always returns to; the promise is
   * then never kept, as with Stripe.js.
   * @param {Result} result
   * @param {string} [returnUrl]
   * @returns {Promise<Result>}
   */
  async function follow(result, returnUrl) {
    const intent = result.paymentIntent ?? result.setupIntent;
    const action = intent?.status === 'requires_action' && intent.next_action?.redirect_to_url;
    if (!intent || !(action || returnUrl)) return result;
    location.assign(action ? action.url : withIntent(String(returnUrl), intent));
    return new Promise(() => {});
  }

  /** @param {string} returnUrl @param {Answer} intent */
  function withIntent(returnUrl, { object, id, client_secret }) {
    const url = new URL(returnUrl);
    url.searchParams.set(object, id);
    url.searchParams.set(`${object}_client_secret`, client_secret);
    url.searchParams.set('redirect_status', 'succeeded');
    return url.href;
  }

  /** @param {string} secret */
  function pathOf(secret) {
    const id = secret.split('_secret_')[0];
    return `${secret.startsWith('seti_') ? 'setup_intents' : 'payment_intents'}/${id}`;
  }

  /**
   * @param {string} key
   * @param {string} path
   * @param {Record<string, string>} [form] posted, if there is one
   * @returns {Promise<Result>}
   */
  async function call(key, path, form) {
    try {
      const response = await fetch(new URL(path, api), {
        method: form ? 'POST' : 'GET',
        headers: { Authorization: `Bearer ${key}` },
        ...(form ? { body: new URLSearchParams(form) } : {}),
      });
      const answer = /** @type {Answer} */ (await response.json());
      if (answer.error) return { error: answer.error };
      return answer.object === 'setup_intent' ? { setupIntent: answer } : { paymentIntent: answer };
    } catch {
      return {
        error: { type: 'api_connection_error', message: 'Stripe (stand-in) cannot be reached.' },
      };
    }
  }

  /** @type {Failure} */
  const notMounted = {
    type: 'validation_error',
    code: 'incomplete_payment_details',
    message: 'The payment element is not on the page.',
  };
})();
