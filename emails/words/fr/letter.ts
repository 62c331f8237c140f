/** What every mail says around its own matter. */
export const letter = {
  hello: 'Bonjour,',
  helloName: 'Bonjour {name},',
  view: 'Voir votre commande',
  viewOrCancel: 'Voir ou annuler votre commande',
  about: 'Cet e-mail concerne votre commande {order}, passée le {day}.',
  questions: 'Une question ? Écrivez-nous à {address}.',
  unsubscribeOffer:
    'Vous pouvez vous désinscrire de ces nouvelles. Nous continuerons à vous écrire au sujet du paiement, de l’expédition et de tout changement concernant votre commande.',
  unsubscribeOfferFree:
    'Vous pouvez vous désinscrire de ces nouvelles. Nous continuerons à vous écrire au sujet de l’expédition et de tout changement concernant votre commande.',
  unsubscribe: 'Se désinscrire',
  preferences: 'Choisir les e-mails que vous recevez',
  items:
    '{more, plural, =0 {{first}} one {{first} et # autre article} other {{first} et # autres articles}}',
  noItems: 'votre commande',
  yourOrder: 'Votre commande {order}',
  stillToCome: 'Encore à venir dans votre commande {order}',
  shipping: 'Livraison',
  total: 'Total',
  totalLeft: 'Total de ce qui est encore à venir',
  quantity: 'Quantité : {count} · {sku}',
  line: '{count} × {title} ({sku})',
  pricedLine: '{count} × {title} ({sku}), {amount}',
  moreLines: 'et {count} de plus, sur la page de votre commande',
  moreOrders: '{count, plural, one {et # autre commande} other {et # autres commandes}}',
  detail: '{label} : {value}',
  titled: '{title} :',
} as const;
