export const confirmation = {
  subject: 'Nous avons bien reçu votre commande {order}',
  heading: 'Merci pour votre commande',
  received: 'Nous avons bien reçu votre commande {order}.',
  allWait:
    'Les articles que vous avez choisis ne sont pas en stock pour le moment : nous gardons donc votre place dans la file.',
  someWait:
    'Certains des articles que vous avez choisis sont déjà mis de côté pour vous. Nous gardons votre place dans la file pour les autres, qui ne sont pas en stock pour le moment.',
  noneWait: 'Les articles que vous avez choisis sont en stock et mis de côté pour vous.',
  over: 'Il ne reste rien à en expédier. Vous trouverez tout ce qui la concerne sur la page de votre commande.',
  stepPlace:
    'Nous gardons votre place dans la file et mettons vos articles de côté pour vous au fil de leur arrivée.',
  stepSetAside: 'Nous avons mis vos articles de côté pour vous.',
  stepAhead:
    'Votre commande sera expédiée au plus tard le {day}. Si cela change, nous vous préviendrons.',
  stepToday: 'Votre commande sera expédiée aujourd’hui, {day}.',
  stepLate:
    'Votre commande devait être expédiée au plus tard le {day} et a du retard. Nous en sommes désolés, et nous vous écrirons dès que nous aurons une nouvelle date.',
  stepUndated:
    'Il n’y a pas encore de date d’expédition. Nous vous écrirons dès qu’il y en aura une et, d’ici là, nous ferons le point tous les 30 jours.',
  stepTold: 'Nous vous écrirons de nouveau quand le transporteur aura votre commande.',
  charge:
    'Rien n’a été débité. Nous ne débiterons votre carte qu’à l’expédition de votre commande, et jamais plus de {maximum} au total.',
  chargeRest:
    'Vous avez déjà payé {paid}. Nous ne débiterons le reste, soit {left}, qu’à l’expédition de votre commande, et jamais plus de {maximum}.',
  chargeNothing:
    'Vous avez déjà payé {paid}, soit la totalité du montant. Rien de plus ne sera débité.',
  asked:
    'Rien n’a été débité. Pour donner suite à votre commande, il nous faut encore votre carte et votre accord sur ce qui y sera débité, au plus tard le {day} : vous pouvez nous donner les deux sur la page de votre commande. Nous ne débiterons votre carte qu’à l’expédition de votre commande, et jamais plus de {maximum} au total.',
  alreadyPaid: 'Déjà payé',
  mostCharged: 'Débit maximal à l’expédition',
  changeCard:
    'Tant que vos articles ne sont pas mis de côté, vous pouvez aussi y changer de carte. Pour modifier l’adresse de livraison, merci de nous contacter.',
  changeAddress: 'Pour modifier l’adresse de livraison, merci de nous contacter.',
} as const;
