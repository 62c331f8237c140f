export const checkIn = {
  subject: 'Toujours en attente, mais nous y pensons : {items}',
  subjectOther: 'Où en est votre commande : {items}',
  heading: 'Où en est votre commande',
  waited:
    '{rest, select, yes {Le reste de votre commande {order} attend} other {Votre commande {order} attend}} depuis {days, plural, one {# jour} other {# jours}} et n’a pas encore de date d’expédition.',
  again:
    'Nous vous écrirons dès qu’il y aura une date, et nous ferons de nouveau le point dans 30 jours.',
} as const;
