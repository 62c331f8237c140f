/** What is the matter with the payment, and what follows by when. */
export const problemPage = {
  declined: 'Ihre Zahlung von {sum} ist nicht gelungen.',
  authentication: 'Ihre Bank verlangt, dass Sie die Zahlung von {sum} bestätigen.',
  authenticationOver:
    'Ihre Bank hat verlangt, dass Sie die Zahlung von {sum} bestätigen. Die Zeit dafür ist abgelaufen.',
  expired: 'Die Karte, die Sie uns gegeben haben, ist abgelaufen. Zu zahlender Betrag: {sum}.',
  removed:
    'Die Karte, die Sie uns gegeben haben, ist nicht mehr verfügbar, deshalb können wir nicht von ihr abbuchen. Zu zahlender Betrag: {sum}.',
  retry:
    'Am {day} versuchen wir es mit derselben Karte noch einmal. Wenn die Zahlung gelingt, brauchen Sie nichts zu tun.',
  partlyShipped: 'Ein Teil davon ist für Artikel, die schon verschickt sind.',
  cancelsAfter:
    'Wenn uns Ihre Zahlung bis einschließlich {day} nicht vorliegt, stornieren wir die Bestellung kostenlos.',
  leftToConfirm:
    'Die Zahlung ist für Artikel, die schon verschickt sind. Sobald Sie sie bestätigen, wird sie abgebucht.',
  leftToPay:
    'Der Betrag ist für Artikel, die schon verschickt sind. Sobald Sie uns eine andere Karte geben, wird er von dieser abgebucht.',
  keptUntil:
    'Ihre Artikel sind bis einschließlich {day} für Sie zurückgelegt. Danach gehen sie an die Nächsten auf der Warteliste, aber Ihre Bestellung behält ihren Platz.',
  barred:
    'Ihre Zahlung lag uns nicht rechtzeitig vor, deshalb sind Ihre Artikel an die Nächsten auf der Warteliste gegangen. Ihre Bestellung behält ihren Platz auf der Warteliste und kann wieder Artikel bekommen, sobald Sie uns eine andere Karte geben.',
  early:
    'Bitte kümmern Sie sich darum, bevor Ihre Artikel eintreffen, damit sie gleich für Sie da sind.',
  movesOn: 'Sobald die Zahlung geklärt ist, kann es mit Ihrer Bestellung weitergehen.',
  chargedShipped: 'Ihre Artikel sind verschickt, deshalb wird der Betrag sofort abgebucht.',
  chargedPartly:
    'Was schon verschickt ist, wird sofort abgebucht, alles andere erst, wenn es verschickt wird.',
  chargedLater: 'Der Betrag wird erst abgebucht, wenn Ihre Artikel verschickt werden.',
  confirm: 'Zahlung bestätigen',
  otherCard: 'Andere Karte verwenden',
} as const;

/** The card and the consent that an order still waits for. */
export const askedPage = {
  needed: `{wants, select,
    card {Damit es mit Ihrer Bestellung weitergeht, brauchen wir Ihre Karte. Jetzt wird nichts abgebucht.}
    consent {Damit es mit Ihrer Bestellung weitergeht, brauchen wir Ihre Zustimmung zu dem, was von Ihrer Karte abgebucht wird. Jetzt wird nichts abgebucht.}
    other {Damit es mit Ihrer Bestellung weitergeht, brauchen wir Ihre Karte und Ihre Zustimmung zu dem, was von ihr abgebucht wird. Jetzt wird nichts abgebucht.}}`,
  cancelsAfter:
    'Wenn uns das bis einschließlich {day} nicht vorliegt, stornieren wir Ihre Bestellung, und es wird nichts abgebucht.',
  giveCard: 'Karte hinterlegen',
  agree: 'Lesen und zustimmen',
} as const;
