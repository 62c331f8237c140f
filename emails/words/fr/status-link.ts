export const statusLink = {
  subject: 'Le lien vers votre commande {orderId}',
  heading: 'La page de votre commande',
  status:
    'Voici le lien vers votre commande {orderId}, comme vous l’avez demandé. Il vous montre où elle en est.',
  keepPrivate:
    'Toute personne qui a le lien peut voir et gérer la commande. Merci de le garder pour vous.',
  notYou:
    'Si vous ne l’avez pas demandé, vous n’avez rien à faire : personne d’autre n’a reçu le lien de notre part.',
  action: 'Voir votre commande',
} as const;
