export const delayAnswer = {
  subject: 'Ihre Antwort zu Bestellung {order} ist notiert',
  heading: 'Ihre Antwort ist notiert',
  until:
    'Sie haben zugestimmt, bis {day} auf {rest, select, yes {den Rest Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} zu warten.',
  open: 'Sie haben zugestimmt, ohne neuen Termin auf {rest, select, yes {den Rest Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} zu warten.',
  period:
    'Sie haben uns für die Lieferung {rest, select, yes {des Restes Ihrer Bestellung {order}} other {Ihrer Bestellung {order}}} eine letzte Frist gesetzt: {day}.',
  received: 'Ihre Antwort ist bei uns eingegangen: {when}.',
  nextUntil:
    'Wenn bis einschließlich {day} nichts versandt ist und Sie bis dahin keinem späteren Termin zugestimmt haben, wird {rest, select, yes {der Rest Ihrer Bestellung} other {Ihre Bestellung}} storniert.{money, select, paid { Alles, was Sie dafür bezahlt haben, wird Ihnen dann umgehend und vollständig erstattet.} free {} other { Dafür wurde nichts abgebucht, und es wird dann auch nichts abgebucht.}}',
  nextAgreed:
    'Dieser Termin gilt jetzt als vereinbart. Wenn wir ihn nicht einhalten, zeigt Ihnen Ihre Bestellseite, was Sie dann tun können.',
  nextPeriod:
    'Wenn die Ware bis dahin nicht bei Ihnen ist, können Sie vom Vertrag zurücktreten{money, select, paid {. Alles, was Sie dafür bezahlt haben, wird Ihnen dann unverzüglich erstattet, spätestens binnen 14 Tagen} other {}}.',
} as const;

export const withdrawal = {
  subject: 'Ihr Widerruf zu Bestellung {order}',
  heading: 'Ihr Widerruf ist eingegangen',
  received:
    'Ihr Widerruf des Vertrags über die Bestellung {order} ist bei uns eingegangen: {when}.',
  declared:
    'Sie haben erklärt, dass Sie den Vertrag über die Bestellung {order} (aufgegeben am {day}) widerrufen. Ihr Widerruf gilt für die unten genannten Artikel.',
  receivedAt: 'Eingegangen',
  placedOn: 'Bestellt am',
  name: 'Name',
  canceled: 'Wir haben die Bestellung storniert.',
  refund:
    '{money, select, paid {Alles, was Sie {rest, select, yes {für noch nicht versandte Artikel} other {dafür}} bezahlt haben, wird Ihnen unverzüglich erstattet, spätestens binnen 14 Tagen. Den Betrag nennt Ihnen eine eigene E-Mail.} free {} other {{rest, select, yes {Für das, was noch nicht versandt war,} other {Dafür}} wurde nichts abgebucht, und es wird auch nichts abgebucht.}}',
  handedOver:
    'Die Ware ist bereits unterwegs. {shop} kümmert sich um Ihren Widerruf und schreibt Ihnen wegen der Rücksendung.',
  partly:
    'Was noch nicht unterwegs war, haben wir storniert. Um den Rest, der bereits verschickt ist, kümmert sich {shop} und schreibt Ihnen wegen der Rücksendung.',
  covers: 'Ihr Widerruf umfasst',
} as const;
