export const cardWanted = {
  subject:
    '{reminder, select, yes {Erinnerung: Wir brauchen {wants, select, consent {Ihre Zustimmung} other {Ihre Karte}} für Bestellung {order}} other {Wir brauchen {wants, select, consent {Ihre Zustimmung} other {Ihre Karte}} für Bestellung {order}}}',
  heading:
    '{wants, select, consent {Wir brauchen Ihre Zustimmung} other {Wir brauchen Ihre Karte}}',
  both: 'Damit es mit Ihrer Bestellung {order} weitergeht, brauchen wir Ihre Karte und Ihre Zustimmung zu dem, was von ihr abgebucht wird. Bitte geben Sie uns beides bis einschließlich {day}.',
  card: 'Damit es mit Ihrer Bestellung {order} weitergeht, brauchen wir Ihre Karte. Bitte geben Sie sie uns bis einschließlich {day}.',
  consent:
    'Damit es mit Ihrer Bestellung {order} weitergeht, brauchen wir Ihre Zustimmung zu dem, was von Ihrer Karte abgebucht wird. Bitte geben Sie sie uns bis einschließlich {day}.',
  placeKept: 'Bis dahin ist Ihnen Ihr Platz auf der Warteliste sicher.',
  promise:
    'Jetzt wird nichts abgebucht. Wir buchen erst von Ihrer Karte ab, wenn Ihre Bestellung verschickt wird, und insgesamt nie mehr als {maximum}.',
  otherwise:
    'Wenn uns das bis einschließlich {day} nicht vorliegt, stornieren wir Ihre Bestellung, und es wird nichts abgebucht.',
  neededBy: 'Benötigt bis',
  give: 'Karte hinterlegen',
  agree: 'Lesen und zustimmen',
} as const;
