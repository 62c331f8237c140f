import { randomInt } from 'node:crypto';
import type { ReactNode } from 'react';
import { products, shippingFee } from './catalog.ts';
import { fulfilments, locales, paymentTerms, places } from './checkout.ts';
import { dollars } from './item-pages.tsx';
import { testCards } from './stripe.ts';

/** What a customer fills in. The order id goes along, so that sending it twice is one order. */
export const CheckoutForm = ({ sku, quantity }: { sku: string | undefined; quantity: number }) => (
  <section aria-labelledby="checkout">
    <h1 id="checkout">Checkout</h1>
    <form method="post" action="/shop/orders" className="card checkout">
      <input type="hidden" name="orderId" value={newOrderId()} />
      <fieldset>
        <legend>Your basket</legend>
        {products.map((product) => (
          <p className="line" key={product.sku}>
            <img src={`/shop/pictures/${product.picture}.svg`} width="64" height="48" alt="" />
            <label htmlFor={`quantity-${product.sku}`}>
              {product.title} <span className="muted">{dollars(product.price)}</span>
            </label>
            <input
              type="number"
              min="0"
              id={`quantity-${product.sku}`}
              name={`quantity-${product.sku}`}
              defaultValue={product.sku === sku ? quantity : 0}
            />
          </p>
        ))}
        <p className="muted">Shipping {dollars(shippingFee)}</p>
      </fieldset>
      <fieldset>
        <legend>You</legend>
        <Field label="Email" name="email">
          <input type="email" id="email" name="email" defaultValue="ada@example.org" required />
        </Field>
        <Field label="Name" name="name">
          <input id="name" name="name" defaultValue="Ada" />
        </Field>
        <Field label="Ship to" name="place">
          <Choice name="place" choices={Object.entries(places).map(placeChoice)} />
        </Field>
        <Field label="Language" name="locale">
          <Choice name="locale" choices={Object.entries(locales)} />
        </Field>
        <p className="check">
          <input type="checkbox" id="consent" name="consent" value="yes" />
          <label htmlFor="consent">Show me other things while I wait</label>
        </p>
      </fieldset>
      <fieldset>
        <legend>Payment</legend>
        <Field label="Card" name="card">
          <Choice name="card" choices={Object.entries(testCards)} />
        </Field>
        <Field label="Pay" name="terms">
          <Choice name="terms" choices={Object.entries(paymentTerms)} />
        </Field>
      </fieldset>
      <fieldset>
        <legend>The wait</legend>
        <Field label="Ship" name="fulfilment">
          <Choice name="fulfilment" choices={Object.entries(fulfilments)} />
        </Field>
        <Field label="Promise another date" name="promisedOn">
          <input type="date" id="promisedOn" name="promisedOn" />
        </Field>
        <p className="muted">Left empty, it is the date that the shop shows, or none.</p>
      </fieldset>
      <button type="submit" className="buy">
        Place order
      </button>
    </form>
  </section>
);

const Field = ({ label, name, children }: { label: string; name: string; children: ReactNode }) => (
  <p className="field">
    <label htmlFor={name}>{label}</label>
    {children}
  </p>
);

const Choice = ({ name, choices }: { name: string; choices: [string, string][] }) => (
  <select id={name} name={name}>
    {choices.map(([value, label]) => (
      <option key={value} value={value}>
        {label}
      </option>
    ))}
  </select>
);

const placeChoice = ([key, { label, country, timeZone }]: [
  string,
  { label: string; country: string; timeZone: string },
]): [string, string] => [key, `${label}, ${country} (${timeZone})`];

/** Easy to read out: no letter that looks like a digit. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const newOrderId = (): string =>
  `S-${Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')}`;
