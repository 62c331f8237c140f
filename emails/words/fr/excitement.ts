export const excitement = {
  subject: 'En attendant : {items}',
  subjectStory: 'En attendant : {title}',
  heading: 'Toujours dans la file, toujours à vous',
  headingLate: 'Toujours à vous, mais plus tard qu’annoncé',
  headingOver: 'Plus rien à attendre',
  noStory:
    'Nous n’avons pas de nouvelle histoire à raconter cette fois-ci, et nous préférons ne pas en répéter une. Voici donc juste un petit mot pour vous dire où en est votre commande.',
  nothingToDo: 'Vous n’avez rien à faire.',
  more: 'Lire toute l’histoire',
  offers: 'Vous aimerez peut-être aussi',
  offer: '{title}, {price}',
  whyOffers: 'Vous les voyez parce que vous nous avez demandé de vous parler de nos offres.',
} as const;
