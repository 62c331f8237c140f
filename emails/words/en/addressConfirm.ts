export const addressConfirm = {
  subject: 'Please confirm your email address',
  heading: 'Is this your email address?',
  status: 'Somebody asked us to send all email about order {orderId} to this address.',
  ask: 'If it was you, please confirm it within 24 hours. Until then, nothing changes.',
  notYou: 'If it was not you, there is nothing you need to do.',
  action: 'Confirm this address',
} as const;
