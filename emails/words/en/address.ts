export const addressConfirm = {
  subject: 'Please confirm your email address',
  heading: 'Is this your email address?',
  status: 'Somebody asked us to send all email about order {orderId} to this address.',
  ask: 'If it was you, please confirm it within 24 hours. Until then, nothing changes.',
  notYou: 'If it was not you, there is nothing you need to do.',
  action: 'Confirm this address',
} as const;

export const addressChanged = {
  subject: 'Your email address for order {orderId} was changed',
  heading: 'Your email address was changed',
  status:
    'From now on, email about your order {orderId} goes to another address. We changed it because somebody asked for it on the page of the order, and confirmed it from the new address.',
  link: 'The link to the order page in our earlier emails no longer works.',
  notYou: 'If it was not you, please contact us right away.',
  action: 'Find your order',
} as const;
