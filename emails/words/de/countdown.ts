export const countdown = {
  toGo: '{days, plural, =0 {Heute} one {Noch # Tag} other {Noch # Tage}}',
  subject: '{toGo}: {items}',
  subjectUndated: 'Noch kein Versandtermin: {items}',
  subjectLate: 'Später als angekündigt: {items}',
  subjectOver: 'Ihre Bestellung {order}: nichts mehr zu verschicken',
  headingUndated: 'Noch kein Versandtermin',
  headingLate: 'Später als angekündigt',
  headingOver: 'Nichts mehr zu verschicken',
  inDays:
    '{days, plural, one {Bis dahin ist es noch # Tag.} other {Bis dahin sind es noch # Tage.}}',
  thenCard:
    'Wenn Ihre Artikel auf den Weg gehen, buchen wir von Ihrer Karte ab, insgesamt nie mehr als {maximum}. Sobald der Versanddienst sie hat, schreiben wir Ihnen.',
  thenPaid:
    'Ihre Artikel sind bezahlt. Sobald der Versanddienst sie hat, schreiben wir Ihnen, und es wird nichts mehr abgebucht.',
  thenFree: 'Sobald der Versanddienst die Artikel hat, schreiben wir Ihnen.',
  thenAsked:
    'Ihre Artikel können erst auf den Weg gehen, wenn wir Ihre Karte und Ihre Zustimmung haben. Beides können Sie uns auf Ihrer Bestellseite geben.',
  nothingToDo: 'Sie brauchen nichts zu tun.',
  lastCard:
    'Wenn Sie lieber mit einer anderen Karte bezahlen möchten, ist jetzt die Zeit dafür: Sie können sie ändern, bis Ihre Artikel für Sie zurückgelegt sind.',
  changeCard: 'Andere Karte verwenden',
  address: 'Hat sich Ihre Lieferadresse geändert? Bitte sagen Sie uns Bescheid: {contact}.',
  others: 'Am selben Tag auch für Sie',
  other: 'Bestellung {order}: {items}',
} as const;
