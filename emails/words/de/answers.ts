export const delayAnswer = {
  subject: 'Ihre Antwort zu Bestellung {order} ist notiert',
  heading: 'Ihre Antwort ist notiert',
  until: 'Sie warten bis {day} auf Ihre Bestellung {order}. So haben wir es notiert.',
  open: 'Sie warten auf Ihre Bestellung {order}, auch ohne neues Datum. So haben wir es notiert.',
  period:
    'Sie haben uns für die Lieferung Ihrer Bestellung {order} eine letzte Frist gesetzt: {day}.',
} as const;

export const withdrawal = {
  subject: 'Ihr Widerruf zu Bestellung {order}',
  heading: 'Ihr Widerruf ist eingegangen',
  received:
    'Ihr Widerruf des Vertrags über die Bestellung {order} ist bei uns eingegangen: {when}.',
  canceled:
    'Wir haben die Bestellung storniert. Was mit Ihrem Geld geschieht, steht in einer eigenen E-Mail.',
  handedOver:
    'Die Ware ist bereits unterwegs. {shop} kümmert sich um Ihren Widerruf und schreibt Ihnen wegen der Rücksendung.',
  partly:
    'Was noch nicht unterwegs war, haben wir storniert. Um den Rest, der bereits verschickt ist, kümmert sich {shop} und schreibt Ihnen wegen der Rücksendung.',
  covers: 'Ihr Widerruf umfasst',
} as const;
