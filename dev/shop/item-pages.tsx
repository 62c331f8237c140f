import { money } from '../../workflows/calendar/format.ts';
import { BackorderStatus } from './backorder-status.tsx';
import { currency, type Product, pathOf, products, shippingFee } from './catalog.ts';
import type { Shelf } from './shelf.ts';

/** Everything that the shop sells. */
export const Items = () => (
  <>
    <section className="hero">
      <h1>Made slowly, worth the wait</h1>
      <p>
        Everything here is out of stock, and you can order it anyway: we keep your place, tell you
        the date, and charge you when it ships.
      </p>
    </section>
    <ul className="items">
      {products.map((product) => (
        <li key={product.sku} className="card item">
          <a href={pathOf(product)}>
            <Picture product={product} alt="" />
            <h2>{product.title}</h2>
          </a>
          <p>{product.says}</p>
          <p className="price">{dollars(product.price)}</p>
          <BackorderStatus sku={product.sku} />
        </li>
      ))}
    </ul>
  </>
);

/** One product, and when so many of it would ship. */
export const Item = ({ shelf, quantity }: { shelf: Shelf; quantity: number }) => {
  const { product, waiting, structuredData } = shelf;
  return (
    <>
      {structuredData !== null && <script type="application/ld+json">{structuredData}</script>}
      <article className="product">
        <Picture product={product} alt={product.title} />
        <div>
          <h1>{product.title}</h1>
          <p>{product.says}</p>
          <p className="price">{dollars(product.price)}</p>
          <div className="offer">
            <BackorderStatus sku={product.sku} quantity={quantity} />
            {waiting !== null && <p className="muted">{placeWords({ waiting, quantity })}</p>}
          </div>
          <form method="get" action="/shop/checkout" className="buy-form">
            <input type="hidden" name="sku" value={product.sku} />
            <label htmlFor="quantity">Quantity</label>
            <input
              id="quantity"
              name="quantity"
              type="number"
              min="1"
              max="100"
              defaultValue={quantity}
            />
            <button type="submit" className="plain" formAction={pathOf(product)}>
              When does it ship?
            </button>
            <button type="submit" className="buy">
              Order it now
            </button>
          </form>
          <p className="muted">
            Shipping {dollars(shippingFee)}. Your card is saved now and charged when it ships.
          </p>
        </div>
      </article>
      <section className="stories" aria-label={`About the ${product.title.toLowerCase()}`}>
        {product.stories.map(({ title, text, picture }) => (
          <article key={title} className="card">
            {picture !== undefined && picture !== product.picture && (
              <img src={`/shop/pictures/${picture}.png`} width="800" height="600" alt="" />
            )}
            <h2>{title}</h2>
            <p>{text}</p>
          </article>
        ))}
      </section>
    </>
  );
};

const Picture = ({ product: { picture }, alt }: { product: Product; alt: string }) => (
  <img
    className="picture"
    src={`/shop/pictures/${picture}.svg`}
    width="800"
    height="600"
    alt={alt}
  />
);

const placeWords = ({ waiting, quantity }: { waiting: number; quantity: number }): string => {
  const units = quantity === 1 ? 'yours would be' : `your ${quantity} would be`;
  if (waiting === 0) return `Nobody waits for it yet: ${units} first in line.`;
  const ahead = waiting === 1 ? '1 unit is' : `${waiting} units are`;
  return `${ahead} waited for already: ${units} next in line.`;
};

export const dollars = (amount: number): string => money({ amount, currency }, 'en-US');
