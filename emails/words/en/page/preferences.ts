export const preferencesPage = {
  title: 'What we email you',
  scope: 'This holds for all your orders with this email address.',
  saved: 'Your choice is saved.',
  suppressed:
    'Emails to this address came back or were reported as spam. For now we send no updates to it, whatever you choose here. If you want them again, please contact us.',
  choice: 'Emails that you can choose',
  updates: 'Updates while you wait',
  updatesAre: 'How many days are left, and what you can look forward to.',
  offers: 'Offers',
  offersAre: 'A few things that go with what you ordered, within those updates.',
  pause: 'Pause these emails until',
  pauseIs: 'The first day on which we may write again. Leave it empty for no pause.',
  wrongDay: 'Please choose a day after today, or leave the field empty. Nothing was changed.',
  incomplete: 'What your browser sent was not complete. Nothing was changed.',
  save: 'Save',
  staysTitle: 'Emails that you always get',
  stays:
    'We always email you about payment, shipping, cancellations, and any change to the date, because you need to know.',
  changesTitle: 'What was changed',
  updatesOn: 'Updates were turned on.',
  updatesOff: 'Updates were turned off.',
  offersOn: 'Offers were turned on.',
  offersOff: 'Offers were turned off.',
  paused: 'Emails were paused until {day}.',
  pauseEnded: 'The pause was ended.',
  changedBy:
    '{by, select, page {{time}, on a page of ours} oneClick {{time}, by the unsubscribe link} checkout {{time}, at checkout} other {{time}, by our support team}}',
  back: 'View your order',
  foreignTitle: 'Nothing was changed',
  foreign:
    'This request came from another website. Please use the form on your order page instead.',
} as const;
