export const excitement = {
  subject: 'Während Sie warten: {items}',
  subjectStory: 'Während Sie warten: {title}',
  heading: 'Noch auf der Warteliste, weiterhin für Sie',
  headingLate: 'Weiterhin für Sie, aber später als angekündigt',
  headingOver: 'Das Warten ist vorbei',
  noStory:
    'Diesmal haben wir nichts Neues zu erzählen, und wiederholen möchten wir uns nicht. Deshalb nur kurz, wie es um Ihre Bestellung steht.',
  nothingToDo: 'Sie brauchen nichts zu tun.',
  more: 'Die ganze Geschichte lesen',
  offers: 'Das könnte Ihnen auch gefallen',
  offer: '{title}, {price}',
  whyOffers: 'Sie sehen das, weil Sie uns gebeten haben, Ihnen Angebote zu zeigen.',
} as const;
