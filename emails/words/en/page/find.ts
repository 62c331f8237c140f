export const findPage = {
  title: 'Find your order',
  intro:
    'Enter your order number and the email address that you ordered with. We will email you the link to your order page.',
  orderId: 'Order number',
  email: 'Email address',
  send: 'Email me the link',
  sent: 'Check your email',
  sentText:
    'If we have an order with that number and that email address, the link to it is on its way. It may take a minute.',
  sentNothing:
    'No email after a few minutes? Please check the order number, the email address and your spam folder, then try again later.',
  another: 'Try again',
  foreign: 'Nothing was sent',
  foreignText: 'This request came from another website. Please use the form on our page instead.',
} as const;
