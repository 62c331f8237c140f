export const availability = {
  inStock: 'Auf Lager, Versand bis {day}',
  backorder: 'Bestellbar, Versand bis {day}',
  undated: 'Bestellbar, noch kein Versandtermin',
  outOfStock: 'Ausverkauft',
} as const;
