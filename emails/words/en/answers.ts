export const delayAnswer = {
  subject: 'We noted your answer about order {order}',
  heading: 'We noted your answer',
  until: 'You agreed to wait for your order {order} until {day}.',
  open: 'You agreed to wait for your order {order} without a new date.',
  period: 'You asked us to deliver your order {order} by {day} at the latest.',
} as const;

export const withdrawal = {
  subject: 'You withdrew from your order {order}',
  heading: 'We received your withdrawal',
  received: 'We received your withdrawal from the contract for your order {order} on {when}.',
  canceled: 'We have canceled the order. A separate email tells you about your money.',
  handedOver:
    'What it covers has shipped already, so {shop} takes care of your withdrawal from here and will write to you about the return.',
  partly:
    'We have canceled what had not shipped. {shop} takes care of the rest, which has shipped already, and will write to you about the return.',
  covers: 'Your withdrawal covers',
} as const;
