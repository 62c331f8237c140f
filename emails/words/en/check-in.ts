export const checkIn = {
  subject: 'Still waiting, but not forgotten: {items}',
  subjectOther: 'Where your order stands: {items}',
  heading: 'Where your order stands',
  waited:
    '{rest, select, yes {The rest of your order {order} has} other {Your order {order} has}} been waiting for {days, plural, one {# day} other {# days}} and does not have a ship date yet.',
  again: 'We will email you as soon as there is a date, and check in again in 30 days.',
} as const;
