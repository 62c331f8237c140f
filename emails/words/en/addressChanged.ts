export const addressChanged = {
  subject: 'Your email address for order {orderId} was changed',
  heading: 'Your email address was changed',
  status:
    'From now on, email about your order {orderId} goes to another address. We changed it because somebody asked for it on the page of the order, and confirmed it from the new address.',
  link: 'The link to the order page in our earlier emails no longer works.',
  notYou: 'If it was not you, please contact us right away.',
  action: 'Find your order',
} as const;
