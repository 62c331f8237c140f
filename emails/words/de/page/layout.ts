export const layoutPage = {
  title: '{page} · {shop}',
  testSystem:
    'Das ist ein Testsystem. Keine Bestellung hier ist echt, und es wird nichts abgebucht oder verschickt.',
  questions: 'Fragen? Schreiben Sie uns an {address}.',
  viewOrder: 'Bestellung ansehen',
} as const;
