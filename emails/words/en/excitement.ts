export const excitement = {
  subject: 'While you wait: {items}',
  subjectStory: 'While you wait: {title}',
  heading: 'Still in line, still yours',
  headingLate: 'Still yours, and later than we told you',
  headingOver: 'Nothing left to wait for',
  noStory:
    'We have no new story to tell this time, and we would rather not repeat one. This is just a short note about where your order stands.',
  nothingToDo: 'There is nothing you need to do.',
  more: 'Read the whole story',
  offers: 'You may also like',
  offer: '{title}, {price}',
  whyOffers: 'You see these because you asked us to tell you about offers.',
} as const;
