export const countdown = {
  toGo: '{days, plural, =0 {Today} one {# day to go} other {# days to go}}',
  subject: '{toGo}: {items}',
} as const;
