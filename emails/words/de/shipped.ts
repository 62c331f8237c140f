export const shipped = {
  subjectWhole: 'Ihre Bestellung {order} ist verschickt',
  subjectAll: 'Ihre Bestellung {order} ist jetzt vollständig verschickt',
  subjectPart: 'Ein Teil Ihrer Bestellung {order} ist verschickt',
  headingWhole: 'Ihre Bestellung ist unterwegs',
  headingAll: 'Jetzt ist alles unterwegs',
  headingPart: 'Ein Teil Ihrer Bestellung ist verschickt',
  statusWhole:
    'Ihre Bestellung {order} ist beim Versanddienst. Vielen Dank, dass Sie gewartet haben.',
  statusAll:
    'Mit diesen Artikeln ist Ihre Bestellung {order} vollständig: Es ist nichts mehr zu verschicken. Vielen Dank, dass Sie gewartet haben.',
  statusPart: 'Ein Teil Ihrer Bestellung {order} ist beim Versanddienst.',
  restWaits: 'Der Rest folgt, sobald er eingetroffen ist.',
  restReady: 'Der Rest ist für Sie zurückgelegt und folgt, sobald er bereit ist.',
  restMixed:
    'Der Rest folgt: Ein Teil davon ist schon für Sie zurückgelegt, ein anderer muss noch eintreffen.',
  carrier: 'Versanddienst',
  tracking: 'Sendungsnummer',
  charged: 'Abgebucht für diese Sendung',
  payment: 'Zahlung',
  paidAtCheckout: 'Schon bezahlt',
  paidByDeposit: 'Durch Ihre Anzahlung gedeckt',
  waived: 'Zu wenig, um es abzubuchen, deshalb verlangen wir es nicht',
  inShipment: 'In dieser Sendung',
  toCome: 'Was noch kommt',
} as const;
