import { type Order, type Product, type StoreState, statusNames } from '../records.ts';
import { dueOf, openUnits, orderTotal, refundedOf } from '../shop/totals.ts';
import { demoShopId } from './connect.ts';
import { priceOf } from './storefront.tsx';

/** What the store's staff does: stock, orders, and the connection with Meanwhile. */
export const Staff = ({ state, apiUrl }: { state: StoreState; apiUrl: string }) => (
  <>
    <h1>Staff</h1>
    <Connect hooks={state.hooks} apiUrl={apiUrl} />
    <h2>Stock</h2>
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th>Product</th>
            <th className="number">On hand</th>
            <th className="number">Backordered</th>
            <th>Stock arrives</th>
          </tr>
        </thead>
        <tbody>
          {state.products.map((product) => (
            <StockRow key={product.id} product={product} />
          ))}
        </tbody>
      </table>
    </div>
    <h2>Orders</h2>
    {state.orders.length === 0 ? (
      <p className="muted">None yet. Buy something in the store.</p>
    ) : (
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th>Order</th>
              <th>Items</th>
              <th className="number">Total</th>
              <th>Acts</th>
            </tr>
          </thead>
          <tbody>
            {[...state.orders].reverse().map((order) => (
              <OrderRow key={order.id} order={order} />
            ))}
          </tbody>
        </table>
      </div>
    )}
  </>
);

const Connect = ({ hooks, apiUrl }: { hooks: StoreState['hooks']; apiUrl: string }) => {
  const active = hooks.filter(({ isActive }) => isActive).length;
  return (
    <section className="connect card" aria-labelledby="connect">
      <h2 id="connect">Meanwhile</h2>
      <p>
        {hooks.length === 0
          ? 'Not connected. One button puts this store there as the shop demo-store, with a date for the kettle and the teapot.'
          : `Connected: ${active} of ${hooks.length} hooks are active. What is bought on backorder is in the inbox in a moment.`}{' '}
        <a href={`${apiUrl}/docs`}>API</a>
      </p>
      <div className="buttons">
        <form method="post" action="/bigcommerce/connect">
          <input type="hidden" name="terms" value="prepaid" />
          <button type="submit">Connect, paid in the store</button>
        </form>
        <form method="post" action="/bigcommerce/connect">
          <input type="hidden" name="terms" value="ask" />
          <button type="submit">Connect, card asked for</button>
        </form>
      </div>
    </section>
  );
};

const StockRow = ({ product }: { product: Product }) => (
  <tr>
    <td>
      {product.name} <span className="muted">{product.sku}</span>
      {product.availabilityDescription !== '' && (
        <div className="muted">Its page says: {product.availabilityDescription}</div>
      )}
    </td>
    <td className="number" data-label="On hand">
      {product.onHand}
    </td>
    <td className="number" data-label="Backordered">
      {product.tracking === 'native' ? product.backordered : '–'}
    </td>
    <td>
      <form method="post" action="/bigcommerce/restock">
        <input type="hidden" name="sku" value={product.sku} />
        <input
          type="number"
          name="quantity"
          defaultValue="10"
          min="-1000"
          max="1000"
          aria-label={`Units of ${product.name}`}
        />
        <button type="submit">Restock</button>
      </form>
    </td>
  </tr>
);

const OrderRow = ({ order }: { order: Order }) => (
  <tr>
    <td>
      <a id={`order-${order.id}`} href={`/bigcommerce/stores/demo/manage/orders/${order.id}`}>
        {order.id}
      </a>
      <br />
      <span className="phase">{statusNames[order.statusId]}</span>
      {order.isArchived && ' archived'}
    </td>
    <td>
      {order.lines.map((line) => (
        <div key={line.id}>
          {line.quantity} × {line.name}
          {line.backordered > 0 && `, ${line.backordered} on backorder`}
          {line.shipped > 0 && `, ${line.shipped} shipped`}{' '}
          {openUnits(line) > 0 && isOpen(order) && (
            <form method="post" action={`/bigcommerce/orders/${order.id}/edit`}>
              <input type="hidden" name="line" value={line.id} />
              <input
                type="number"
                name="quantity"
                min="0"
                max="50"
                defaultValue={line.quantity}
                aria-label={`How many of ${line.name} in order ${order.id}`}
              />
              <button type="submit">Edit</button>
            </form>
          )}
        </div>
      ))}
      {order.metafields.map(({ key, value }) => (
        <div key={key} className="muted">
          {key === 'promised_on' ? `promised for ${value}` : `${key}: ${value}`}
        </div>
      ))}
      {order.metafields.length > 0 && (
        <a href={`/shop/orders/${encodeURIComponent(`${demoShopId}:${order.id}`)}`}>
          What the customer hears<span className="hidden"> of order {order.id}</span>
        </a>
      )}
    </td>
    <td className="number" data-label="Total">
      {priceOf({ price: orderTotal(order) })}
      {refundedOf(order) > 0 && (
        <div className="muted">{priceOf({ price: refundedOf(order) })} given back</div>
      )}
    </td>
    <td>
      {actsOf(order).map((act) => (
        <form key={act} method="post" action={`/bigcommerce/orders/${order.id}/${act}`}>
          <button type="submit">
            {act.slice(0, 1).toUpperCase() + act.slice(1)}
            <span className="hidden"> order {order.id}</span>
          </button>
        </form>
      ))}
    </td>
  </tr>
);

const isOpen = ({ statusId }: Order): boolean => [3, 7, 8, 9, 11, 12, 14].includes(statusId);

const actsOf = (order: Order): string[] => {
  const isToSend = order.lines.some((line) => openUnits(line) > 0);
  return [
    ...(order.statusId === 7 ? ['pay'] : []),
    ...(isOpen(order) && isToSend ? ['ship', 'cancel'] : []),
    ...(order.transactions.length > 0 && refundedOf(order) < dueOf(order) ? ['refund'] : []),
    ...(order.isArchived ? [] : ['archive']),
  ];
};
