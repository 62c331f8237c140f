/** A notice of a delay on the order's page, what silence means, and what else the law lets one do. */
export const noticePage = {
  heading: 'Your order is delayed. Do you want to wait?',
  silenceConsents:
    'If we do not hear from you, you agree to the new date, {day}. Even then, you can still cancel at any time before it ships.',
  silenceCancels:
    'If we do not hear from you by the end of {day}, everything that has not shipped by then will be canceled.',
  silenceNothing:
    'If you do nothing, nothing changes: you have not agreed to another date, and your order goes on. You can still cancel at any time before it ships.',
  refundWorkingDays: 'What is refunded is sent within 7 working days.',
  refundDays: 'What is refunded is sent without undue delay, and within 14 days at the latest.',
  reasonNotInTime: 'We could not ship the items in time.',
  answered: 'Your answer about the delay',
  answeredUntil: 'On {on}, you agreed to wait until {day}.',
  answeredOpen: 'On {on}, you agreed to wait as long as it takes.',
  missed: 'Your order was due to arrive by {day}',
  missedWhat:
    'We are sorry that we missed that day. You can give us one last day to deliver, or end the contract by canceling.',
  missedAgain:
    'We are sorry that we missed that day too. You can end the contract by canceling, or give us another day to deliver.',
  missedEssential:
    'That day was essential for your order, so you can end the contract right away, without giving us another one.',
  furtherSet: 'You gave us until {day} at the latest to deliver.',
  furtherOver: 'The last day that you gave us to deliver has passed: {day}.',
  end: 'End the contract',
  withdrawWhy: 'If you want to use your right of withdrawal, you can do so here.',
  withdraw: 'Withdraw from contract here',
  doneKept: 'Done: we have noted your answer. We will confirm it by email.',
  donePeriod: 'Done: we have noted the last day that you gave us. We will confirm it by email.',
  doneWithdrawn: 'Done: we have received your withdrawal. We will confirm it by email.',
} as const;

/** Where a customer answers a notice of a delay. */
export const answerPage = {
  title: 'Your answer about order {order}',
  question: 'Order {order} is delayed. Do you want to wait?',
  howLong: 'How long do you want to wait?',
  untilNew: 'Until the new date, {day}',
  open: 'As long as it takes',
  untilDay: 'Until a day that I choose',
  day: 'If you choose a day: the last day that you want to wait',
  agreeUntil: 'You agree to wait until {day}. You can still cancel at any time before it ships.',
  agreeOpen:
    'You agree to wait as long as it takes. You can still cancel at any time before it ships.',
  unanswered: 'Nothing was changed. Please choose how long you want to wait.',
  badDay: 'Nothing was changed. Please choose a day from {from} to {to}.',
  changed:
    'Nothing was changed, because we gave you a newer date in the meantime. Please answer again.',
  nothing: 'There is nothing to answer',
  nothingAsked: 'We are not waiting for an answer about this order.',
  nothingShipped: 'Your items are with the carrier, so there is no delay left to answer.',
  nothingCancelled: 'Everything that had not shipped has already been canceled.',
} as const;

/** The two steps of a withdrawal in the European Union: the statement, and its confirmation. */
export const withdrawPage = {
  title: 'Withdraw from the contract for order {order}',
  what: 'With this form, you withdraw from the contract for order {order}, placed on {day}. You do not need to give a reason.',
  open: 'Everything that has not shipped will be canceled.',
  shipped: '{shop} will take care of what has shipped and write to you about the return.',
  covers: 'Your withdrawal covers',
  name: 'Your name',
  means:
    'We will confirm your withdrawal by email, with its content, date, and time, to {address}.',
  sure: 'Do you want to withdraw?',
  yes: 'Yes, I withdraw from the contract',
  confirm: 'Confirm withdrawal',
  unanswered: 'Nothing was changed. Please choose whether you want to withdraw.',
  nameMissing: 'Nothing was changed. Please give your name.',
  received: 'We received your withdrawal',
  receivedAt: 'We received your withdrawal from the contract for order {order} on {when}.',
  mailFollows: 'We confirm it by email.',
  none: 'There is nothing to withdraw from here',
  noneWhy: 'Your order page shows what you can do about your order.',
} as const;

/** The last day that a customer gives us after a day that we missed. */
export const periodPage = {
  title: 'A last day for order {order}',
  day: 'The last day for us to deliver',
  what: 'If your order has not arrived by the end of that day, you can end the contract. In any case, you can cancel at any time before it ships.',
  send: 'Give us until this day',
  badDay: 'Nothing was changed. Please choose a day from {from} to {to}.',
  none: 'You cannot give us a last day now',
  noneWhy:
    'That is possible once we have missed the day on which your order was due to arrive, and as long as something is left to ship.',
} as const;

/** An answer, a withdrawal or a period that is not carried out yet, or came too late. */
export const heardPage = {
  answer: 'We have received your answer',
  waits: 'You told us on {on} that you want to wait. That is the day that counts.',
  waitUntil: 'You told us on {on} that you want to wait until {day}. That is the day that counts.',
  waitOpen:
    'You told us on {on} that you want to wait as long as it takes. That is the day that counts.',
  withdrawal: 'We have received your withdrawal',
  withdrew: 'You withdrew from the contract on {when}. That is the moment that counts.',
  period: 'You gave us on {on} until {day} at the latest to deliver. That is the day that counts.',
  notYet:
    'It will be carried out soon, usually within a minute. You do not need to do anything: this page will show when it is done.',
  tooLate: 'Your answer came too late',
  tooLateWhy: 'When your answer of {on} reached your order, there was nothing left to answer.',
  newer: 'Please answer again',
  newerWhy: 'When your answer of {on} reached your order, we had given you a newer date.',
} as const;

/** What the customer said, and what the law did, among all that has happened to an order. */
export const saidPage = {
  waits: 'You agreed to wait.',
  waitUntil: 'You agreed to wait until {day}.',
  waitOpen: 'You agreed to wait as long as it takes.',
  refused: 'You decided not to wait.',
  withdrew: 'You withdrew from the contract.',
  period: 'You gave us until {day} at the latest to deliver.',
  cancelledByLaw:
    '{count, plural, one {# item was canceled, because we did not ship it in time.} other {# items were canceled, because we did not ship them in time.}}',
} as const;
