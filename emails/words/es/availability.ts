export const availability = {
  inStock: 'Disponible, envío a más tardar el {day}',
  backorder: 'Bajo pedido, envío a más tardar el {day}',
  undated: 'Bajo pedido, aún sin fecha de envío',
  outOfStock: 'Sin existencias',
} as const;
