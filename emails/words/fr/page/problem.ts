/** What is the matter with the payment, and what follows by when. */
export const problemPage = {
  declined: 'Votre paiement de {sum} n’a pas abouti.',
  authentication: 'Votre banque vous demande de confirmer le paiement de {sum}.',
  authenticationOver:
    'Votre banque vous demandait de confirmer le paiement de {sum}, et le délai pour le faire est passé.',
  expired: 'La carte que vous nous avez donnée a expiré. Montant à payer : {sum}.',
  removed:
    'La carte que vous nous avez donnée n’est plus disponible, et nous ne pouvons donc pas la débiter. Montant à payer : {sum}.',
  retry:
    'Nous réessaierons la même carte le {day}. Si le paiement aboutit, vous n’avez rien à faire.',
  partlyShipped: 'Une partie de ce montant concerne des articles déjà expédiés.',
  cancelsAfter:
    'Si nous n’avons pas votre paiement à la fin de la journée du {day}, nous annulerons la commande, sans frais.',
  leftToConfirm:
    'Ce montant concerne des articles déjà expédiés, et sera débité dès que vous aurez confirmé le paiement.',
  leftToPay:
    'Ce montant concerne des articles déjà expédiés. Dès que vous nous aurez donné une autre carte, il sera débité sur celle-ci.',
  keptUntil:
    'Vos articles sont mis de côté pour vous jusqu’au {day} inclus. Après ce jour, ils iront au client suivant dans la file, mais votre commande gardera sa place.',
  barred:
    'Nous n’avons pas eu votre paiement à temps, et vos articles sont donc allés au client suivant dans la file. Votre commande garde sa place dans la file et pourra de nouveau recevoir des articles dès que vous nous aurez donné une autre carte.',
  early:
    'Merci de vous en occuper avant l’arrivée de vos articles, pour qu’ils puissent être à vous tout de suite.',
  movesOn: 'Votre commande pourra avancer dès que le paiement sera réglé.',
  chargedShipped: 'Vos articles ont été expédiés : le montant sera donc débité tout de suite.',
  chargedPartly:
    'Ce qui a été expédié sera débité tout de suite, et tout le reste seulement à son expédition.',
  chargedLater: 'Le montant ne sera débité qu’à l’expédition de vos articles.',
  confirm: 'Confirmer votre paiement',
  otherCard: 'Utiliser une autre carte',
} as const;

/** The card and the consent that an order still waits for. */
export const askedPage = {
  needed: `{wants, select,
    card {Pour donner suite à votre commande, il nous faut votre carte. Rien ne sera débité maintenant.}
    consent {Pour donner suite à votre commande, il nous faut votre accord sur ce qui sera débité sur votre carte. Rien ne sera débité maintenant.}
    other {Pour donner suite à votre commande, il nous faut votre carte et votre accord sur ce qui y sera débité. Rien ne sera débité maintenant.}}`,
  cancelsAfter:
    'Si cela nous manque encore à la fin de la journée du {day}, nous annulerons votre commande, et rien ne sera débité.',
  giveCard: 'Nous donner votre carte',
  agree: 'Lire et donner votre accord',
} as const;
