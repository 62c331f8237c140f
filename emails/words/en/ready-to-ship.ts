export const readyToShip = {
  subject:
    '{part, select, part {Part of your order {order} is} rest {The rest of your order {order} is} other {Your order {order} is}} ready to ship',
  heading:
    '{part, select, part {Part of your order is ready to ship} rest {The rest of your order is ready to ship} other {Your order is ready to ship}}',
  statusWhole: 'The wait is over: your order {order} is in stock and ready to ship.',
  statusRest: 'The wait is over: the rest of your order {order} is in stock and ready to ship.',
  statusPart:
    'The wait is over for part of your order {order}: these items are in stock and ready to ship.',
  statusOver:
    'Items from your order {order} were ready to ship. You can see where they are now on your order page.',
  next: 'We will email you again when the carrier has it.',
  nextPart: 'We will email you again when the carrier has them.',
  restWaits: 'What is still to come follows as soon as it is in.',
  restSetAside: 'The other items are set aside for you too, and follow as soon as they are ready.',
  ready: 'Ready to ship',
} as const;
