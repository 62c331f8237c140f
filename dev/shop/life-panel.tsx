import type { ReactNode } from 'react';
import type { Backorder } from '../../plugins/client/client.ts';
import { day, money } from '../../workflows/calendar/format.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import { daysBetween } from '../../workflows/domain/time.ts';
import { findProduct } from './catalog.ts';
import type { Life, Told } from './life.ts';

/** What a customer lives through: where the order stands, what may happen next, what they heard. */
export const LifePanel = ({ life, inboxUrl }: { life: Life | undefined; inboxUrl: string }) => (
  <>
    <h2 id="life-title">What a customer lives through</h2>
    {life === undefined ? (
      <ol className="steps">
        <li>Order something that is not there.</li>
        <li>Let weeks pass, let the supplier slip, let the goods arrive.</li>
        <li>Read what the customer hears, here as it comes.</li>
      </ol>
    ) : (
      <>
        <Standing order={life.order} />
        <Buttons order={life.order} />
        <Mails life={life} />
        <Details order={life.order} inboxUrl={inboxUrl} />
        <Others orders={life.others} />
      </>
    )}
  </>
);

const Standing = ({ order }: { order: Backorder }) => (
  <>
    <h3>
      <a href={orderPath(order)}>{order.orderId}</a>{' '}
      <span className={`phase ${order.phase}`}>{phases[order.phase]}</span>
    </h3>
    <Wait order={order} />
    <dl>
      <Row label="Ships by">
        {order.promise?.on ? day(order.promise.on, order.customer.locale) : 'no date'}
      </Row>
      <Row label="Its own day">{dayAt(order, order.now)}</Row>
      <Row label="Next">{order.next ? nextWords(order, order.next) : 'nothing planned'}</Row>
    </dl>
  </>
);

const Details = ({ order, inboxUrl }: { order: Backorder; inboxUrl: string }) => (
  <>
    <h3>How it stands</h3>
    <dl>
      <Row label="Customer">
        {order.customer.name} {order.customer.email}, {order.customer.timeZone}
      </Row>
      {order.lines.map((line) => (
        <Row key={line.id} label={findProduct(line.sku)?.title ?? line.sku}>
          {unitWords(line)}
        </Row>
      ))}
      <Row label="Payment">{paymentWords(order)}</Row>
      {order.attention.length > 0 && (
        <Row label="Attention">
          <strong>{order.attention.map(({ code }) => code).join(', ')}</strong>
        </Row>
      )}
    </dl>
    <p className="links">
      {order.links.status !== null && <a href={order.links.status}>Status page</a>}
      {order.customer.email !== null && (
        <a href={`${inboxUrl}?${new URLSearchParams({ to: order.customer.email })}`}>Emails</a>
      )}
      <a href={order.links.workflow}>Workflow</a>
    </p>
  </>
);

/** From the day it was placed, which is the first, to the promised one; without a date no bar. */
const Wait = ({ order }: { order: Backorder }) => {
  const { promise, placedAt, now, customer, phase } = order;
  if (!promise?.on || phase === 'shipped' || phase === 'cancelled') return null;
  const placedOn = civilDateIn(placedAt, customer.timeZone);
  const today = civilDateIn(now, customer.timeZone);
  const whole = Math.max(1, daysBetween(placedOn, promise.on));
  const passed = Math.min(whole, Math.max(1, daysBetween(placedOn, today)));
  return (
    <p className="wait">
      <span className="bar">
        <span style={{ width: `${(passed / whole) * 100}%` }} />
      </span>
      Day {passed} of {whole}
    </p>
  );
};

