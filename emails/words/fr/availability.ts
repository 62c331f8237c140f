export const availability = {
  inStock: 'En stock, expédition au plus tard le {day}',
  backorder: 'Sur commande, expédition au plus tard le {day}',
  undated: 'Sur commande, pas encore de date d’expédition',
  outOfStock: 'Rupture de stock',
} as const;
