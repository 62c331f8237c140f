export const countdown = {
  toGo: '{days, plural, =0 {Today} one {# day to go} other {# days to go}}',
  subject: '{toGo}: {items}',
  subjectUndated: 'No ship date yet: {items}',
  subjectLate: 'Later than we told you: {items}',
  subjectOver: 'Your order {order}: nothing left to ship',
  headingUndated: 'No ship date yet',
  headingLate: 'Later than we told you',
  headingOver: 'Nothing left to ship',
  inDays: 'That is in {days, plural, one {# day} other {# days}}.',
  thenCard:
    'When your items leave, we charge your card, never more than {maximum} in total, and email you as soon as the carrier has them.',
  thenPaid:
    'Your items are paid for. We email you as soon as the carrier has them, and nothing more is charged.',
  thenFree: 'We email you as soon as the carrier has them.',
  thenAsked:
    'Your items can leave only once we have your card and your agreement. You can give us both on your order page.',
  nothingToDo: 'There is nothing you need to do.',
  lastCard:
    'If you would rather pay with another card, now is the time: you can change it until your items are set aside for you.',
  changeCard: 'Use a different card',
  address: 'Has your delivery address changed? Please let us know at {contact}.',
  others: 'Also for you on the same day',
  other: 'Order {order}: {items}',
} as const;
