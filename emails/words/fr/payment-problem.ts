export const paymentProblem = {
  subjectDeclined: 'Paiement refusé pour la commande {order}',
  subjectAuthentication: 'Merci de confirmer votre paiement pour la commande {order}',
  subjectExpired: 'Votre carte a expiré : il en faut une autre pour la commande {order}',
  subjectRemoved: 'Il nous faut une autre carte pour la commande {order}',
  subjectBarred: 'Vos articles ne sont plus mis de côté pour la commande {order}',
  subjectLastCall: 'Encore quelques jours pour payer la commande {order}',
  subjectShipped: 'Paiement attendu pour des articles expédiés de la commande {order}',
  headingDeclined: 'Votre paiement n’a pas abouti',
  headingAuthentication: 'Merci de confirmer votre paiement',
  headingExpired: 'Votre carte a expiré',
  headingRemoved: 'Il nous faut une autre carte',
  headingBarred: 'Vos articles ne sont plus mis de côté',
  headingLastCall: 'Encore quelques jours pour payer',
  headingShipped: 'Paiement attendu pour des articles déjà expédiés',
  setAside: 'Des articles de votre commande {order} sont en stock et mis de côté pour vous.',
  aboutPayment: 'Il s’agit du paiement de votre commande {order}.',
  haveShipped:
    'Des articles de votre commande {order} ont été expédiés : ils sont en route, ou déjà chez vous.',
  declined: 'Votre carte a été refusée.',
  authentication: 'Votre banque vous demande de confirmer le paiement. Il n’a pas été refusé.',
  expired: 'La carte que vous nous avez donnée a expiré, et le paiement n’a donc pas pu aboutir.',
  removed:
    'La carte que vous nous avez donnée n’est plus disponible, et nous ne pouvons donc pas la débiter.',
  barred:
    'Nous n’avons pas eu votre paiement à temps, et vos articles sont donc allés au client suivant dans la file.',
  lastCall:
    'Nous n’avons toujours pas votre paiement, et nous ne pouvons plus garder votre commande ouverte bien longtemps.',
  notCharged: 'Le montant ci-dessous n’a pas été débité.',
  retry:
    'Nous réessaierons la même carte le {day}. Si le paiement aboutit, vous n’avez rien à faire.',
  retryToday:
    'Nous réessaierons la même carte aujourd’hui. Si le paiement aboutit, vous n’avez rien à faire.',
  amount: 'Montant à payer',
  payBy: 'Dernier jour où vos articles sont mis de côté',
  placeUntil: 'Dernier jour où nous gardons votre place dans la file',
  chargedOnceConfirmed: 'Ce montant sera débité dès que vous aurez confirmé le paiement.',
  chargedOnceGiven: 'Dès que vous nous aurez donné une autre carte, ce montant y sera débité.',
  afterThatDay:
    'Après ce jour, vos articles iront au client suivant dans la file, mais votre commande gardera sa place.',
  keepsPlace:
    'Votre commande garde sa place dans la file et pourra de nouveau recevoir des articles dès que vous nous aurez donné une autre carte.',
  onlyApproved: 'Votre commande ne pourra être expédiée qu’une fois le paiement autorisé.',
  cancelled:
    'Si nous n’avons toujours pas votre paiement à la fin de la journée du {day}, nous annulerons la commande, sans frais.',
  cancelOffer:
    'Si vous préférez ne pas attendre, vous pouvez annuler sans frais sur la page de votre commande.',
  confirm: 'Confirmer votre paiement',
  change: 'Utiliser une autre carte',
  shippedLines: 'Expédié de votre commande {order}',
} as const;
