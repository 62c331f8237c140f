/** A notice of a delay on the order's page, what silence means, and what else the law lets one do. */
export const noticePage = {
  heading: 'Votre commande a du retard. Voulez-vous attendre ?',
  silenceConsents:
    'Sans réponse de votre part, vous acceptez la nouvelle date : le {day}. Même dans ce cas, vous pouvez annuler à tout moment avant l’expédition.',
  silenceCancels:
    'Sans réponse de votre part avant la fin du {day}, tout ce qui n’aura pas été expédié d’ici là sera annulé.',
  silenceNothing:
    'Si vous ne faites rien, rien ne change : vous n’avez pas accepté d’autre date, et votre commande suit son cours. Vous pouvez annuler à tout moment avant l’expédition.',
  refundWorkingDays: 'Ce qui est à rembourser est envoyé dans les 7 jours ouvrés.',
  refundDays:
    'Ce qui est à rembourser est envoyé sans retard injustifié, et au plus tard dans les 14 jours.',
  reasonNotInTime: 'Nous n’avons pas pu expédier les articles à temps.',
  answered: 'Votre réponse au sujet du retard',
  answeredUntil: 'Le {on}, vous avez accepté d’attendre jusqu’au {day}.',
  answeredOpen: 'Le {on}, vous avez accepté d’attendre le temps qu’il faudra.',
  missed: 'Votre commande devait arriver au plus tard le {day}',
  missedWhat:
    'Nous sommes désolés de ne pas avoir tenu cette date. Vous pouvez nous fixer un dernier délai de livraison, ou mettre fin au contrat en annulant.',
  missedAgain:
    'Nous sommes désolés de ne pas avoir tenu cette date non plus. Vous pouvez mettre fin au contrat en annulant, ou nous fixer un nouveau délai de livraison.',
  missedEssential:
    'Cette date était essentielle pour votre commande : vous pouvez mettre fin au contrat tout de suite, sans nous fixer d’autre délai.',
  furtherSet: 'Vous nous avez fixé un dernier délai de livraison : le {day}.',
  furtherOver: 'Le dernier délai de livraison que vous nous avez fixé a expiré le {day}.',
  end: 'Mettre fin au contrat',
  withdrawWhy: 'Si vous souhaitez exercer votre droit de rétractation, vous pouvez le faire ici.',
  withdraw: 'Se rétracter du contrat ici',
  doneKept: 'C’est fait : votre réponse est notée. Nous la confirmerons par e-mail.',
  donePeriod:
    'C’est fait : le dernier délai que vous nous avez fixé est noté. Nous le confirmerons par e-mail.',
  doneWithdrawn:
    'C’est fait : nous avons reçu votre rétractation. Nous la confirmerons par e-mail.',
} as const;

/** Where a customer answers a notice of a delay. */
export const answerPage = {
  title: 'Votre réponse au sujet de la commande {order}',
  question: 'La commande {order} a du retard. Voulez-vous attendre ?',
  howLong: 'Combien de temps voulez-vous attendre ?',
  untilNew: 'Jusqu’à la nouvelle date, le {day}',
  open: 'Le temps qu’il faudra',
  untilDay: 'Jusqu’à un jour que je choisis',
  day: 'Si vous choisissez un jour : le dernier jour que vous voulez attendre',
  agreeUntil:
    'Vous acceptez d’attendre jusqu’au {day}. Vous pouvez annuler à tout moment avant l’expédition.',
  agreeOpen:
    'Vous acceptez d’attendre le temps qu’il faudra. Vous pouvez annuler à tout moment avant l’expédition.',
  unanswered: 'Rien n’a été modifié. Merci de choisir combien de temps vous voulez attendre.',
  badDay: 'Rien n’a été modifié. Merci de choisir un jour entre le {from} et le {to}.',
  changed:
    'Rien n’a été modifié, car nous vous avons donné entre-temps une date plus récente. Merci de répondre de nouveau.',
  nothing: 'Aucune réponse n’est attendue',
  nothingAsked: 'Nous n’attendons pas de réponse au sujet de cette commande.',
  nothingShipped:
    'Vos articles ont été confiés au transporteur : il n’y a plus de retard auquel répondre.',
  nothingCancelled: 'Tout ce qui n’avait pas été expédié a déjà été annulé.',
} as const;

