/** Where an order stands, in the words that every mail of the wait shares. */
export const standing = {
  ahead:
    'Wir verschicken {rest, select, yes {den Rest Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} voraussichtlich bis {day}.',
  today:
    'Wir verschicken {rest, select, yes {den Rest Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} voraussichtlich heute, {day}.',
  past: 'Für {rest, select, yes {den Rest Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} war der Versand bis {day} vorgesehen, und er verspätet sich. Das tut uns leid.',
  undated:
    'Für {rest, select, yes {den Rest Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} gibt es noch keinen Versandtermin.',
  over: 'Von Ihrer Bestellung {order} ist nichts mehr zu verschicken.',
  placeKept: 'Ihr Platz auf der Warteliste ist Ihnen sicher.',
  partSetAside:
    '{count, plural, one {# Artikel ist schon für Sie zurückgelegt. Für das, was noch eintreffen muss, ist Ihnen Ihr Platz auf der Warteliste sicher.} other {# Artikel sind schon für Sie zurückgelegt. Für das, was noch eintreffen muss, ist Ihnen Ihr Platz auf der Warteliste sicher.}}',
  allSetAside:
    '{rest, select, yes {Der Rest ist vollständig auf Lager und für Sie zurückgelegt.} other {Alles aus dieser Bestellung ist auf Lager und für Sie zurückgelegt.}}',
  shipsBy: 'Versand bis',
  wasToShipBy: 'Versand war vorgesehen bis',
  noDate: 'Noch kein Termin',
  waitDay: 'Tag {day} von {days}',
  dateHolds: 'Wenn sich dieser Termin ändert, geben wir Ihnen Bescheid.',
  dateToCome: 'Sobald es einen Termin gibt, schreiben wir Ihnen.',
  dateLate: 'Sobald wir einen neuen Termin haben, schreiben wir Ihnen.',
  cancelOffer:
    'Bis Ihre Bestellung verschickt wird, können Sie sie auf Ihrer Bestellseite jederzeit kostenlos stornieren.',
  cancelOfferFree:
    'Bis Ihre Bestellung verschickt wird, können Sie sie auf Ihrer Bestellseite jederzeit stornieren.',
  cancelRest:
    'Was noch nicht verschickt ist, können Sie auf Ihrer Bestellseite jederzeit kostenlos stornieren.',
  cancelRestFree:
    'Was noch nicht verschickt ist, können Sie auf Ihrer Bestellseite jederzeit stornieren.',
  unmatched:
    'Eine Zahlung konnten wir Ihrer Bestellung nicht zuordnen. Wir melden uns deswegen bei Ihnen.',
} as const;
