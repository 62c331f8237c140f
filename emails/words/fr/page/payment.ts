/** The customer's money so far, and what may still be charged. */
export const paymentPage = {
  seenOfUpfront: 'De ce que vous avez payé à la commande, nous voyons {sum}.',
  upfront: 'Vous avez payé {sum} à la commande.',
  charged: 'Un montant de {sum} a été débité sur votre carte.',
  unmatched:
    'Nous n’avons pas pu rattacher un paiement à votre commande. Nous vous contacterons à ce sujet.',
  neverCharged: 'Rien n’a été débité, et rien ne le sera.',
  notCharged: 'Rien n’a encore été débité.',
  unseen: `{what, select,
    deposit {Nous ne voyons pas encore l’acompte de votre commande. Nous examinons la situation.}
    fullDeposit {Nous ne voyons pas encore la totalité de l’acompte de votre commande. Nous examinons la situation.}
    fullPayment {Nous ne voyons pas encore la totalité du paiement de votre commande. Nous examinons la situation.}
    other {Nous ne voyons pas encore le paiement de votre commande. Nous examinons la situation.}}`,
  neverSeen: `{what, select,
    deposit {Nous n’avons pas pu voir l’acompte de votre commande.}
    fullDeposit {Nous n’avons pas pu voir la totalité de l’acompte de votre commande.}
    fullPayment {Nous n’avons pas pu voir la totalité du paiement de votre commande.}
    other {Nous n’avons pas pu voir le paiement de votre commande.}}`,
  ifPaid:
    '{reach, select, mail {Si vous l’avez réglé, merci de nous écrire à {email}.} other {Si vous l’avez réglé, merci de nous contacter.}}',
  refunded: 'Un montant de {sum} a été remboursé sur le moyen de paiement que vous avez utilisé.',
  credited: 'Votre banque vous a restitué {sum}.',
  refunding: `{by, select,
    shop {{shop} rembourse {sum} sur le moyen de paiement que vous avez utilisé.}
    other {Nous remboursons {sum} sur le moyen de paiement que vous avez utilisé.}}`,
  releasing: 'Le montant de {sum} bloqué sur votre carte est en cours de déblocage.',
  held: 'Un montant de {sum} est bloqué sur votre carte. Seul ce qui est expédié sera débité.',
  charging: 'Un montant de {sum} est bloqué sur votre carte, et nous le débitons maintenant.',
  chargingShipped:
    'Un montant de {sum} est bloqué sur votre carte, et nous le débitons maintenant pour ce qui a été expédié.',
  chargingPart:
    'Un montant de {sum} est bloqué sur votre carte. Nous en débitons maintenant {due}.',
  restReleased: 'Le reste sera débloqué.',
  restLater: 'Pour le reste, seul ce qui est expédié sera débité.',
  released:
    'Tout ce qui était bloqué sur votre carte a été débloqué. Il peut s’écouler quelques jours avant que votre banque ne l’affiche.',
  otherReleased:
    'Tout le reste du montant bloqué sur votre carte a été débloqué. Il peut s’écouler quelques jours avant que votre banque ne l’affiche.',
  pursued: 'Ce qui a été expédié n’est pas encore entièrement payé. Nous examinons la situation.',
  paidInFull: 'Votre commande est entièrement payée.',
  nothingMore: 'Rien de plus ne sera débité.',
  willCharge: `{what, select,
    rest {{when, select,
      atOnce {Nous débiterons le reste sur votre carte tout de suite pour ce qui a été expédié, et sinon seulement à l’expédition de vos articles.}
      other {Nous ne débiterons le reste sur votre carte qu’à l’expédition de vos articles.}}}
    other {{when, select,
      atOnce {Nous débiterons votre carte tout de suite pour ce qui a été expédié, et sinon seulement à l’expédition de vos articles.}
      other {Nous ne débiterons votre carte qu’à l’expédition de vos articles.}}}}`,
  willChargeOnceGiven: `{wants, select,
    card {Une fois que nous aurons votre carte, nous ne la débiterons qu’à l’expédition de vos articles.}
    consent {Une fois que nous aurons votre accord, nous ne débiterons votre carte qu’à l’expédition de vos articles.}
    other {Une fois que nous aurons votre carte et votre accord, nous ne débiterons votre carte qu’à l’expédition de vos articles.}}`,
  most: 'Nous ne débiterons jamais plus de {sum} au total.',
  mostBesidesDeposit: 'Nous ne débiterons jamais plus de {sum} au-delà de votre acompte.',
  cardExpires:
    'Votre carte est valable jusqu’au {day} inclus, donc pas jusqu’à la date d’expédition prévue de votre commande. Merci de nous en donner une autre.',
  cardExpired:
    'Votre carte était valable jusqu’au {day} inclus. Merci de nous en donner une autre.',
} as const;
