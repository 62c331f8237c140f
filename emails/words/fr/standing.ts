/** Where an order stands, in the words that every mail of the wait shares. */
export const standing = {
  ahead:
    'L’expédition {rest, select, yes {du reste de votre commande {order}} other {de votre commande {order}}} est prévue au plus tard le {day}.',
  today:
    'L’expédition {rest, select, yes {du reste de votre commande {order}} other {de votre commande {order}}} est prévue aujourd’hui, {day}.',
  past: '{rest, select, yes {Le reste de votre commande {order} devait être expédié} other {Votre commande {order} devait être expédiée}} au plus tard le {day} et a du retard. Nous en sommes désolés.',
  undated:
    '{rest, select, yes {Le reste de votre commande {order} n’a} other {Votre commande {order} n’a}} pas encore de date d’expédition.',
  over: 'Il ne reste rien à expédier de votre commande {order}.',
  placeKept: 'Nous gardons votre place dans la file.',
  partSetAside:
    '{count, plural, one {# article est déjà mis} other {# articles sont déjà mis}} de côté pour vous, et nous gardons votre place dans la file pour ce qui doit encore arriver.',
  allSetAside:
    '{rest, select, yes {Tout est en stock et mis de côté pour vous.} other {Tous ses articles sont en stock et mis de côté pour vous.}}',
  shipsBy: 'Expédition au plus tard',
  wasToShipBy: 'Date d’expédition dépassée',
  noDate: 'Pas encore de date',
  waitDay: 'Jour {day} sur {days}',
  dateHolds: 'Si cette date change, nous vous préviendrons.',
  dateToCome: 'Nous vous écrirons dès qu’il y aura une date.',
  dateLate: 'Nous vous écrirons dès que nous aurons une nouvelle date.',
  cancelOffer:
    'Vous pouvez annuler sans frais sur la page de votre commande, à tout moment avant l’expédition.',
  cancelOfferFree:
    'Vous pouvez annuler sur la page de votre commande, à tout moment avant l’expédition.',
  cancelRest:
    'Vous pouvez annuler sans frais, à tout moment, ce qui n’a pas été expédié, sur la page de votre commande.',
  cancelRestFree:
    'Vous pouvez annuler à tout moment ce qui n’a pas été expédié, sur la page de votre commande.',
  unmatched:
    'Nous n’avons pas pu rattacher un paiement à votre commande. Nous vous contacterons à ce sujet.',
} as const;
