/**
 * What the pages of a card run: it loads the provider's script, puts its fields into the page, and
 * sends our own form once a payment or a card is confirmed. A file of its own, because no page
 * allows a script written into it.
 */
export const cardScript = `const page = document.getElementById('payment');
const { kind, js, key, secret, method } = page.dataset;
const back = new URL(page.dataset.return, location.href).href;
const words = JSON.parse(page.dataset.words);
const say = (text) => { document.getElementById('said').textContent = text; };
const enable = (isEnabled) => {
  for (const button of page.querySelectorAll('button')) button.disabled = !isEnabled;
};
const finish = () => document.getElementById('paid').submit();

const load = (src) =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    Object.assign(script, { src, onload: resolve, onerror: reject });
    document.head.append(script);
  });

// A payment that was confirmed or ended before, in another window perhaps, is answered with an error.
const statusOf = ({ error, paymentIntent, setupIntent }) =>
  (paymentIntent ?? setupIntent ?? error?.payment_intent ?? error?.setup_intent)?.status;
const isDone = (result) =>
  ['succeeded', 'requires_capture', 'processing'].includes(statusOf(result));

// Only what is wrong with the fields is said: why a bank says no is between it and its customer.
const wordsFor = (error) => {
  if (error?.type === 'validation_error' && error.message) return error.message;
  if (error?.code?.endsWith('_authentication_failure')) {
    return words.unconfirmed;
  }
  if (error?.type === 'card_error') {
    return words.declined;
  }
  return words.failed;
};

const attempt = async (confirm) => {
  enable(false);
  say(words.wait);
  try {
    const result = await confirm();
    if (isDone(result)) return finish();
    // What this page asks for has ended: the server knows what has taken its place.
    if (statusOf(result) === 'canceled') return location.reload();
    say(wordsFor(result.error));
  } catch {
    say(wordsFor());
  }
  enable(true);
};

const start = async () => {
  await load(js);
  const stripe = window.Stripe(key);
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'stripe';
  const elements = stripe.elements({ clientSecret: secret, appearance: { theme } });
  const fields = elements.create('payment');
  fields.mount('#fields');
  fields.on?.('loaderror', () => say(words.noForm));
  const confirmParams = { return_url: back };
  const redirect = 'if_required';
  document.getElementById('same')?.addEventListener('click', () =>
    attempt(() =>
      stripe.confirmPayment({
        clientSecret: secret,
        confirmParams: { ...confirmParams, payment_method: method },
        redirect,
      }),
    ),
  );
  document.getElementById('card').addEventListener('submit', (event) => {
    event.preventDefault();
    const confirm = kind === 'setup' ? stripe.confirmSetup : stripe.confirmPayment;
    attempt(() => confirm.call(stripe, { elements, confirmParams, redirect }));
  });
  enable(true);
};

if (kind === 'returned') finish();
else if (kind === 'waiting') setTimeout(() => location.reload(), 2000);
else start().catch(() => say(words.noProvider));
`;
