import { renderToStaticMarkup } from 'react-dom/server';
import type { BackorderAnswer } from '../../api/backorder/backorder-schema.ts';
import { CheckoutForm } from './checkout-form.tsx';
import { OrderCard } from './order-card.tsx';
import type { Problem } from './problem.ts';
import { style } from './style.ts';

/** Where a browser reaches the API, the Temporal UI and the inbox. */
export type ShopLinks = { publicUrl: string; temporalUiUrl: string; inboxUrl: string };

type Props = {
  links: ShopLinks;
  orders: BackorderAnswer[];
  problem: Problem | undefined;
  /** What the last button did. */
  said: string | undefined;
};

/** The shop's only page: what can be bought, and how every order stands. */
export const shopPage = (props: Props): string =>
  `<!doctype html>${renderToStaticMarkup(<Shop {...props} />)}`;

const Shop = ({ links, orders, problem, said }: Props) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Lantern & Co, a demo shop</title>
      <link rel="icon" href="data:," />
      <style>{style}</style>
    </head>
    <body>
      <header>
        <h1>Lantern & Co</h1>
        <p>A demo shop. Everything is out of stock, and you can order it anyway.</p>
        <nav aria-label="Elsewhere">
          <a href={links.inboxUrl}>All emails</a>
          <a href={`${links.publicUrl}/docs`}>API</a>
          <a href={links.temporalUiUrl}>Temporal</a>
        </nav>
      </header>
      <main>
        {problem && <ProblemBox problem={problem} />}
        {said && !problem && (
          <p className="said" role="status">
            {said}
          </p>
        )}
        <div className="columns">
          <CheckoutForm />
          <Orders orders={orders} inboxUrl={links.inboxUrl} />
        </div>
      </main>
    </body>
  </html>
);

const ProblemBox = ({ problem }: { problem: Problem }) => (
  <section className="problem" role="alert">
    <h2>
      {problem.title} <code>{problem.code}</code>
    </h2>
    <p>{problem.detail}</p>
    {problem.errors && (
      <ul>
        {problem.errors.map(({ pointer, detail }) => (
          <li key={`${pointer} ${detail}`}>
            <code>{pointer}</code> {detail}
          </li>
        ))}
      </ul>
    )}
  </section>
);

const Orders = ({ orders, inboxUrl }: Pick<Props, 'orders'> & { inboxUrl: string }) => (
  <section aria-labelledby="orders">
    <h2 id="orders">Orders</h2>
    {orders.length === 0 && <p>None yet. Place one, and watch what its customer hears.</p>}
    {orders.map((order) => (
      <OrderCard key={order.orderId} order={order} inboxUrl={inboxUrl} />
    ))}
  </section>
);
