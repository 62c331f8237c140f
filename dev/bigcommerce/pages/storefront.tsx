import type { Product } from '../records.ts';
import { sellable } from '../shop/inventory.ts';

/** What is for sale, and for each item what the store knows of when it ships. */
export const Storefront = ({ products }: { products: readonly Product[] }) => (
  <>
    <div className="hero">
      <h1>Made slowly</h1>
      <p>Kettles and stoneware. What is not here today is on its way.</p>
    </div>
    <ul className="items">
      {products.map((product) => (
        <li key={product.id} className="item card">
          <h2>{product.name}</h2>
          <p className="muted">{product.description}</p>
          <p className="price">{priceOf(product)}</p>
          <backorder-status sku={product.sku}>{stockOf(product)}</backorder-status>
          <BuyForm product={product} />
        </li>
      ))}
    </ul>
  </>
);

const BuyForm = ({ product }: { product: Product }) => (
  <form method="post" action="/bigcommerce/buy">
    <input type="hidden" name="sku" value={product.sku} />
    <label className="field">
      How many
      <input type="number" name="quantity" min="1" max="50" defaultValue="1" required />
    </label>
    <label className="field">
      Pay
      <select name="payment" defaultValue="card">
        <option value="card">Card, now</option>
        <option value="offline">Pay when it ships</option>
        <option value="declined">A card that is declined</option>
        <option value="abandoned">Leave at the last step</option>
      </select>
    </label>
    <label className="field">
      E-mail
      <input type="email" name="email" defaultValue="ada@example.org" required />
    </label>
    <button className="buy" type="submit">
      Buy {product.name.toLowerCase()}
    </button>
  </form>
);

export const priceOf = ({ price }: Pick<Product, 'price'>): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(price / 100);

/** What the store itself knows; once it is connected, the element says it in Meanwhile's words. */
const stockOf = (product: Product): string => {
  if (product.onHand > 0) return `${product.onHand} in stock`;
  return sellable(product) > 0 ? 'On backorder' : 'Sold out';
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** Meanwhile's element, which the script of the widget fills. */
      'backorder-status': { sku: string; children: string };
    }
  }
}
