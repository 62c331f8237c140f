export const preferencesPage = {
  title: 'Les e-mails que vous recevez',
  scope: 'Ceci vaut pour toutes vos commandes passées avec cette adresse e-mail.',
  saved: 'Votre choix est enregistré.',
  suppressed:
    'Des e-mails envoyés à cette adresse nous sont revenus ou ont été signalés comme indésirables. Pour le moment, nous n’y envoyons pas de nouvelles, quoi que vous choisissiez ici. Si vous voulez de nouveau en recevoir, merci de nous contacter.',
  choice: 'Les e-mails que vous pouvez choisir',
  updates: 'Des nouvelles pendant l’attente',
  updatesAre: 'Le nombre de jours restants, et de quoi vous réjouir d’avance.',
  offers: 'Des offres',
  offersAre: 'Quelques articles qui vont avec ce que vous avez commandé, dans ces nouvelles.',
  pause: 'Suspendre ces e-mails jusqu’au',
  pauseIs:
    'Le premier jour où nous pourrons vous écrire de nouveau. Laissez ce champ vide pour ne rien suspendre.',
  wrongDay:
    'Merci de choisir un jour après aujourd’hui, ou de laisser le champ vide. Rien n’a été modifié.',
  incomplete: 'Ce que votre navigateur a envoyé n’était pas complet. Rien n’a été modifié.',
  save: 'Enregistrer',
  staysTitle: 'Les e-mails que vous recevez toujours',
  stays:
    'Nous vous écrivons toujours au sujet du paiement, de l’expédition, des annulations et de tout changement de date, car il faut que vous le sachiez.',
  changesTitle: 'Ce qui a été modifié',
  updatesOn: 'Les nouvelles ont été activées.',
  updatesOff: 'Les nouvelles ont été désactivées.',
  offersOn: 'Les offres ont été activées.',
  offersOff: 'Les offres ont été désactivées.',
  paused: 'Les e-mails ont été suspendus jusqu’au {day}.',
  pauseEnded: 'La suspension a pris fin.',
  changedBy:
    '{by, select, page {Le {time}, sur l’une de nos pages} oneClick {Le {time}, par le lien de désinscription} checkout {Le {time}, lors de la commande} other {Le {time}, par notre service client}}',
  back: 'Voir votre commande',
  foreignTitle: 'Rien n’a été modifié',
  foreign:
    'Cette demande venait d’un autre site. Merci d’utiliser plutôt le formulaire sur la page de votre commande.',
} as const;
