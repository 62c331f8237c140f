/** What every mail says around its own matter. */
export const letter = {
  hello: 'Guten Tag!',
  helloName: 'Guten Tag, {name}!',
  view: 'Bestellung ansehen',
  viewOrCancel: 'Bestellung ansehen oder stornieren',
  about: 'In dieser E-Mail geht es um Ihre Bestellung {order} vom {day}.',
  questions: 'Fragen? Schreiben Sie uns an {address}.',
  unsubscribeOffer:
    'Sie können diese Neuigkeiten abbestellen. Über Zahlung, Versand und jede Änderung an Ihrer Bestellung schreiben wir Ihnen weiterhin.',
  unsubscribeOfferFree:
    'Sie können diese Neuigkeiten abbestellen. Über den Versand und jede Änderung an Ihrer Bestellung schreiben wir Ihnen weiterhin.',
  unsubscribe: 'Abbestellen',
  preferences: 'Auswählen, welche E-Mails Sie bekommen',
  items:
    '{more, plural, =0 {{first}} one {{first} und # weiterer Artikel} other {{first} und # weitere Artikel}}',
  noItems: 'Ihre Bestellung',
  yourOrder: 'Ihre Bestellung {order}',
  stillToCome: 'Was aus Ihrer Bestellung {order} noch kommt',
  shipping: 'Versandkosten',
  total: 'Gesamtbetrag',
  totalLeft: 'Gesamtbetrag dessen, was noch kommt',
  quantity: 'Menge {count} · {sku}',
  line: '{count} × {title} ({sku})',
  pricedLine: '{count} × {title} ({sku}), {amount}',
  moreLines: 'und {count} mehr, auf Ihrer Bestellseite',
  moreOrders: '{count, plural, one {und # weitere Bestellung} other {und # weitere Bestellungen}}',
  detail: '{label}: {value}',
  titled: '{title}:',
} as const;
