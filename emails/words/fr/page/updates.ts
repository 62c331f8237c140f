export const updatesPage = {
  title: 'Nouvelles du stock',
  about: 'Ce qui est en attente de stock, les dates qui changent et ce qui est arrivé.',
  none: 'Pas encore de nouvelles.',
  backorderTitle: '{title} : en attente de stock',
  backorder: 'Vous pouvez commander dès maintenant. Expédition au plus tard le {day}.',
  backorderUndated:
    'Vous pouvez commander dès maintenant. Il n’y a pas encore de date d’expédition.',
  movedTitle: '{title} : nouvelle date',
  moved:
    'Les commandes qui attendent cette livraison seront expédiées au plus tard le {day}. La date était jusqu’ici le {before}.',
  datedTitle: '{title} : une date est connue',
  dated: 'Les commandes qui attendent cette livraison seront expédiées au plus tard le {day}.',
  undatedTitle: '{title} : pas de date pour le moment',
  undated:
    'La date du {before} ne tient plus pour cette livraison, et il n’y en a pas encore de nouvelle.',
  arrivedTitle: '{title} : une livraison est arrivée',
  arrived: 'Elle est arrivée le {day}.',
  toProduct: 'Voir l’article',
  all: 'Toutes les nouvelles du stock',
} as const;
