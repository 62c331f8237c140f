export const cancelled = {
  subject:
    '{partial, select, yes {Une partie de votre commande {order}} other {Votre commande {order}}} a été annulée',
  heading:
    '{partial, select, yes {Une partie de votre commande a été annulée} other {Votre commande a été annulée}}',
  byCustomer:
    'Comme vous l’avez demandé, nous avons annulé {partial, select, yes {une partie de votre commande {order}} other {votre commande {order}}} le {day}.',
  byShop:
    'Nous sommes désolés : nous avons dû annuler {partial, select, yes {une partie de votre commande {order}} other {votre commande {order}}} le {day}.',
  bySystem:
    'Nous sommes désolés : {partial, select, yes {une partie de votre commande {order}} other {votre commande {order}}} a été annulée le {day}.',
  byPayment:
    'Nous sommes désolés : {partial, select, yes {une partie de votre commande {order}} other {votre commande {order}}} a été annulée le {day}, car le paiement n’a pas pu aboutir.',
  byLaw:
    'Nous sommes désolés : {partial, select, yes {ce qui restait de votre commande {order} a été annulé} other {votre commande {order} a été annulée}} le {day}, car nous n’avons pas pu l’expédier à temps et aucune date ultérieure n’était convenue.',
  byCard:
    'Nous sommes désolés : {partial, select, yes {une partie de votre commande {order}} other {votre commande {order}}} a été annulée le {day}, car nous n’avons pas reçu à temps votre carte et votre accord.',
  reason: 'La raison : {reason}',
  neverCharged:
    '{partial, select, yes {Rien n’a été débité pour ces articles, et rien ne le sera.} other {Rien n’a été débité pour cette commande, et rien ne le sera.}}',
  chargedBack:
    'Votre banque vous a restitué {amount} pour cette commande. Nous n’enverrons donc pas de remboursement séparé.',
  refunding:
    'Nous remboursons {amount} sur le moyen de paiement que vous avez utilisé. Vous recevrez un autre e-mail quand le remboursement aura été envoyé.',
  shopRefunds:
    '{shop} rembourse {amount} sur le moyen de paiement que vous avez utilisé. Vous recevrez un autre e-mail quand le remboursement aura été envoyé.',
  sentBy: 'Le remboursement sera envoyé au plus tard le {day}.',
  sentBefore:
    '{partial, select, yes {Ce que vous avez payé pour ces articles a déjà été remboursé, et rien de plus ne sera débité pour eux.} other {Ce que vous avez payé pour cette commande a déjà été remboursé, et rien de plus ne sera débité pour elle.}}',
  refunded:
    'Nous avons remboursé {amount} le {day}, sur le moyen de paiement que vous avez utilisé. Il peut s’écouler quelques jours avant que votre banque ne l’affiche.',
  shopRefunded:
    '{shop} a remboursé {amount} le {day}, sur le moyen de paiement que vous avez utilisé. Il peut s’écouler quelques jours avant que votre banque ne l’affiche.',
  refundedBefore:
    '{partial, select, yes {Le reste de ce que vous avez payé pour ces articles a été remboursé séparément.} other {Le reste de ce que vous avez payé pour cette commande a été remboursé séparément.}}',
  released:
    'Le montant de {amount} bloqué sur votre carte a été débloqué ; il peut s’écouler quelques jours avant que votre banque ne l’affiche.',
  restOpen: 'Le reste de votre commande n’est pas concerné.',
  restShipped: 'Ce qui a déjà été expédié n’est pas concerné.',
  canceled: 'Annulé',
} as const;
