export const cardExpiring = {
  subject: 'Ihre Karte läuft vor dem Versand von Bestellung {order} ab',
  subjectSoon: 'Ihre Karte für Bestellung {order} läuft bald ab',
  heading: 'Ihre Karte läuft vor dem Versand Ihrer Bestellung ab',
  headingSoon: 'Ihre Karte läuft bald ab',
  before:
    'Die Karte, die Sie uns für Ihre Bestellung {order} gegeben haben, läuft Ende {month} ab, also vor dem voraussichtlichen Versand Ihrer Bestellung.',
  soon: 'Die Karte, die Sie uns für Ihre Bestellung {order} gegeben haben, läuft Ende {month} ab, und Ihre Bestellung ist noch nicht verschickt.',
  plain: 'Die Karte, die Sie uns für Ihre Bestellung {order} gegeben haben, läuft Ende {month} ab.',
  wish: 'Bitte geben Sie uns eine andere Karte, damit die Zahlung gelingen kann, wenn Ihre Artikel eintreffen. Jetzt wird nichts abgebucht, und Sie behalten Ihren Platz auf der Warteliste.',
  wishSetAside:
    'Bitte geben Sie uns eine andere Karte, damit die Zahlung gelingen kann. Jetzt wird nichts abgebucht.',
  validThrough: 'Karte gültig bis',
  change: 'Andere Karte verwenden',
} as const;
