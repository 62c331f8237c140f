export const lawInforms = {
  subjectUndated: 'Votre commande {order} a du retard, sans nouvelle date',
  subjectOver: 'Le dernier délai pour votre commande {order} a expiré',
  headingOver: 'Le dernier délai que vous aviez fixé a expiré',
  agree:
    '{dated, select, yes {Vous pouvez accepter la nouvelle date : elle devient alors la date convenue.} other {Vous pouvez accepter d’attendre sans date.}}',
  cancel:
    '{money, select, paid {Vous pouvez annuler sans frais à tout moment avant l’expédition. Tout ce que vous avez payé pour ces articles vous est alors remboursé sans retard injustifié, au plus tard dans les 14 jours.} free {Vous pouvez annuler à tout moment avant l’expédition.} other {Vous pouvez annuler sans frais à tout moment avant l’expédition. Rien n’a été débité pour ces articles, et rien ne le sera si vous annulez.}}',
  silence:
    'Si vous ne répondez pas, rien ne change : votre silence ne vaut pas accord, votre commande reste en cours, et vous gardez tous vos droits.',
  period:
    'Si les articles ne vous sont pas parvenus le {day} au plus tard, vous pourrez dès lors nous fixer un dernier délai de livraison, sur la page de votre commande. Si nous ne le respectons pas non plus, vous pourrez mettre fin au contrat{money, select, paid {. Tout ce que vous avez payé pour ces articles vous sera alors remboursé sans retard injustifié, au plus tard dans les 14 jours} other {}}.',
  periodNow:
    'Les articles devaient vous parvenir le {day} au plus tard. Vous pouvez maintenant nous fixer un dernier délai de livraison, sur la page de votre commande. Si nous ne le respectons pas non plus, vous pourrez mettre fin au contrat{money, select, paid {. Tout ce que vous avez payé pour ces articles vous sera alors remboursé sans retard injustifié, au plus tard dans les 14 jours} other {}}.',
  essential:
    'Si les articles ne vous sont pas parvenus le {day} au plus tard, vous pourrez mettre fin au contrat immédiatement, sans nous fixer d’autre délai{money, select, paid {. Tout ce que vous avez payé pour ces articles vous sera alors remboursé sans retard injustifié, au plus tard dans les 14 jours} other {}}.',
  essentialNow:
    'Les articles devaient vous parvenir le {day} au plus tard. Vous pouvez maintenant mettre fin au contrat immédiatement, sans nous fixer d’autre délai{money, select, paid {. Tout ce que vous avez payé pour ces articles vous sera alors remboursé sans retard injustifié, au plus tard dans les 14 jours} other {}}.',
  over: 'Nous sommes désolés : le dernier délai que vous nous aviez fixé pour {rest, select, yes {le reste de votre commande {order}} other {votre commande {order}}} a expiré le {day} sans livraison.',
  overRight:
    'Vous pouvez maintenant mettre fin au contrat{money, select, paid {. Tout ce que vous avez payé pour ces articles vous sera alors remboursé sans retard injustifié, au plus tard dans les 14 jours} free {} other {. Rien n’a été débité pour ces articles, et rien ne le sera}}.',
  overSilence:
    'Si vous ne faites rien, votre commande reste en cours, et vous pouvez toujours mettre fin au contrat à tout moment avant l’expédition.',
  end: 'Mettre fin au contrat',
} as const;
