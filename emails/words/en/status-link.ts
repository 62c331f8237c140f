export const statusLink = {
  subject: 'The link to your order {orderId}',
  heading: 'Your order page',
  status:
    'Here is the link to your order {orderId}, as you asked. It shows where the order stands.',
  keepPrivate: 'Anyone with the link can see and manage the order. Please keep it private.',
  notYou:
    'If you did not ask for it, there is nothing you need to do: nobody else has got the link from us.',
  action: 'View your order',
} as const;
