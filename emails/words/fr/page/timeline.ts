/** What has happened to an order, and what is still to come. */
export const timelinePage = {
  soFar: 'Ce qui s’est passé jusqu’ici',
  placed: 'Vous avez passé votre commande.',
  confirmed: 'Nous avons confirmé votre commande par e-mail.',
  dateChanged: 'La date d’expédition a été fixée au {day}.',
  dateLost: 'Nous n’avons plus pu vous donner de date d’expédition.',
  setAside:
    '{count, plural, one {# article a été mis de côté pour vous.} other {# articles ont été mis de côté pour vous.}}',
  takenBack:
    '{count, plural, one {# article mis de côté a dû retourner en attente.} other {# articles mis de côté ont dû retourner en attente.}}',
  shipped:
    '{count, plural, one {# article a été confié au transporteur.} other {# articles ont été confiés au transporteur.}}',
  cancelled: '{count, plural, one {# article a été annulé.} other {# articles ont été annulés.}}',
  shipsBy: 'Nous prévoyons l’expédition au plus tard ce jour-là.',
} as const;
