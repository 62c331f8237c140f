/** The way to one order. Its id may hold a colon. */
export const OrderLink = ({ base, orderId }: { base: string; orderId: string }) => (
  <a className="id" href={`${base}/desk/orders/${encodeURIComponent(orderId)}`}>
    {orderId}
  </a>
);
