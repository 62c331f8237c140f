/** The question before an order, or a part of it, is canceled. */
export const cancelPage = {
  title: 'Cancel order {order}',
  question: 'Cancel order {order}?',
  itemsTitle: 'Cancel items of order {order}',
  itemsQuestion: 'Which items of order {order} do you want to cancel?',
  undoneFree: 'Canceling cannot be undone: a new order would go to the end of the line.',
  undone:
    'Canceling is free of charge and cannot be undone: a new order would go to the end of the line.',
  refund: `{by, select,
    shop {What you have paid for it will be refunded by {shop} to the payment method you paid with.}
    other {What you have paid for it will be refunded to the payment method you paid with.}}`,
  doubtful:
    '{reach, select, mail {If you have paid for it, please email us at {email}.} other {If you have paid for it, please contact us.}}',
  released: 'The {sum} held on your card will be released, and not charged.',
  partReleased: '{sum} of what is held on your card will be released, and not charged.',
  noCharge: 'Nothing will be charged for what you cancel.',
  noMoreCharge: 'Nothing more will be charged for what you cancel.',
  onlyRest: 'You will be charged only for what ships.',
  what: 'This will be canceled',
  howMany: 'How many to cancel?',
  upTo: 'Up to {count, number} of {title}',
  sure: 'Do you want to cancel?',
  yes: 'Yes, cancel this order',
  yesRest: 'Yes, cancel everything that has not shipped',
  yesItems: 'Yes, cancel the items chosen above',
  no: 'No, keep my order as it is',
  send: 'Send',
  someItems: 'Cancel only some items',
  wholeOrder: 'Cancel everything instead',
  unanswered: 'Nothing was changed. Please choose whether you want to cancel.',
  noneChosen: 'Nothing was changed. Please say how many of an item you want to cancel.',
  tooManyChosen: 'Nothing was changed. You can cancel at most as many as have not shipped.',
} as const;

/** A cancellation that is not carried out yet, or came too late. */
export const keptPage = {
  received: 'We have received your cancellation',
  askedAll: 'You asked us on {day} to cancel your order. That is the day that counts.',
  askedRest:
    'You asked us on {day} to cancel everything that had not shipped. That is the day that counts.',
  askedPart: 'You asked us on {day} to cancel a part of your order. That is the day that counts.',
  notYet:
    'It is not carried out yet, which usually takes a minute. You do not need to do anything: this page will show when it is done.',
  tooLate: 'We could not cancel what you asked',
  tooLateWhy: 'You asked us on {day} to cancel, but the items were already with the carrier.',
  tooLateHelp:
    '{reach, select, mail {If you do not want to keep them, please email us at {email}.} other {If you do not want to keep them, please contact us.}}',
} as const;
