export const delayNotice = {
  subjectLate: 'Votre commande {order} a du retard',
  subjectMoved: 'Une nouvelle date pour votre commande {order}',
  subjectBack: 'Des articles de votre commande {order} doivent de nouveau attendre',
  subjectSame: 'Au sujet de votre commande {order}',
  headingLate: 'Votre commande a du retard',
  headingMoved: 'Votre commande a une nouvelle date',
  headingBack: 'Certains de vos articles doivent de nouveau attendre',
  headingSame: 'Au sujet de votre commande',
  late: 'Nous sommes désolés : le stock que votre commande {order} attend a du retard.',
  moved: 'La date limite d’expédition de votre commande {order} a changé.',
  back: 'Nous sommes désolés : des articles qui étaient mis de côté pour votre commande {order} ne sont plus disponibles. Ils doivent donc de nouveau attendre du stock.',
  mended:
    'Des articles qui étaient mis de côté pour votre commande {order} ont été indisponibles pendant un temps. Rien n’a changé pour vous.',
  over: 'Le stock que votre commande {order} attendait a eu du retard. Il ne reste maintenant rien à en expédier.',
  reason: 'La raison : {reason}',
  noNewDate:
    'Nous ne pouvons pas encore vous donner de nouvelle date. Nous vous écrirons dès qu’il y en aura une.',
  newDatePast:
    'Votre commande devait être expédiée au plus tard le {day}, et ce jour est passé. Nous vous écrirons dès que nous aurons une nouvelle date.',
  placeKept: 'Votre commande garde sa place dans la file.',
  dateStands:
    'La date que nous vous avons donnée n’a pas changé : {day}. Si elle change, nous vous préviendrons.',
  dateStandsLate:
    'La date que nous vous avons donnée était le {day}, et elle est passée. Nous vous écrirons dès que nous aurons une nouvelle date.',
  undated:
    'Nous ne pouvons pas encore vous donner de date. Nous vous écrirons dès qu’il y en aura une.',
  before: 'La date que nous vous avons donnée',
  now: 'La nouvelle date',
  waiting: 'De nouveau en attente de stock',
  keep: 'Garder ma commande',
  cancel: 'Annuler ma commande',
  ifSilent: 'Ce qui se passe si vous ne faites rien',
} as const;
