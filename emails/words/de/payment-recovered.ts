export const paymentRecovered = {
  subjectWaived: 'Für Bestellung {order} ist nichts mehr zu zahlen',
  subjectCharged: 'Ihre Zahlung für Bestellung {order} ist gelungen',
  subjectAgreed: 'Wir haben Ihre Karte für Bestellung {order}',
  subjectHeld: 'Ihre Zahlung für Bestellung {order} ist genehmigt',
  subjectNoted: 'Wir haben Ihre neue Karte für Bestellung {order}',
  headingWaived: 'Es ist nichts mehr zu zahlen',
  headingCharged: 'Ihre Zahlung ist gelungen',
  headingAgreed: 'Wir haben Ihre Karte',
  headingHeld: 'Ihre Zahlung ist genehmigt',
  headingNoted: 'Wir haben Ihre neue Karte',
  waived:
    'Was für die verschickten Artikel aus Ihrer Bestellung {order} noch zu zahlen ist, ist zu wenig, um es von einer Karte abzubuchen, deshalb verlangen wir es nicht.',
  charged:
    'Wir haben für Artikel aus Ihrer Bestellung {order}, die verschickt sind, von Ihrer Karte abgebucht.',
  agreedWaiting:
    'Danke. Ihre Karte ist für Ihre Bestellung {order} hinterlegt. Die Bestellung steht für ihre Artikel auf der Warteliste.',
  agreed: 'Danke. Ihre Karte ist für Ihre Bestellung {order} hinterlegt.',
  held: 'Danke. Die Zahlung für Ihre Bestellung {order} ist jetzt genehmigt.',
  notedWaiting:
    'Danke. Ihre neue Karte ist für Ihre Bestellung {order} hinterlegt. Die Bestellung steht für ihre Artikel auf der Warteliste.',
  noted: 'Danke. Ihre neue Karte ist für Ihre Bestellung {order} hinterlegt.',
  notCharged: 'Nicht abgebucht',
  chargedFor: 'Abgebucht für verschickte Artikel',
  heldOnCard: 'Auf Ihrer Karte reserviert',
  mostCharged: 'Höchstbetrag beim Versand',
  nothingToDo: 'Sie brauchen nichts zu tun.',
  nextCharged: 'Die verschickten Artikel sind jetzt bezahlt. Sie brauchen nichts zu tun.',
  nextHeld:
    'Der Betrag wird erst abgebucht, wenn Ihre Artikel verschickt werden. Sie brauchen nichts zu tun.',
  nextWaiting:
    'Für sie wurde nichts abgebucht. Sobald Ihre Artikel für Sie zurückgelegt sind, bitten wir Ihre Bank, den Betrag zu genehmigen, und buchen ihn erst ab, wenn sie verschickt werden.',
  nextSetAside:
    'Wir bitten Ihre Bank, den Betrag für die Artikel zu genehmigen, die für Sie zurückgelegt sind, und buchen ihn erst ab, wenn sie verschickt werden.',
} as const;
