export const refunded = {
  subjectUs: 'We have refunded {amount} for your order {order}',
  subjectShop: '{shop} has refunded {amount} for your order {order}',
  subjectBank: 'Your bank has credited you {amount} for your order {order}',
  heading: 'Your refund is on its way',
  headingBank: 'Your bank has credited you',
  byUs: 'We have refunded {share, select, all {your payment} part {part of your payment} other {the rest of your payment}} for order {order} to the payment method you paid with.',
  byShop:
    '{shop} has refunded {share, select, all {your payment} part {part of your payment} other {the rest of your payment}} for order {order} to the payment method you paid with.',
  byBank: 'Your bank has credited you for order {order}, so we will not send a separate refund.',
  everything: 'Everything you paid has been refunded.',
  amount: 'Amount',
  refundedOn: 'Refunded on',
  refundedTo: 'Refunded to',
  paymentMethod: 'The payment method you paid with',
  arrival: 'Your bank may take a few days to show it. There is nothing you need to do.',
  nothingToDo: 'There is nothing you need to do.',
  remains: 'The items still to ship remain on order.',
} as const;
