export const cardWanted = {
  subject:
    '{reminder, select, yes {Reminder: We need {wants, select, consent {your agreement} other {your card}} for your order {order}} other {We need {wants, select, consent {your agreement} other {your card}} for your order {order}}}',
  heading: '{wants, select, consent {We need your agreement} other {We need your card}}',
  both: 'To go ahead with your order {order}, we need your card, and your agreement to what it will be charged. Please give it to us by the end of {day}.',
  card: 'To go ahead with your order {order}, we need your card. Please give it to us by the end of {day}.',
  consent:
    'To go ahead with your order {order}, we need your agreement to what your card will be charged. Please give it to us by the end of {day}.',
  placeKept: 'We are keeping your place in line until then.',
  promise:
    'Nothing will be charged now. We will charge your card only when your order ships, and never more than {maximum} in total.',
  otherwise:
    'If we do not have it by the end of {day}, we will cancel your order, and nothing will be charged.',
  neededBy: 'Needed by',
  give: 'Give us your card',
  agree: 'Read and agree',
} as const;
