export const unsubscribePage = {
  title: 'Désinscription',
  question: 'Vous désinscrire des nouvelles ?',
  asks: 'Nous ne vous enverrons plus de nouvelles par e-mail pendant l’attente, pour aucune de vos commandes. Rien ne change tant que vous n’avez pas appuyé sur le bouton.',
  stays:
    'Nous continuerons à vous écrire au sujet du paiement, de l’expédition, des annulations et de tout changement de date, car il faut que vous le sachiez.',
  button: 'Se désinscrire',
  doneTitle: 'Votre désinscription est faite',
  done: 'Nous ne vous envoyons plus de nouvelles par e-mail pendant l’attente, pour aucune de vos commandes.',
  regret:
    'Si vous voulez finalement recevoir les nouvelles, vous pouvez les réactiver à tout moment.',
  again: 'Réactiver les nouvelles',
  backTitle: 'Les nouvelles sont réactivées',
  back: 'Nous vous enverrons des nouvelles par e-mail pendant l’attente. Vous pouvez vous désinscrire à tout moment.',
  unknownTitle: 'Nous ne connaissons pas ce lien',
  unknown:
    'Merci de vérifier que le lien est complet : les liens longs sont parfois coupés. Chaque e-mail de nouvelles contient un lien de désinscription.',
  heardTitle: 'Message bien reçu',
  heard:
    'Ce lien a été utilisé de nombreuses fois en une minute, et nous n’y donnons pas suite aussi souvent. Merci de revenir voir dans une minute.',
  foreignTitle: 'Rien n’a été modifié',
  foreign: 'Cette demande venait d’un autre site. Merci d’ouvrir plutôt le lien dans votre e-mail.',
} as const;
