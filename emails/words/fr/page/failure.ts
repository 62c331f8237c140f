/** Pages that say why there is nothing to see, or why nothing was done. */
export const failurePage = {
  unknown: 'Nous ne trouvons pas cette commande',
  unknownLink: 'Merci de vérifier que le lien est complet : les liens longs sont parfois coupés.',
  unknownHelp:
    '{reach, select, mail {Si cela ne fonctionne toujours pas, merci de nous écrire à {email}.} other {Si cela ne fonctionne toujours pas, merci de nous contacter.}}',
  replaced: 'Ce lien a été remplacé par un nouveau',
  replacedLink:
    'Pour protéger la commande, l’ancien lien ne l’ouvre plus. Merci d’utiliser le lien de l’e-mail le plus récent concernant la commande.',
  replacedHelp:
    '{reach, select, mail {Si vous n’en avez pas, merci de nous écrire à {email}.} other {Si vous n’en avez pas, merci de nous contacter.}}',
  erased: 'Cette page a été supprimée',
  erasedWhy:
    'La commande est close, et les données personnelles qui s’y rattachaient ont été effacées.',
  erasedHelp:
    '{reach, select, mail {Si vous avez une question à ce sujet, merci de nous écrire à {email}.} other {Si vous avez une question à ce sujet, merci de nous contacter.}}',
  formsOnly: 'Il n’y a rien à voir ici',
  formsOnlyWhy:
    'Cette adresse ne reçoit que ce qui est envoyé depuis la page de votre commande. Rien n’a été modifié.',
  outage: 'Merci de réessayer dans un instant',
  outageWhy:
    'Nous ne pouvons pas accéder à votre commande pour le moment. Votre commande est en sécurité. Si vous étiez en train de faire une modification, merci de regarder dans une minute sur la page de votre commande si elle a été prise en compte.',
  tooMany: 'Cela fait beaucoup d’un coup',
  tooManyWhy:
    'Nous avons reçu de nombreuses demandes pour cette page en peu de temps. Merci d’attendre une minute, puis de réessayer. Votre commande est en sécurité.',
  tooLong: 'Rien n’a été modifié',
  tooLongWhy:
    '{reach, select, mail {Ce que votre navigateur a envoyé est plus long que tout ce qui figure sur nos pages. Merci de revenir à la page de votre commande et de réessayer, ou de nous écrire à {email}.} other {Ce que votre navigateur a envoyé est plus long que tout ce qui figure sur nos pages. Merci de revenir à la page de votre commande et de réessayer, ou de nous contacter.}}',
  defect: 'Une erreur s’est produite de notre côté',
  defectHelp:
    '{reach, select, mail {Merci de réessayer plus tard, ou de nous écrire à {email}.} other {Merci de réessayer plus tard, ou de nous contacter.}}',
} as const;

/** Why something that was asked for is not done. */
export const refusalPage = {
  foreign: 'Rien n’a été modifié',
  foreignWhy:
    'Cette demande venait d’un autre site. Merci d’utiliser plutôt la page de votre commande.',
  foreignCancel: 'Rien n’a été annulé',
  foreignCancelWhy:
    'Cette demande venait d’un autre site. Si vous voulez annuler, merci de le faire sur la page de votre commande.',
  unknownChoice: 'Merci de revenir à la page de votre commande et de choisir à nouveau.',
  noMail: 'Nous ne trouvons pas cet e-mail',
  noMailWhy:
    'Nous n’avons pas envoyé d’e-mail de ce genre au sujet de cette commande. La page de votre commande montre tous ceux que nous avons envoyés.',
  noCards: 'Nous ne pouvons pas prendre votre carte ici',
  noCardsHelp:
    '{reach, select, mail {Pour confirmer le paiement ou utiliser une autre carte, merci de nous écrire à {email}.} other {Pour confirmer le paiement ou utiliser une autre carte, merci de nous contacter.}}',
  nothingToPay: 'Il n’y a plus rien à payer',
  payCancelled: 'Votre commande a été annulée, et aucun autre paiement n’est nécessaire.',
  payShipped: 'Votre commande est expédiée, et aucun autre paiement n’est nécessaire.',
  payNoCard: 'Votre commande ne nécessite pas de carte.',
  payNothingToDo: 'Vous n’avez rien à confirmer et pas besoin d’utiliser une autre carte.',
  shipped: 'L’expédition a déjà eu lieu',
  shippedWhy:
    'Vos articles ont été confiés au transporteur, et la commande ne peut donc plus être annulée ici.',
  shippedHelp:
    '{reach, select, mail {Si vous ne souhaitez pas les garder, merci de nous écrire à {email}.} other {Si vous ne souhaitez pas les garder, merci de nous contacter.}}',
  nothingToCancel: 'Il n’y a plus rien à annuler',
  nothingToCancelWhy:
    'Tout ce qui n’avait pas été expédié a déjà été annulé. Vous n’avez rien à faire.',
} as const;
