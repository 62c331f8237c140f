/** What a notice says that only informs, and leaves the customer their rights: EU and UK. */
export const lawInforms = {
  subjectUndated: 'Your order {order} is delayed, without a new date',
  subjectOver: 'The last date for your order {order} has passed',
  headingOver: 'The last date you gave us has passed',
  agree:
    '{dated, select, yes {You can agree to the new date: it is then the day that we have agreed on.} other {You can agree to wait without a date.}}',
  cancel:
    '{money, select, paid {You can cancel at any time until it ships, free of charge. Everything you have paid for it is then refunded without undue delay, within 14 days at most.} free {You can cancel at any time until it ships.} other {You can cancel at any time until it ships, free of charge. Nothing has been charged for it, and nothing will be if you cancel.}}',
  silence:
    'If you do not answer, nothing changes: your silence does not count as agreement, your order stays open, and you keep all your rights.',
  period:
    'If it has not arrived by the end of {day}, you can from then on give us a last date for the delivery, on your order page. If we miss that date too, you can end the contract{money, select, paid { and get back everything you have paid for it without undue delay, within 14 days at most} other {}}.',
  periodNow:
    'It should have arrived by {day}. You can now give us a last date for the delivery, on your order page. If we miss that date too, you can end the contract{money, select, paid { and get back everything you have paid for it without undue delay, within 14 days at most} other {}}.',
  essential:
    'If it has not arrived by the end of {day}, you can end the contract at once, without giving us another date{money, select, paid {, and get back everything you have paid for it without undue delay, within 14 days at most} other {}}.',
  essentialNow:
    'It should have arrived by {day}. You can now end the contract at once, without giving us another date{money, select, paid {, and get back everything you have paid for it without undue delay, within 14 days at most} other {}}.',
  over: 'We are sorry: the last date that you gave us for {rest, select, yes {the rest of your order {order}} other {your order {order}}}, {day}, has passed without delivery.',
  overRight:
    'You can now end the contract{money, select, paid { and get back everything you have paid for it without undue delay, within 14 days at most} free {} other {. Nothing has been charged for it, and nothing will be}}.',
  overSilence:
    'If you do nothing, your order stays open, and you can still end the contract at any time until it ships.',
  end: 'End the contract',
} as const;
