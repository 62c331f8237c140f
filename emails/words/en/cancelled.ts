export const cancelled = {
  subject:
    '{partial, select, yes {Part of your order {order} has} other {Your order {order} has}} been canceled',
  heading:
    '{partial, select, yes {Part of your order has been canceled} other {Your order has been canceled}}',
  byCustomer:
    'As you requested, we canceled {partial, select, yes {part of your order {order}} other {your order {order}}} on {day}.',
  byShop:
    'We are sorry, but we had to cancel {partial, select, yes {part of your order {order}} other {your order {order}}} on {day}.',
  bySystem:
    'We are sorry, but {partial, select, yes {part of your order {order}} other {your order {order}}} was canceled on {day}.',
  byPayment:
    'We are sorry, but {partial, select, yes {part of your order {order}} other {your order {order}}} was canceled on {day}, because the payment could not be completed.',
  byLaw:
    'We are sorry, but {partial, select, yes {what was left of your order {order}} other {your order {order}}} was canceled on {day}, because we could not ship it in time and no later date was agreed.',
  byCard:
    'We are sorry, but {partial, select, yes {part of your order {order}} other {your order {order}}} was canceled on {day}, because we did not receive your card and your agreement in time.',
  reason: 'The reason: {reason}',
  neverCharged:
    '{partial, select, yes {Nothing was charged for these items, and nothing will be.} other {Nothing was charged for it, and nothing will be.}}',
  chargedBack:
    'Your bank has credited you {amount} for this order, so we will not send a separate refund.',
  refunding:
    'We are refunding {amount} to the payment method you paid with. You will get another email once it has been sent.',
  shopRefunds:
    '{shop} is refunding {amount} to the payment method you paid with. You will get another email once it has been sent.',
  sentBy: 'It will be sent by {day} at the latest.',
  sentBefore:
    '{partial, select, yes {What you paid for these items has already been refunded, and nothing more will be charged for them.} other {What you paid for it has already been refunded, and nothing more will be charged for it.}}',
  refunded:
    'We refunded {amount} on {day}, to the payment method you paid with. Your bank may take a few days to show it.',
  shopRefunded:
    '{shop} refunded {amount} on {day}, to the payment method you paid with. Your bank may take a few days to show it.',
  refundedBefore:
    '{partial, select, yes {The rest of what you paid for these items was refunded separately.} other {The rest of what you paid for it was refunded separately.}}',
  released:
    'The {amount} held on your card has been released; your bank may take a few days to show it.',
  restOpen: 'The rest of your order is not affected.',
  restShipped: 'What has shipped already is not affected.',
  canceled: 'Canceled',
} as const;
