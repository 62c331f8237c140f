export const refunded = {
  subjectUs: 'Wir haben Ihnen {amount} für Bestellung {order} erstattet',
  subjectShop: '{shop} hat Ihnen {amount} für Bestellung {order} erstattet',
  subjectBank: 'Ihre Bank hat Ihnen {amount} für Bestellung {order} gutgeschrieben',
  heading: 'Ihre Erstattung ist unterwegs',
  headingBank: 'Ihre Bank hat Ihnen den Betrag gutgeschrieben',
  byUs: 'Wir haben Ihnen {share, select, all {Ihre Zahlung} part {einen Teil Ihrer Zahlung} other {den Rest Ihrer Zahlung}} für Bestellung {order} auf das Zahlungsmittel erstattet, mit dem Sie bezahlt haben.',
  byShop:
    '{shop} hat Ihnen {share, select, all {Ihre Zahlung} part {einen Teil Ihrer Zahlung} other {den Rest Ihrer Zahlung}} für Bestellung {order} auf das Zahlungsmittel erstattet, mit dem Sie bezahlt haben.',
  byBank:
    'Ihre Bank hat Ihnen für Bestellung {order} Geld gutgeschrieben, deshalb gibt es von uns keine gesonderte Erstattung.',
  everything: 'Damit ist alles erstattet, was Sie bezahlt haben.',
  amount: 'Betrag',
  refundedOn: 'Erstattet am',
  refundedTo: 'Erstattet auf',
  paymentMethod: 'Das Zahlungsmittel, mit dem Sie bezahlt haben',
  arrival: 'Bis Ihre Bank das anzeigt, kann es ein paar Tage dauern. Sie brauchen nichts zu tun.',
  nothingToDo: 'Sie brauchen nichts zu tun.',
  remains: 'Die Artikel, die noch zu verschicken sind, bleiben bestellt.',
} as const;
