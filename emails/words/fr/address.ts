export const addressConfirm = {
  subject: 'Merci de confirmer votre adresse e-mail',
  heading: 'Est-ce bien votre adresse e-mail ?',
  status:
    'Quelqu’un nous a demandé d’envoyer à cette adresse tous les e-mails concernant la commande {orderId}.',
  ask: 'Si c’était vous, merci de le confirmer dans les 24 heures. Jusque-là, rien ne change.',
  notYou: 'Si ce n’était pas vous, vous n’avez rien à faire.',
  action: 'Confirmer cette adresse',
} as const;

export const addressChanged = {
  subject: 'Votre adresse e-mail pour la commande {orderId} a été modifiée',
  heading: 'Votre adresse e-mail a été modifiée',
  status:
    'Désormais, les e-mails concernant votre commande {orderId} sont envoyés à une autre adresse. Nous l’avons modifiée parce que quelqu’un l’a demandé sur la page de la commande, et l’a confirmé depuis la nouvelle adresse.',
  link: 'Le lien vers la page de la commande dans nos e-mails précédents ne fonctionne plus.',
  notYou: 'Si ce n’était pas vous, merci de nous contacter immédiatement.',
  action: 'Retrouver votre commande',
} as const;
