/** What every mail says around its own matter. */
export const letter = {
  hello: 'Hello,',
  helloName: 'Hello {name},',
  view: 'View your order',
  viewOrCancel: 'View or cancel your order',
  about: 'This email is about your order {order}, placed on {day}.',
  questions: 'Questions? Email us at {address}.',
  unsubscribeOffer:
    'You can unsubscribe from these updates. We will still email you about payment, shipping, and any changes to your order.',
  unsubscribeOfferFree:
    'You can unsubscribe from these updates. We will still email you about shipping, and any changes to your order.',
  unsubscribe: 'Unsubscribe',
  preferences: 'Choose what we email you',
  items: '{more, plural, =0 {{first}} other {{first} and # more}}',
  noItems: 'your order',
  yourOrder: 'Your order {order}',
  stillToCome: 'Still to come from your order {order}',
  shipping: 'Shipping',
  total: 'Total',
  totalLeft: 'Total of what is still to come',
  quantity: 'Quantity {count} · {sku}',
  line: '{count} × {title} ({sku})',
  pricedLine: '{count} × {title} ({sku}), {amount}',
  moreLines: 'and {count} more, on your page',
  moreOrders: '{count, plural, one {and # more order} other {and # more orders}}',
  detail: '{label}: {value}',
  titled: '{title}:',
} as const;
