export const cancelled = {
  subject:
    '{partial, select, yes {Ein Teil Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} wurde storniert',
  heading:
    '{partial, select, yes {Ein Teil Ihrer Bestellung wurde storniert} other {Ihre Bestellung wurde storniert}}',
  byCustomer:
    'Auf Ihren Wunsch haben wir {partial, select, yes {einen Teil Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} am {day} storniert.',
  byShop:
    'Es tut uns leid, aber wir mussten {partial, select, yes {einen Teil Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} am {day} stornieren.',
  bySystem:
    'Es tut uns leid, aber {partial, select, yes {ein Teil Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} wurde am {day} storniert.',
  byPayment:
    'Es tut uns leid, aber {partial, select, yes {ein Teil Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} wurde am {day} storniert, weil die Zahlung nicht abgeschlossen werden konnte.',
  byLaw:
    'Es tut uns leid: {partial, select, yes {Was von Ihrer Bestellung {order} noch offen war,} other {Ihre Bestellung {order}}} wurde am {day} storniert, weil wir nicht rechtzeitig versenden konnten und kein späterer Termin vereinbart war.',
  byCard:
    'Es tut uns leid, aber {partial, select, yes {ein Teil Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} wurde am {day} storniert, weil wir Ihre Karte und Ihre Zustimmung nicht rechtzeitig erhalten haben.',
  reason: 'Der Grund: {reason}',
  neverCharged:
    '{partial, select, yes {Für diese Artikel wurde nichts abgebucht, und es wird auch nichts abgebucht.} other {Dafür wurde nichts abgebucht, und es wird auch nichts abgebucht.}}',
  chargedBack:
    'Ihre Bank hat Ihnen {amount} für diese Bestellung gutgeschrieben, deshalb gibt es von uns keine gesonderte Erstattung.',
  refunding:
    'Wir erstatten Ihnen {amount} auf das Zahlungsmittel, mit dem Sie bezahlt haben. Sobald das Geld unterwegs ist, bekommen Sie eine weitere E-Mail.',
  shopRefunds:
    '{shop} erstattet Ihnen {amount} auf das Zahlungsmittel, mit dem Sie bezahlt haben. Sobald das Geld unterwegs ist, bekommen Sie eine weitere E-Mail.',
  sentBy: 'Das Geld geht spätestens am {day} heraus.',
  sentBefore:
    '{partial, select, yes {Was Sie für diese Artikel bezahlt haben, wurde schon erstattet, und für sie wird nichts mehr abgebucht.} other {Was Sie dafür bezahlt haben, wurde schon erstattet, und dafür wird nichts mehr abgebucht.}}',
  refunded:
    'Am {day} haben wir Ihnen {amount} auf das Zahlungsmittel erstattet, mit dem Sie bezahlt haben. Bis Ihre Bank das anzeigt, kann es ein paar Tage dauern.',
  shopRefunded:
    '{shop} hat Ihnen am {day} {amount} auf das Zahlungsmittel erstattet, mit dem Sie bezahlt haben. Bis Ihre Bank das anzeigt, kann es ein paar Tage dauern.',
  refundedBefore:
    '{partial, select, yes {Der Rest dessen, was Sie für diese Artikel bezahlt haben, wurde gesondert erstattet.} other {Der Rest dessen, was Sie dafür bezahlt haben, wurde gesondert erstattet.}}',
  released:
    'Die auf Ihrer Karte reservierten {amount} wurden freigegeben. Bis Ihre Bank das anzeigt, kann es ein paar Tage dauern.',
  restOpen: 'Der Rest Ihrer Bestellung ist davon nicht betroffen.',
  restShipped: 'Was schon verschickt ist, ist davon nicht betroffen.',
  canceled: 'Storniert',
} as const;
