export const readyToShip = {
  subject:
    '{part, select, part {Une partie de votre commande {order} est prête} rest {Le reste de votre commande {order} est prêt} other {Votre commande {order} est prête}} à partir',
  heading:
    '{part, select, part {Une partie de votre commande est prête à partir} rest {Le reste de votre commande est prêt à partir} other {Votre commande est prête à partir}}',
  statusWhole: 'L’attente est finie : votre commande {order} est en stock et prête à partir.',
  statusRest:
    'L’attente est finie : le reste de votre commande {order} est en stock et prêt à partir.',
  statusPart:
    'L’attente est finie pour une partie de votre commande {order} : ces articles sont en stock et prêts à partir.',
  statusOver:
    'Des articles de votre commande {order} étaient prêts à partir. La page de votre commande vous montre où ils en sont maintenant.',
  next: 'Nous vous écrirons de nouveau quand le transporteur l’aura.',
  nextPart: 'Nous vous écrirons de nouveau quand le transporteur les aura.',
  restWaits: 'Ce qui est encore à venir suivra dès son arrivée.',
  restSetAside:
    'Les autres articles sont aussi mis de côté pour vous et suivront dès qu’ils seront prêts.',
  ready: 'Prêt à partir',
} as const;
