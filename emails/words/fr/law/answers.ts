export const delayAnswer = {
  subject: 'Votre réponse au sujet de la commande {order} est notée',
  heading: 'Votre réponse est notée',
  until:
    'Vous avez accepté d’attendre {rest, select, yes {le reste de votre commande {order}} other {votre commande {order}}} jusqu’au {day}.',
  open: 'Vous avez accepté d’attendre {rest, select, yes {le reste de votre commande {order}} other {votre commande {order}}} sans nouvelle date.',
  period:
    'Vous nous avez fixé un dernier délai pour livrer {rest, select, yes {le reste de votre commande {order}} other {votre commande {order}}} : le {day}.',
  received: 'Nous avons reçu votre réponse le {when}.',
  nextUntil:
    'Si l’expédition n’a pas eu lieu le {day} au plus tard, et si vous n’avez pas accepté de date ultérieure d’ici là, {rest, select, yes {le reste de votre commande sera annulé} other {votre commande sera annulée}}.{money, select, paid { Tout ce que vous avez payé pour ces articles vous sera alors remboursé rapidement et en totalité.} free {} other { Rien n’a été débité pour ces articles, et rien ne le sera alors.}}',
  nextAgreed:
    'C’est maintenant la date convenue. Si nous ne la respectons pas, la page de votre commande vous indiquera ce que vous pourrez faire.',
  nextPeriod:
    'Si les articles ne vous sont pas parvenus d’ici là, vous pourrez mettre fin au contrat{money, select, paid {. Tout ce que vous avez payé pour ces articles vous sera alors remboursé sans retard injustifié, au plus tard dans les 14 jours} other {}}.',
} as const;

export const withdrawal = {
  subject: 'Votre rétractation pour la commande {order}',
  heading: 'Nous avons reçu votre rétractation',
  received: 'Nous avons reçu le {when} votre rétractation du contrat pour la commande {order}.',
  declared:
    'Vous avez déclaré vous rétracter du contrat pour la commande {order}, passée le {day}, pour les articles indiqués ci-dessous.',
  receivedAt: 'Reçue le',
  placedOn: 'Date de la commande',
  name: 'Nom',
  canceled: 'Nous avons annulé la commande.',
  refund:
    '{money, select, paid {Tout ce que vous avez payé pour {rest, select, yes {ce qui n’avait pas été expédié} other {cette commande}} vous est remboursé sans retard injustifié, au plus tard dans les 14 jours. Un autre e-mail vous indique le montant.} free {} other {Rien n’a été débité pour {rest, select, yes {ce qui n’avait pas été expédié} other {cette commande}}, et rien ne le sera.}}',
  handedOver:
    'Les articles ont déjà été expédiés : {shop} prend en charge votre rétractation et vous écrira au sujet du retour.',
  partly:
    'Nous avons annulé ce qui n’avait pas été expédié. {shop} s’occupe du reste, déjà expédié, et vous écrira au sujet du retour.',
  covers: 'Votre rétractation concerne',
} as const;
