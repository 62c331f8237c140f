export const layoutPage = {
  title: '{page} · {shop}',
  testSystem:
    'Ceci est un système de test. Aucune commande n’y est réelle, et rien n’est débité ni expédié.',
  questions: 'Une question ? Écrivez-nous à {address}.',
  viewOrder: 'Voir votre commande',
} as const;
