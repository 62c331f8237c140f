/** The customer's money so far, and what may still be charged. */
export const paymentPage = {
  seenOfUpfront: 'Von dem, was Sie bei der Bestellung bezahlt haben, sehen wir {sum}.',
  upfront: 'Bei der Bestellung haben Sie {sum} bezahlt.',
  charged: 'Von Ihrer Karte wurden {sum} abgebucht.',
  unmatched:
    'Eine Zahlung konnten wir Ihrer Bestellung nicht zuordnen. Wir melden uns deswegen bei Ihnen.',
  neverCharged: 'Es wurde nichts abgebucht, und es wird auch nichts abgebucht.',
  notCharged: 'Bisher wurde nichts abgebucht.',
  unseen: `{what, select,
    deposit {Die Anzahlung für Ihre Bestellung sehen wir noch nicht. Wir klären das.}
    fullDeposit {Die vollständige Anzahlung für Ihre Bestellung sehen wir noch nicht. Wir klären das.}
    fullPayment {Die vollständige Zahlung für Ihre Bestellung sehen wir noch nicht. Wir klären das.}
    other {Die Zahlung für Ihre Bestellung sehen wir noch nicht. Wir klären das.}}`,
  neverSeen: `{what, select,
    deposit {Die Anzahlung für Ihre Bestellung konnten wir nicht sehen.}
    fullDeposit {Die vollständige Anzahlung für Ihre Bestellung konnten wir nicht sehen.}
    fullPayment {Die vollständige Zahlung für Ihre Bestellung konnten wir nicht sehen.}
    other {Die Zahlung für Ihre Bestellung konnten wir nicht sehen.}}`,
  ifPaid:
    '{reach, select, mail {Wenn Sie bezahlt haben, schreiben Sie uns bitte an {email}.} other {Wenn Sie bezahlt haben, melden Sie sich bitte bei uns.}}',
  refunded: '{sum} wurden auf das Zahlungsmittel erstattet, mit dem Sie bezahlt haben.',
  credited: 'Ihre Bank hat Ihnen {sum} gutgeschrieben.',
  refunding: `{by, select,
    shop {{shop} erstattet Ihnen {sum} auf das Zahlungsmittel, mit dem Sie bezahlt haben.}
    other {Wir erstatten Ihnen {sum} auf das Zahlungsmittel, mit dem Sie bezahlt haben.}}`,
  releasing: 'Die auf Ihrer Karte reservierten {sum} werden gerade freigegeben.',
  held: '{sum} sind auf Ihrer Karte reserviert. Abgebucht wird nur, was verschickt wird.',
  charging: '{sum} sind auf Ihrer Karte reserviert und werden jetzt abgebucht.',
  chargingShipped:
    '{sum} sind auf Ihrer Karte reserviert und werden jetzt für das abgebucht, was verschickt ist.',
  chargingPart: '{sum} sind auf Ihrer Karte reserviert. Davon werden jetzt {due} abgebucht.',
  restReleased: 'Der Rest wird freigegeben.',
  restLater: 'Vom Rest wird nur abgebucht, was verschickt wird.',
  released:
    'Alles, was auf Ihrer Karte reserviert war, wurde freigegeben. Bis Ihre Bank das anzeigt, kann es ein paar Tage dauern.',
  otherReleased:
    'Alles andere, was auf Ihrer Karte reserviert war, wurde freigegeben. Bis Ihre Bank das anzeigt, kann es ein paar Tage dauern.',
  pursued: 'Noch ist nicht alles bezahlt, was verschickt ist. Wir klären das.',
  paidInFull: 'Ihre Bestellung ist vollständig bezahlt.',
  nothingMore: 'Es wird nichts mehr abgebucht.',
  willCharge: `{what, select,
    rest {{when, select,
      atOnce {Den Rest buchen wir für das, was verschickt ist, sofort von Ihrer Karte ab, und sonst erst, wenn Ihre Artikel verschickt werden.}
      other {Den Rest buchen wir erst von Ihrer Karte ab, wenn Ihre Artikel verschickt werden.}}}
    other {{when, select,
      atOnce {Für das, was verschickt ist, buchen wir sofort von Ihrer Karte ab, und sonst erst, wenn Ihre Artikel verschickt werden.}
      other {Wir buchen erst von Ihrer Karte ab, wenn Ihre Artikel verschickt werden.}}}}`,
  willChargeOnceGiven: `{wants, select,
    card {Sobald wir Ihre Karte haben, gilt: Wir buchen erst von ihr ab, wenn Ihre Artikel verschickt werden.}
    consent {Sobald wir Ihre Zustimmung haben, gilt: Wir buchen erst von Ihrer Karte ab, wenn Ihre Artikel verschickt werden.}
    other {Sobald wir Ihre Karte und Ihre Zustimmung haben, gilt: Wir buchen erst von Ihrer Karte ab, wenn Ihre Artikel verschickt werden.}}`,
  most: 'Insgesamt buchen wir nie mehr als {sum} ab.',
  mostBesidesDeposit: 'Zusätzlich zu Ihrer Anzahlung buchen wir nie mehr als {sum} ab.',
  cardExpires:
    'Ihre Karte ist bis einschließlich {day} gültig. Das ist vor dem voraussichtlichen Versand Ihrer Bestellung. Bitte geben Sie uns eine andere.',
  cardExpired: 'Ihre Karte war bis einschließlich {day} gültig. Bitte geben Sie uns eine andere.',
} as const;
