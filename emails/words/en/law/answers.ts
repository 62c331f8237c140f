export const delayAnswer = {
  subject: 'We noted your answer about order {order}',
  heading: 'We noted your answer',
  until:
    'You agreed to wait for {rest, select, yes {the rest of your order {order}} other {your order {order}}} until {day}.',
  open: 'You agreed to wait for {rest, select, yes {the rest of your order {order}} other {your order {order}}} without a new date.',
  period:
    'You gave us a last date for the delivery of {rest, select, yes {the rest of your order {order}} other {your order {order}}}: {day}.',
  received: 'We received your answer on {when}.',
  nextUntil:
    'If it has not shipped by the end of {day}, and you have not agreed to a later date by then, {rest, select, yes {the rest of your order} other {your order}} is canceled.{money, select, paid { Everything you have paid for it is then promptly refunded in full.} free {} other { Nothing has been charged for it, and nothing will be then.}}',
  nextAgreed:
    'It is now the day that we have agreed on. If we miss it, your order page shows what you can do then.',
  nextPeriod:
    'If it has not arrived by then, you can end the contract{money, select, paid { and get back everything you have paid for it without undue delay, within 14 days at most} other {}}.',
} as const;

export const withdrawal = {
  subject: 'You withdrew from your order {order}',
  heading: 'We received your withdrawal',
  received: 'We received your withdrawal from the contract for your order {order} on {when}.',
  declared:
    'You declared that you withdraw from the contract for order {order} of {day}, for the items listed below.',
  receivedAt: 'Received',
  placedOn: 'Ordered on',
  name: 'Name',
  canceled: 'We have canceled the order.',
  refund:
    '{money, select, paid {Everything you have paid for {rest, select, yes {what has not shipped} other {it}} is refunded without undue delay, within 14 days at most. A separate email tells you the amount.} free {} other {Nothing has been charged for {rest, select, yes {what has not shipped} other {it}}, and nothing will be.}}',
  handedOver:
    'What it covers has shipped already, so {shop} takes care of your withdrawal from here and will write to you about the return.',
  partly:
    'We have canceled what had not shipped. {shop} takes care of the rest, which has shipped already, and will write to you about the return.',
  covers: 'Your withdrawal covers',
} as const;
