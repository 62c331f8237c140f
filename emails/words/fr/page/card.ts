/** Giving a card, and agreeing to what it is charged. */
export const cardPage = {
  give: 'Nous donner votre carte',
  otherCard: 'Utiliser une autre carte',
  consent: 'Ce qui sera débité sur votre carte',
  yours: 'Votre carte',
  newCard: 'Votre nouvelle carte',
  useThis: 'Utiliser cette carte',
  usedFor: 'Votre carte sera utilisée pour la commande {order}.',
  usedInstead:
    'La nouvelle carte sera utilisée pour la commande {order} à la place de la carte enregistrée.',
  approvedNow: 'Dès que nous l’aurons, nous demanderons à sa banque d’autoriser le montant.',
  approvedLater:
    'Rien ne sera débité maintenant. Nous demanderons à sa banque d’autoriser le montant une fois que des articles seront mis de côté pour vous.',
  continue: 'Continuer',
  again: 'Réessayer',
  noAnswer: 'Nous n’avons pas encore de réponse',
  noAnswerWhy:
    'Votre demande ne nous est peut-être pas parvenue. Merci de réessayer dans un instant.',
  waiting: 'Un instant, s’il vous plaît',
  waitingWhy: 'Nous préparons le formulaire de carte.',
  check: 'Vérifier à nouveau',
  refused: 'Nous ne pouvons pas vous afficher de formulaire de carte',
  refusedWhy:
    'Le prestataire de paiement a refusé le formulaire pour votre carte. Rien n’a été débité, et rien n’a changé dans votre commande. Nous examinons la situation.',
  refusedHelp:
    '{reach, select, mail {Vous pouvez réessayer avec un nouveau formulaire. Si cela ne fonctionne pas non plus, merci de nous écrire à {email}.} other {Vous pouvez réessayer avec un nouveau formulaire. Si cela ne fonctionne pas non plus, merci de nous contacter.}}',
  returned: 'Merci, un instant',
  returnedWhy:
    'Vous revenez du site de votre banque. Continuez pour voir ce que cela signifie pour votre commande.',
  agreeFor: 'Pour votre commande {order}. Rien ne sera débité maintenant.',
  agreeTo: 'Ce à quoi vous donnez votre accord',
  version: 'Version {version}',
  iAgree:
    'Je donne mon accord pour que ma carte soit débitée pour cette commande comme indiqué ici.',
  iAgreeMost:
    'Je donne mon accord pour que ma carte soit débitée pour cette commande comme indiqué ici, et jamais de plus de {sum} au total.',
  agree: 'Donner mon accord',
  agreeAndContinue: 'Donner mon accord et continuer',
  unchecked:
    'Merci de cocher d’abord la case. Sans votre accord, nous ne pouvons pas débiter votre carte.',
  lost: 'Nous n’avons pas encore de réponse. Merci de réessayer dans un instant.',
  needsScript:
    '{reach, select, mail {Cette étape nécessite JavaScript, car seuls votre banque et le prestataire de paiement voient votre carte. Si vous ne pouvez pas l’activer, merci de nous écrire à {email}.} other {Cette étape nécessite JavaScript, car seuls votre banque et le prestataire de paiement voient votre carte. Si vous ne pouvez pas l’activer, merci de nous contacter.}}',
} as const;

/** Confirming a payment that the bank asks about, and what the page says while it does. */
export const payPage = {
  title: 'Confirmer votre paiement',
  needed: 'Votre banque vous demande de confirmer le paiement de {sum} pour la commande {order}.',
  heldThen:
    'Ce montant sera alors bloqué sur votre carte, et débité seulement à l’expédition de vos articles.',
  keptUntil: 'Vos articles sont mis de côté pour vous jusqu’au {day} inclus.',
  same: 'Confirmer avec la carte enregistrée',
  card: 'Votre carte',
  orOther: 'Ou payer avec une autre carte',
  pay: 'Payer avec cette carte',
  unconfirmed:
    'Le paiement n’a pas été confirmé. Merci de réessayer ou d’utiliser une autre carte.',
  declined: 'Votre carte a été refusée. Merci de réessayer ou d’utiliser une autre carte.',
  failed: 'Cela n’a pas fonctionné. Merci de réessayer dans un instant.',
  wait: 'Un instant, s’il vous plaît. Cela peut prendre quelques secondes.',
  noForm: 'Le formulaire de carte n’a pas pu être chargé. Merci de recharger la page.',
  noProvider:
    'Nous ne parvenons pas à joindre le prestataire de paiement. Merci de recharger la page.',
} as const;
