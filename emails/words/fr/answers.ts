export const delayAnswer = {
  subject: 'Votre réponse pour la commande {order} est notée',
  heading: 'Votre réponse est notée',
  until: 'Vous acceptez d’attendre votre commande {order} jusqu’au {day}.',
  open: 'Vous acceptez d’attendre votre commande {order} sans nouvelle date.',
  period: 'Vous nous avez demandé de livrer votre commande {order} au plus tard le {day}.',
} as const;

export const withdrawal = {
  subject: 'Votre rétractation pour la commande {order}',
  heading: 'Nous avons reçu votre rétractation',
  received: 'Nous avons reçu le {when} votre rétractation du contrat pour la commande {order}.',
  canceled: 'Nous avons annulé la commande. Un autre e-mail vous informe au sujet de votre argent.',
  handedOver:
    'Les articles ont déjà été expédiés : {shop} prend en charge votre rétractation et vous écrira au sujet du retour.',
  partly:
    'Nous avons annulé ce qui n’avait pas été expédié. {shop} s’occupe du reste, déjà expédié, et vous écrira au sujet du retour.',
  covers: 'Votre rétractation concerne',
} as const;
