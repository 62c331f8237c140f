/** The mails that a customer was sent, to be read again. */
export const messagesPage = {
  title: 'Was wir Ihnen zu Bestellung {order} geschrieben haben',
  none: 'Zu dieser Bestellung haben wir Ihnen noch keine E-Mail geschickt.',
  sentOn: 'Geschickt am {day}',
  to: 'An: {address}',
  as: 'Das ist die E-Mail, wie wir sie geschickt haben.',
  alone: 'Nur die E-Mail zeigen',
  all: 'Alle E-Mails zu dieser Bestellung',
} as const;
