export const lawNotice = {
  subjectDated: 'Votre commande {order} a du retard : nouvelle date le {day}',
  subjectCancels: 'Votre commande {order} a du retard : répondez au plus tard le {day}',
  subjectUndated:
    'Pas de nouvelle date pour votre commande {order} : répondez au plus tard le {day}',
  headingUndated: 'Nous n’avons pas de nouvelle date pour votre commande',
  dated:
    'Nous sommes désolés : {rest, select, yes {le reste de votre commande {order}} other {votre commande {order}}} a du retard. L’expédition est maintenant prévue au plus tard le {day}.',
  undated:
    'Nous sommes désolés : {rest, select, yes {le reste de votre commande {order}} other {votre commande {order}}} a du retard, et nous ne pouvons pas vous donner de nouvelle date. Nous vous écrirons dès qu’il y en aura une.',
  before: 'La date jusqu’à présent',
  unknown: 'Pas encore connue',
  reasonSupply: 'La raison : le stock attendu n’arrive pas au moment qui nous avait été annoncé.',
  reasonAgain:
    'La raison : des articles qui étaient mis de côté ne sont plus disponibles. Ils doivent donc de nouveau attendre du stock.',
  reasonStock:
    '{dated, select, yes {La raison : le stock attendu arrive plus tard que prévu.} other {La raison : le stock attendu n’est pas arrivé, et nous n’avons pas de date certaine pour son arrivée.}}',
  reasonShipping:
    'La raison : tout est mis de côté pour vous, mais l’expédition prend plus de temps que prévu.',
  cancel:
    '{money, select, paid {Vous pouvez annuler à tout moment avant l’expédition. Tout ce que vous avez payé pour ces articles vous est alors remboursé rapidement et en totalité.} free {Vous pouvez annuler à tout moment avant l’expédition.} other {Vous pouvez annuler à tout moment avant l’expédition. Rien n’a été débité pour ces articles, et rien ne le sera si vous annulez.}}',
  keepUndated:
    'Si vous gardez votre commande, elle reste en cours sans date, et vous pouvez toujours annuler à tout moment avant l’expédition.',
  longer:
    'Vous pouvez aussi accepter d’attendre au-delà du {day} : choisissez jusqu’à quand sur la page de votre commande.',
  howTo:
    'Dites-nous, sur la page de votre commande, si vous souhaitez la garder ou l’annuler. Cela ne vous coûte rien.',
  howToMail:
    'Dites-nous, sur la page de votre commande ou par e-mail à {address}, si vous souhaitez la garder ou l’annuler. Cela ne vous coûte rien.',
  consents:
    'Sans réponse de votre part jusqu’au {day} inclus, nous considérerons que vous acceptez la nouvelle date. Vous pourrez toujours annuler à tout moment avant l’expédition.',
  cancels:
    'Sans réponse de votre part jusqu’au {day} inclus, et si l’expédition n’a pas eu lieu d’ici là, {rest, select, yes {le reste de votre commande sera annulé} other {votre commande sera annulée}}.{money, select, paid { Tout ce que vous avez payé pour ces articles vous sera alors remboursé rapidement et en totalité.} free {} other { Rien n’a été débité pour ces articles, et rien ne le sera.}}',
} as const;
