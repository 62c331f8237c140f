export const layoutPage = {
  title: '{page} · {shop}',
  testSystem: 'This is a test system. No order here is real, and nothing is charged or shipped.',
  questions: 'Questions? Email us at {address}.',
  viewOrder: 'View your order',
} as const;
