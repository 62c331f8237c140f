export const findPage = {
  title: 'Retrouver votre commande',
  intro:
    'Indiquez votre numéro de commande et l’adresse e-mail avec laquelle vous avez commandé. Nous vous enverrons par e-mail le lien vers la page de votre commande.',
  orderId: 'Numéro de commande',
  email: 'Adresse e-mail',
  send: 'M’envoyer le lien',
  sent: 'Consultez votre messagerie',
  sentText:
    'Si nous avons une commande avec ce numéro et cette adresse e-mail, le lien est en route. Cela peut prendre une minute.',
  sentNothing:
    'Pas d’e-mail après quelques minutes ? Merci de vérifier le numéro de commande, l’adresse e-mail et votre dossier de courrier indésirable, puis de réessayer plus tard.',
  another: 'Réessayer',
  foreign: 'Rien n’a été envoyé',
  foreignText:
    'Cette demande venait d’un autre site. Merci d’utiliser plutôt le formulaire de notre page.',
} as const;
