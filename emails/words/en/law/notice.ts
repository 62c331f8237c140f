/** What a notice says that offers a choice: 16 CFR 435.2(b), and the strictest of others. */
export const lawNotice = {
  subjectDated: 'Your order {order} is delayed: it now ships by {day}',
  subjectCancels: 'Your order {order} is delayed: please answer by {day}',
  subjectUndated: 'No new date for your order {order}: please answer by {day}',
  headingUndated: 'We have no new date for your order',
  dated:
    'We are sorry, but {rest, select, yes {the rest of your order {order}} other {your order {order}}} is delayed. We now expect it to ship by {day}.',
  undated:
    'We are sorry, but {rest, select, yes {the rest of your order {order}} other {your order {order}}} is delayed, and we cannot give you a new date. We will email you as soon as there is one.',
  before: 'The date until now',
  unknown: 'Not known yet',
  reasonSupply:
    'The reason: the stock that it waits for does not arrive when we had been told it would.',
  reasonAgain:
    'The reason: items that were set aside for it are no longer available, so they have to wait for new stock.',
  reasonStock:
    '{dated, select, yes {The reason: the stock that it waits for arrives later than we had expected.} other {The reason: the stock that it waits for has not arrived, and we have no certain date for it.}}',
  reasonShipping:
    'The reason: it is set aside for you, but sending it takes us longer than we had expected.',
  cancel:
    '{money, select, paid {You can cancel at any time until it ships. Everything you have paid for it is then promptly refunded in full.} free {You can cancel at any time until it ships.} other {You can cancel at any time until it ships. Nothing has been charged for it, and nothing will be if you cancel.}}',
  keepUndated:
    'If you keep your order, it stays open without a date, and you can still cancel at any time until it ships.',
  longer: 'You can also agree to wait longer than {day}: choose how long on your order page.',
  howTo:
    'Please tell us on your order page whether you want to keep or cancel your order. It costs you nothing.',
  howToMail:
    'Please tell us on your order page, or by email to {address}, whether you want to keep or cancel your order. It costs you nothing.',
  consents:
    'If we do not hear from you by the end of {day}, we take it that you agree to the new date. You can still cancel at any time until it ships.',
  cancels:
    'If we do not hear from you by the end of {day}, and it has not shipped by then, {rest, select, yes {the rest of your order} other {your order}} is canceled.{money, select, paid { Everything you have paid for it is then promptly refunded in full.} free {} other { Nothing has been charged for it, and nothing will be.}}',
} as const;
