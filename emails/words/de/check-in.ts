export const checkIn = {
  subject: 'Noch nicht da, aber nicht vergessen: {items}',
  subjectOther: 'Wie es um Ihre Bestellung steht: {items}',
  heading: 'Wie es um Ihre Bestellung steht',
  waited:
    '{rest, select, yes {Der Rest Ihrer Bestellung {order}} other {Ihre Bestellung {order}}} wartet seit {days, plural, one {# Tag} other {# Tagen}} und hat noch keinen Versandtermin.',
  again: 'Sobald es einen Termin gibt, schreiben wir Ihnen, und in 30 Tagen melden wir uns wieder.',
} as const;
