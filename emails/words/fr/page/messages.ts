/** The mails that a customer was sent, to be read again. */
export const messagesPage = {
  title: 'Ce que nous vous avons dit au sujet de la commande {order}',
  none: 'Nous ne vous avons pas encore envoyé d’e-mail au sujet de cette commande.',
  sentOn: 'Envoyé le {day}',
  to: 'À : {address}',
  as: 'Voici l’e-mail tel que nous l’avons envoyé.',
  alone: 'Afficher seulement l’e-mail',
  all: 'Tous les e-mails concernant cette commande',
} as const;
