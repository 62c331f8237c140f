export const readyToShip = {
  subject:
    '{part, select, part {Ein Teil Ihrer Bestellung {order}} rest {Der Rest Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} ist versandbereit',
  heading:
    '{part, select, part {Ein Teil Ihrer Bestellung ist versandbereit} rest {Der Rest Ihrer Bestellung ist versandbereit} other {Ihre Bestellung ist versandbereit}}',
  statusWhole: 'Das Warten hat ein Ende: Ihre Bestellung {order} ist auf Lager und versandbereit.',
  statusRest:
    'Das Warten hat ein Ende: Der Rest Ihrer Bestellung {order} ist auf Lager und versandbereit.',
  statusPart:
    'Für einen Teil Ihrer Bestellung {order} hat das Warten ein Ende: Diese Artikel sind auf Lager und versandbereit.',
  statusOver:
    'Artikel aus Ihrer Bestellung {order} waren versandbereit. Wo sie jetzt sind, sehen Sie auf Ihrer Bestellseite.',
  next: 'Sobald alles beim Versanddienst ist, schreiben wir Ihnen wieder.',
  nextPart: 'Sobald der Versanddienst sie hat, schreiben wir Ihnen wieder.',
  restWaits: 'Was noch kommt, folgt, sobald es eingetroffen ist.',
  restSetAside:
    'Die anderen Artikel sind ebenfalls für Sie zurückgelegt und folgen, sobald sie bereit sind.',
  ready: 'Versandbereit',
} as const;
