/** What has happened to an order, and what is still to come. */
export const timelinePage = {
  soFar: 'What has happened so far',
  placed: 'You placed your order.',
  confirmed: 'We confirmed your order by email.',
  dateChanged: 'The ship date became {day}.',
  dateLost: 'We could no longer give you a ship date.',
  setAside:
    '{count, plural, one {# item was set aside for you.} other {# items were set aside for you.}}',
  takenBack:
    '{count, plural, one {# item that was set aside had to go back to waiting.} other {# items that were set aside had to go back to waiting.}}',
  shipped:
    '{count, plural, one {# item was handed to the carrier.} other {# items were handed to the carrier.}}',
  cancelled: '{count, plural, one {# item was canceled.} other {# items were canceled.}}',
  shipsBy: 'We expect to ship by this day.',
} as const;
