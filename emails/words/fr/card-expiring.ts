export const cardExpiring = {
  subject: 'Votre carte expire avant l’expédition de la commande {order}',
  subjectSoon: 'Votre carte pour la commande {order} expire bientôt',
  heading: 'Votre carte expire avant l’expédition de votre commande',
  headingSoon: 'Votre carte expire bientôt',
  before:
    'La carte que vous nous avez donnée pour votre commande {order} expire fin {month}, avant la date d’expédition prévue de votre commande.',
  soon: 'La carte que vous nous avez donnée pour votre commande {order} expire fin {month}, et votre commande n’a pas encore été expédiée.',
  plain: 'La carte que vous nous avez donnée pour votre commande {order} expire fin {month}.',
  wish: 'Merci de nous donner une autre carte, pour que le paiement puisse aboutir quand vos articles arriveront. Rien ne sera débité maintenant, et vous gardez votre place dans la file.',
  wishSetAside:
    'Merci de nous donner une autre carte, pour que le paiement puisse aboutir. Rien ne sera débité maintenant.',
  validThrough: 'Fin de validité de la carte',
  change: 'Utiliser une autre carte',
} as const;
