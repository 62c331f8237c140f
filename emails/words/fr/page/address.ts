export const addressPage = {
  title: 'Modifier votre adresse e-mail',
  intro:
    'Indiquez l’adresse à laquelle envoyer les e-mails concernant la commande {orderId}. Nous y enverrons un lien, et nous modifierons l’adresse une fois que vous aurez ouvert ce lien et confirmé.',
  email: 'Nouvelle adresse e-mail',
  send: 'Envoyer le lien',
  back: 'Revenir à votre commande',
  asked:
    'Nous avons envoyé un lien à la nouvelle adresse. Merci de l’ouvrir dans les 24 heures et de confirmer. Jusque-là, nos e-mails sont envoyés là où ils l’étaient avant.',
  invalid: 'Merci d’indiquer une adresse e-mail, par exemple nom@example.com.',
  same: 'Nos e-mails concernant cette commande sont déjà envoyés à cette adresse.',
  tooMany:
    'Vous avez demandé plusieurs modifications. Merci d’attendre une heure, puis de réessayer.',
} as const;

export const addressConfirmPage = {
  title: 'Confirmer votre adresse e-mail',
  question:
    'Faut-il envoyer les e-mails concernant votre commande à l’adresse où vous avez trouvé ce lien ?',
  confirm: 'Oui, utiliser cette adresse',
  otherwise: 'Si vous ne l’avez pas demandé, fermez simplement cette page. Rien ne changera.',
  done: 'Votre adresse e-mail a été modifiée',
  doneText:
    'Désormais, les e-mails concernant votre commande sont envoyés à cette adresse. Le lien vers la page de votre commande a changé : nous vous envoyons le nouveau.',
  expired: 'Ce lien n’est plus valable',
  expiredText:
    'Les liens de confirmation d’une adresse fonctionnent pendant 24 heures, et seul le plus récent fonctionne. Pour en recevoir un autre, modifiez encore une fois l’adresse sur la page de votre commande.',
  unknown: 'Nous ne connaissons pas ce lien',
  unknownText: 'Merci de vérifier que le lien est complet : les liens longs sont parfois coupés.',
  foreign: 'Rien n’a été modifié',
  foreignText:
    'Cette demande venait d’un autre site. Merci d’utiliser plutôt le lien dans notre e-mail.',
} as const;
