import type { ReactNode } from 'react';
import type { BackorderAnswer } from '../../api/backorder/backorder-schema.ts';
import { day, money } from '../../workflows/calendar/format.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import { products } from './catalog.ts';

type Props = { order: BackorderAnswer; inboxUrl: string };

/** How one order stands, as the API tells it, and what may be done with it. */
export const OrderCard = ({ order, inboxUrl }: Props) => (
  <article className="card order" id={`order-${order.orderId}`}>
    <h3>
      {order.orderId} <span className={`phase ${order.phase}`}>{phases[order.phase]}</span>
    </h3>
    <dl>
      <Row label="For">
        {order.customer.name} {order.customer.email}, {order.customer.timeZone}
      </Row>
      {order.lines.map((line) => (
        <Row key={line.id} label={titleOf(line)}>
          {unitWords(line)}
        </Row>
      ))}
      <Row label="Ships by">
        {order.promise?.on ? day(order.promise.on, order.customer.locale) : 'no date'}
      </Row>
      <Row label="Its own day">{dayAt(order, order.now)}</Row>
      <Row label="Next">{order.next ? nextWords(order, order.next) : 'nothing planned'}</Row>
      <Row label="Payment">{paymentWords(order)}</Row>
      {order.attention.length > 0 && (
        <Row label="Attention">
          <strong>{order.attention.map(({ code }) => code).join(', ')}</strong>
        </Row>
      )}
    </dl>
    <Links order={order} inboxUrl={inboxUrl} />
    <Buttons order={order} />
  </article>
);

const phases: Record<BackorderAnswer['phase'], string> = {
  awaiting_stock: 'waiting for stock',
  awaiting_payment: 'waiting for payment',
  ready_to_ship: 'ready to ship',
  shipped: 'shipped',
  cancelled: 'cancelled',
};

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const Links = ({ order, inboxUrl }: Props) => (
  <p className="links">
    {order.links.status !== null && <a href={order.links.status}>Status page</a>}
    {order.customer.email !== null && (
      <a href={`${inboxUrl}?${new URLSearchParams({ to: order.customer.email })}`}>Emails</a>
    )}
    <a href={order.links.workflow}>Workflow</a>
  </p>
);

const Buttons = ({ order }: { order: BackorderAnswer }) => {
  const wanted = order.attention.find(({ code }) => code === 'refund_wanted')?.amount;
  const refund = wanted && (
    <Button
      order={order}
      act="refunded"
      label={`Send back ${money(wanted, order.customer.locale)}`}
    />
  );
  if (order.phase === 'shipped' || order.phase === 'cancelled') {
    return refund ? <div className="buttons">{refund}</div> : null;
  }
  const waits = order.lines.some(({ waiting }) => waiting > 0);
  return (
    <div className="buttons">
      <Button order={order} act="later" label="A day later" days={1} />
      <Button order={order} act="later" label="A week later" days={7} />
      {waits && <Button order={order} act="restock" label="Restock" />}
      {order.phase === 'ready_to_ship' && <Button order={order} act="ship" label="Ship" />}
      <Button order={order} act="cancel" label="Cancel" />
      {refund}
    </div>
  );
};

type ButtonProps = { order: BackorderAnswer; act: string; label: string; days?: number };

const Button = ({ order, act, label, days }: ButtonProps) => (
  <form method="post" action={`/shop/orders/${encodeURIComponent(order.orderId)}/${act}`}>
    {days !== undefined && <input type="hidden" name="days" value={days} />}
    <button type="submit">
      {label}
      <span className="hidden"> for {order.orderId}</span>
    </button>
  </form>
);

const titleOf = ({ sku }: { sku: string }): string =>
  products.find((product) => product.sku === sku)?.title ?? sku;

const unitWords = (line: BackorderAnswer['lines'][number]): string =>
  (['waiting', 'allocated', 'shipped', 'cancelled'] as const)
    .filter((state) => line[state] > 0)
    .map((state) => `${line[state]} ${state}`)
    .join(', ');

const dayAt = ({ customer }: BackorderAnswer, at: string): string =>
  day(civilDateIn(at, customer.timeZone), customer.locale);

const nextWords = (order: BackorderAnswer, { kind, at }: { kind: string; at: string }): string =>
  `${kind} on ${dayAt(order, at)}`;

/** The state, and the sums behind it: `captured: $129.00 authorized, $138.00 captured`. */
const paymentWords = ({ payment, customer }: BackorderAnswer): string => {
  const sums = (['authorized', 'captured', 'refunded'] as const)
    .filter((state) => payment[state].amount > 0)
    .map((state) => `${money(payment[state], customer.locale)} ${state}`);
  return sums.length === 0 ? payment.state : `${payment.state}: ${sums.join(', ')}`;
};
