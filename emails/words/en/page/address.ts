export const addressPage = {
  title: 'Change your email address',
  intro:
    'Enter the address that email about order {orderId} should go to. We will send a link to it, and change the address once you have opened that link and confirmed it.',
  email: 'New email address',
  send: 'Send the link',
  back: 'Back to your order',
  asked:
    'We have sent a link to the new address. Please open it within 24 hours and confirm. Until then, our email goes where it went before.',
  invalid: 'Please enter an email address, such as name@example.com.',
  same: 'Our email about this order goes to that address already.',
  tooMany: 'You have asked for several changes. Please wait an hour, then try again.',
} as const;

export const addressConfirmPage = {
  title: 'Confirm your email address',
  question: 'Should email about your order go to the address where you found this link?',
  confirm: 'Yes, use this address',
  otherwise: 'If you did not ask for it, just close this page. Nothing will change.',
  done: 'Your email address was changed',
  doneText:
    'From now on, email about your order goes to this address. The link to your order page has changed: we are sending you the new one.',
  expired: 'This link is no longer valid',
  expiredText:
    'Links to confirm an address work for 24 hours, and only the newest one works. To get another one, change the address on your order page once more.',
  unknown: 'We do not know this link',
  unknownText: 'Please check that the link is complete: long links are sometimes cut off.',
  foreign: 'Nothing was changed',
  foreignText: 'This request came from another website. Please use the link in our email instead.',
} as const;