/** The two steps of a withdrawal in the European Union: the statement, and its confirmation. */
export const withdrawPage = {
  title: 'Se rétracter du contrat pour la commande {order}',
  what: 'Avec ce formulaire, vous vous rétractez du contrat pour la commande {order}, passée le {day}. Vous n’avez pas à donner de raison.',
  open: 'Tout ce qui n’a pas été expédié sera annulé.',
  shipped: '{shop} s’occupera de ce qui a été expédié et vous écrira au sujet du retour.',
  covers: 'Votre rétractation concerne',
  name: 'Votre nom',
  means:
    'Nous confirmerons votre rétractation, avec son contenu, sa date et son heure, par e-mail à {address}.',
  sure: 'Voulez-vous vous rétracter ?',
  yes: 'Oui, je me rétracte du contrat',
  confirm: 'Confirmer la rétractation',
  unanswered: 'Rien n’a été modifié. Merci de choisir si vous voulez vous rétracter.',
  nameMissing: 'Rien n’a été modifié. Merci d’indiquer votre nom.',
  received: 'Nous avons reçu votre rétractation',
  receivedAt: 'Nous avons reçu le {when} votre rétractation du contrat pour la commande {order}.',
  mailFollows: 'Nous la confirmons par e-mail.',
  none: 'Il n’y a pas de rétractation possible ici',
  noneWhy: 'La page de votre commande montre ce que vous pouvez faire.',
} as const;

/** The last day that a customer gives us after a day that we missed. */
export const periodPage = {
  title: 'Un dernier délai pour la commande {order}',
  day: 'Le dernier jour pour livrer',
  what: 'Si votre commande n’est pas arrivée à la fin de ce jour, vous pouvez mettre fin au contrat. Dans tous les cas, vous pouvez annuler à tout moment avant l’expédition.',
  send: 'Fixer ce délai',
  badDay: 'Rien n’a été modifié. Merci de choisir un jour entre le {from} et le {to}.',
  none: 'Vous ne pouvez pas fixer de dernier délai maintenant',
  noneWhy:
    'C’est possible dès que nous avons manqué le jour où votre commande devait arriver, et tant qu’il reste quelque chose à expédier.',
} as const;

/** An answer, a withdrawal or a period that is not carried out yet, or came too late. */
export const heardPage = {
  answer: 'Nous avons bien reçu votre réponse',
  waits: 'Vous nous avez dit le {on} que vous voulez attendre. C’est ce jour qui compte.',
  waitUntil:
    'Vous nous avez dit le {on} que vous voulez attendre jusqu’au {day}. C’est le jour de votre réponse qui compte.',
  waitOpen:
    'Vous nous avez dit le {on} que vous voulez attendre le temps qu’il faudra. C’est le jour de votre réponse qui compte.',
  withdrawal: 'Nous avons bien reçu votre rétractation',
  withdrew: 'Vous vous êtes rétracté du contrat le {when}. C’est ce moment qui compte.',
  period:
    'Vous nous avez fixé le {on} un dernier délai de livraison au {day}. C’est le jour de votre demande qui compte.',
  notYet:
    'Ce sera pris en compte sous peu, en général en une minute. Vous n’avez rien à faire : cette page montrera quand ce sera fait.',
  tooLate: 'Votre réponse est arrivée trop tard',
  tooLateWhy:
    'Quand votre réponse du {on} est parvenue à votre commande, aucune réponse n’était plus attendue.',
  newer: 'Merci de répondre de nouveau',
  newerWhy:
    'Quand votre réponse du {on} est parvenue à votre commande, nous vous avions donné une date plus récente.',
} as const;

/** What the customer said, and what the law did, among all that has happened to an order. */
export const saidPage = {
  waits: 'Vous avez accepté d’attendre.',
  waitUntil: 'Vous avez accepté d’attendre jusqu’au {day}.',
  waitOpen: 'Vous avez accepté d’attendre le temps qu’il faudra.',
  refused: 'Vous avez décidé de ne pas attendre.',
  withdrew: 'Vous vous êtes rétracté du contrat.',
  period: 'Vous nous avez fixé un dernier délai de livraison : le {day}.',
  cancelledByLaw:
    '{count, plural, one {# article a été annulé, car nous ne l’avons pas expédié à temps.} other {# articles ont été annulés, car nous ne les avons pas expédiés à temps.}}',
} as const;
