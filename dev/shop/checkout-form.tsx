import { randomInt } from 'node:crypto';
import type { ReactNode } from 'react';
import { money } from '../../workflows/calendar/format.ts';
import { addDays } from '../../workflows/domain/time.ts';
import { currency, products, shippingFee } from './catalog.ts';
import { fulfilments, paymentTerms, places } from './checkout.ts';
import { testCards } from './stripe.ts';

/** What a customer fills in. The order id goes along, so that sending it twice is one order. */
export const CheckoutForm = () => (
  <section aria-labelledby="checkout">
    <h2 id="checkout">Checkout</h2>
    <form method="post" action="/shop/orders" className="card">
      <input type="hidden" name="orderId" value={newOrderId()} />
      <fieldset>
        <legend>Items</legend>
        {products.map(({ sku, title, price }, index) => (
          <Field key={sku} label={`${title}, ${dollars(price)}`} name={`quantity-${sku}`}>
            <input
              type="number"
              min="0"
              id={`quantity-${sku}`}
              name={`quantity-${sku}`}
              defaultValue={index === 0 ? 1 : 0}
            />
          </Field>
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
        <Field label="Card" name="card">
          <Choice name="card" choices={Object.entries(testCards)} />
        </Field>
        <Field label="Pay" name="terms">
          <Choice name="terms" choices={Object.entries(paymentTerms)} />
        </Field>
      </fieldset>
      <fieldset>
        <legend>The wait</legend>
        <Field label="Ships by" name="promisedOn">
          <input type="date" id="promisedOn" name="promisedOn" defaultValue={inDays(60)} />
        </Field>
        <Field label="No ship date yet" name="undated">
          <input type="checkbox" id="undated" name="undated" value="yes" />
        </Field>
        <Field label="Ship" name="fulfilment">
          <Choice name="fulfilment" choices={Object.entries(fulfilments)} />
        </Field>
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

const dollars = (amount: number): string => money({ amount, currency }, 'en-US');

const inDays = (days: number): string => addDays(new Date().toISOString().slice(0, 10), days);

/** Easy to read out: no letter that looks like a digit. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const newOrderId = (): string =>
  `S-${Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')}`;
