export const unsubscribePage = {
  title: 'Unsubscribe',
  question: 'Unsubscribe from updates?',
  asks: 'We will no longer email you updates while you wait, for any of your orders. Nothing changes until you press the button.',
  stays:
    'We will still email you about payment, shipping, cancellations, and any change to the date, because you need to know.',
  button: 'Unsubscribe',
  doneTitle: 'You are unsubscribed',
  done: 'We no longer email you updates while you wait, for any of your orders.',
  regret: 'If you want the updates after all, you can turn them on again at any time.',
  again: 'Turn updates on again',
  backTitle: 'Updates are on again',
  back: 'We will email you updates while you wait. You can unsubscribe at any time.',
  unknownTitle: 'We do not know this link',
  unknown:
    'Please check that the link is complete: long links are sometimes cut off. Every email with updates has a link to unsubscribe.',
  heardTitle: 'We have heard you',
  heard:
    'This link was used many times within a minute, and we act on it only so often. Please look again in a minute.',
  foreignTitle: 'Nothing was changed',
  foreign: 'This request came from another website. Please open the link in your email instead.',
} as const;
