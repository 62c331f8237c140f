/** The mails that a customer was sent, to be read again. */
export const messagesPage = {
  title: 'What we told you about order {order}',
  none: 'We have not sent you an email about this order yet.',
  sentOn: 'Sent on {day}',
  to: 'To: {address}',
  as: 'This is the email as we sent it.',
  alone: 'Show only the email',
  all: 'All emails about this order',
} as const;
