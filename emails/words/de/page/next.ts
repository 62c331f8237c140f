/** Where the order stands, by when it ships, and what happens next. */
export const nextPage = {
  heading: 'Wie es weitergeht',
  waiting: `{part, select,
    rest {{awaited, select,
      both {Der Rest Ihrer Bestellung wartet auf Ihre Karte und Ihre Zustimmung.}
      card {Der Rest Ihrer Bestellung wartet auf Ihre Karte.}
      consent {Der Rest Ihrer Bestellung wartet auf Ihre Zustimmung.}
      payment {Der Rest Ihrer Bestellung wartet auf die Zahlung.}
      other {Der Rest Ihrer Bestellung wartet auf Ware.}}}
    other {{awaited, select,
      both {Ihre Bestellung wartet auf Ihre Karte und Ihre Zustimmung.}
      card {Ihre Bestellung wartet auf Ihre Karte.}
      consent {Ihre Bestellung wartet auf Ihre Zustimmung.}
      payment {Ihre Bestellung wartet auf die Zahlung.}
      other {Ihre Bestellung wartet auf Ware.}}}}`,
  placeKept: 'Ihr Platz auf der Warteliste ist Ihnen sicher.',
  setAside: `{part, select,
    more {Ein weiterer Teil Ihrer Bestellung ist für Sie zurückgelegt.}
    some {Ein Teil Ihrer Bestellung ist für Sie zurückgelegt.}
    rest {Der Rest Ihrer Bestellung ist für Sie zurückgelegt.}
    other {Ihre Bestellung ist für Sie zurückgelegt.}}`,
  unsettled: 'Die Zahlung ist noch nicht geklärt.',
  paymentNext: 'Als Nächstes kommt die Zahlung.',
  ready: `{part, select,
    more {Ein weiterer Teil Ihrer Bestellung ist auf Lager und versandbereit.}
    some {Ein Teil Ihrer Bestellung ist auf Lager und versandbereit.}
    rest {Der Rest Ihrer Bestellung ist auf Lager und versandbereit.}
    other {Ihre Bestellung ist auf Lager und versandbereit.}}`,
  shipped: 'Ihre Bestellung ist verschickt.',
  shippedExcept: 'Ihre Bestellung ist verschickt, bis auf das, was storniert wurde.',
  cancelled: 'Ihre Bestellung wurde storniert.',
  noDate: 'Einen Versandtermin gibt es noch nicht. Sobald es einen gibt, geben wir Ihnen Bescheid.',
  expected:
    'Der Versand erfolgt voraussichtlich bis {day}. Wenn sich das ändert, geben wir Ihnen Bescheid.',
  expectedOncePaid:
    'Der Versand erfolgt voraussichtlich bis {day}, sobald die Zahlung geklärt ist.',
  late: 'Der Versand war bis {day} vorgesehen und verspätet sich. Das tut uns leid. Sobald wir einen neuen Termin haben, nennen wir ihn Ihnen.',
  lateUnpaid:
    'Der Versand war bis {day} vorgesehen. Dieser Tag ist vorbei, und die Zahlung ist noch nicht geklärt.',
  lookedInto: 'Wir prüfen Ihre Bestellung, bevor es mit ihr weitergeht.',
  paymentLookedInto:
    'Wir prüfen die Zahlung für Ihre Bestellung. Sobald das geklärt ist, können Ihre Artikel verschickt werden.',
  setAsideNext:
    'Sobald Ihre Artikel eintreffen, legen wir sie für Sie zurück und geben Ihnen Bescheid.',
  readySoon: 'Ihre Artikel sind gleich versandbereit.',
  paidReadySoon: 'Die Zahlung ist schon erledigt. Ihre Artikel sind gleich versandbereit.',
  bankAsked:
    'Wir bitten Ihre Bank gerade, den Betrag zu genehmigen. Sobald sie das getan hat, sind Ihre Artikel versandbereit.',
  handOver: 'Wir übergeben Ihre Artikel dem Versanddienst und schreiben Ihnen eine E-Mail.',
  handOverCharged:
    'Wir übergeben Ihre Artikel dem Versanddienst. Dann buchen wir von Ihrer Karte ab und schreiben Ihnen eine E-Mail.',
  restFollows: 'Der Rest Ihrer Bestellung folgt, sobald er bereit ist.',
  withCarrier: 'Ihre Artikel sind beim Versanddienst.',
  nothingToDo: 'Sie brauchen nichts zu tun.',
  mailCountdown:
    'Unsere nächste E-Mail bekommen Sie am {day}. Darin steht, wie viele Tage es noch sind.',
  mailExcitement:
    'Unsere nächste E-Mail bekommen Sie am {day}. Darin erzählen wir ein wenig über das, was Sie bestellt haben.',
  mailCheckIn:
    'Unsere nächste E-Mail bekommen Sie am {day}. Darin steht, wie es um Ihre Bestellung steht.',
} as const;
