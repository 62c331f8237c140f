export const paymentProblem = {
  subjectDeclined: 'Zahlung für Bestellung {order} abgelehnt',
  subjectAuthentication: 'Bitte bestätigen Sie Ihre Zahlung für Bestellung {order}',
  subjectExpired: 'Ihre Karte ist abgelaufen: neue Karte nötig für Bestellung {order}',
  subjectRemoved: 'Wir brauchen eine andere Karte für Bestellung {order}',
  subjectBarred: 'Ihre Artikel sind nicht mehr zurückgelegt: Bestellung {order}',
  subjectLastCall: 'Noch ein paar Tage Zeit zum Bezahlen: Bestellung {order}',
  subjectShipped: 'Zahlung nötig für verschickte Artikel aus Bestellung {order}',
  headingDeclined: 'Ihre Zahlung ist nicht gelungen',
  headingAuthentication: 'Bitte bestätigen Sie Ihre Zahlung',
  headingExpired: 'Ihre Karte ist abgelaufen',
  headingRemoved: 'Wir brauchen eine andere Karte',
  headingBarred: 'Ihre Artikel sind nicht mehr zurückgelegt',
  headingLastCall: 'Noch ein paar Tage Zeit zum Bezahlen',
  headingShipped: 'Zahlung nötig für schon verschickte Artikel',
  setAside: 'Artikel aus Ihrer Bestellung {order} sind auf Lager und für Sie zurückgelegt.',
  aboutPayment: 'Es geht um die Zahlung für Ihre Bestellung {order}.',
  haveShipped:
    'Artikel aus Ihrer Bestellung {order} sind verschickt: Sie sind unterwegs oder schon bei Ihnen.',
  declined: 'Ihre Karte wurde abgelehnt.',
  authentication: 'Ihre Bank verlangt, dass Sie die Zahlung bestätigen. Sie wurde nicht abgelehnt.',
  expired:
    'Die Karte, die Sie uns gegeben haben, ist abgelaufen, deshalb konnte die Zahlung nicht gelingen.',
  removed:
    'Die Karte, die Sie uns gegeben haben, ist nicht mehr verfügbar, deshalb können wir nicht von ihr abbuchen.',
  barred:
    'Ihre Zahlung lag uns nicht rechtzeitig vor, deshalb sind Ihre Artikel an die Nächsten auf der Warteliste gegangen.',
  lastCall:
    'Ihre Zahlung liegt uns immer noch nicht vor, und wir können Ihre Bestellung nicht mehr lange offen halten.',
  notCharged: 'Der unten genannte Betrag wurde nicht abgebucht.',
  retry:
    'Am {day} versuchen wir es mit derselben Karte noch einmal. Wenn die Zahlung gelingt, brauchen Sie nichts zu tun.',
  retryToday:
    'Wir versuchen es heute mit derselben Karte noch einmal. Wenn die Zahlung gelingt, brauchen Sie nichts zu tun.',
  amount: 'Zu zahlender Betrag',
  payBy: 'Für Sie zurückgelegt bis einschließlich',
  placeUntil: 'Ihr Platz auf der Warteliste ist Ihnen sicher bis einschließlich',
  chargedOnceConfirmed: 'Sobald Sie die Zahlung bestätigen, wird dieser Betrag abgebucht.',
  chargedOnceGiven:
    'Sobald Sie uns eine andere Karte geben, wird dieser Betrag von dieser abgebucht.',
  afterThatDay:
    'Nach diesem Tag gehen Ihre Artikel an die Nächsten auf der Warteliste, aber Ihre Bestellung behält ihren Platz.',
  keepsPlace:
    'Ihre Bestellung behält ihren Platz auf der Warteliste und kann wieder Artikel bekommen, sobald Sie uns eine andere Karte geben.',
  onlyApproved: 'Ihre Bestellung kann erst verschickt werden, wenn die Zahlung genehmigt ist.',
  cancelled:
    'Wenn uns Ihre Zahlung bis einschließlich {day} immer noch nicht vorliegt, stornieren wir die Bestellung kostenlos.',
  cancelOffer:
    'Wenn Sie lieber nicht warten möchten, können Sie auf Ihrer Bestellseite kostenlos stornieren.',
  confirm: 'Zahlung bestätigen',
  change: 'Andere Karte verwenden',
  shippedLines: 'Verschickt aus Ihrer Bestellung {order}',
} as const;
