export const layoutPage = {
  title: '{page} · {shop}',
  testSystem:
    'Este es un sistema de prueba. Ningún pedido es real, y no se cobra ni se envía nada.',
  questions: '¿Tienes preguntas? Escríbenos a {address}.',
  viewOrder: 'Ver tu pedido',
} as const;