const phases: Record<Backorder['phase'], string> = {
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

const Buttons = ({ order }: { order: Backorder }) => {
  const wanted = order.attention.find(({ code }) => code === 'refund_wanted')?.amount;
  const isOver = order.phase === 'shipped' || order.phase === 'cancelled';
  const waits = order.lines.some(({ waiting }) => waiting > 0);
  const refund = wanted && `Send back ${money(wanted, order.customer.locale)}`;
  if (isOver && !refund) {
    return (
      <p>
        That was the whole wait. <a href="/shop">Order something else</a>
      </p>
    );
  }
  return (
    <div className="buttons">
      {!isOver && (
        <>
          <Button order={order} act="later" label="A day later" days={1} />
          <Button order={order} act="later" label="A week later" days={7} />
          {waits && <Supply order={order} />}
          {order.phase === 'ready_to_ship' && <Button order={order} act="ship" label="Ship" />}
          <Button order={order} act="cancel" label="Cancel" />
        </>
      )}
      {refund && <Button order={order} act="refunded" label={refund} />}
    </div>
  );
};

/** What happens to the stock, and whether everybody is told. */
const Supply = ({ order }: { order: Backorder }) => (
  <form method="post" className="supply">
    <button type="submit" formAction={`${orderPath(order)}/slip`}>
      Supplier slips
      <span className="hidden"> for {order.orderId}</span>
    </button>
    <button type="submit" formAction={`${orderPath(order)}/restock`}>
      Restock
      <span className="hidden"> for {order.orderId}</span>
    </button>
    <label>
      <input type="checkbox" name="share" value="on" defaultChecked />
      <span>
        Tell everybody (<a href="/shop/updates">updates</a>)
      </span>
    </label>
    <label>
      <span className="hidden">Why, in the shop’s words</span>
      <input name="note" maxLength={300} placeholder="Why, in the shop’s words" />
    </label>
  </form>
);

type ButtonProps = { order: Backorder; act: string; label: string; days?: number };

const Button = ({ order, act, label, days }: ButtonProps) => (
  <form method="post" action={`${orderPath(order)}/${act}`}>
    {days !== undefined && <input type="hidden" name="days" value={days} />}
    <button type="submit">
      {label}
      <span className="hidden"> for {order.orderId}</span>
    </button>
  </form>
);

const Mails = ({ life: { order, told } }: { life: Life }) => (
  <>
    <h3>Mails so far</h3>
    {told.length === 0 && <p className="muted">The first one comes in a moment.</p>}
    <ol className="mails" reversed>
      {told.map((one) => (
        <li key={one.id}>
          <time dateTime={one.at}>{dayAt(order, one.at)}</time>
          {one.mail ? (
            <a href={`${orderPath(order)}?${new URLSearchParams({ mail: one.id })}`}>
              {one.mail.subject}
            </a>
          ) : (
            <span>{silentWords(one)}</span>
          )}
        </li>
      ))}
    </ol>
  </>
);

/** A message of which no mail came: it is still on its way, or was decided not to be sent. */
const silentWords = ({ kind, decision, reason, subject }: Told): string =>
  `${subject ?? kind} (${[decision, reason].filter(Boolean).join(': ')})`;

const Others = ({ orders }: { orders: Backorder[] }) =>
  orders.length === 0 ? null : (
    <details>
      <summary>Other orders</summary>
      <ul>
        {orders.map((order) => (
          <li key={order.orderId}>
            <a href={orderPath(order)}>{order.orderId}</a> {order.customer.name},{' '}
            {phases[order.phase]}
          </li>
        ))}
      </ul>
    </details>
  );

export const orderPath = ({ orderId }: { orderId: string }): string =>
  `/shop/orders/${encodeURIComponent(orderId)}`;

const unitWords = (line: Backorder['lines'][number]): string =>
  (['waiting', 'allocated', 'shipped', 'cancelled'] as const)
    .filter((state) => line[state] > 0)
    .map((state) => `${line[state]} ${state}`)
    .join(', ');

const dayAt = ({ customer }: Backorder, at: string): string =>
  day(civilDateIn(at, customer.timeZone), customer.locale);

const nextWords = (order: Backorder, { kind, at }: { kind: string; at: string }): string =>
  `${kind} on ${dayAt(order, at)}`;

/** The state, and the sums behind it: `captured: $129.00 authorized, $138.00 captured`. */
const paymentWords = ({ payment, customer }: Backorder): string => {
  const sums = (['authorized', 'captured', 'refunded'] as const)
    .filter((state) => payment[state].amount > 0)
    .map((state) => `${money(payment[state], customer.locale)} ${state}`);
  return sums.length === 0 ? payment.state : `${payment.state}: ${sums.join(', ')}`;
};
