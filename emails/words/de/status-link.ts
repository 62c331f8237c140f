export const statusLink = {
  subject: 'Der Link zu Ihrer Bestellung {orderId}',
  heading: 'Ihre Bestellseite',
  status:
    'Hier ist der Link zu Ihrer Bestellung {orderId}, um den Sie gebeten haben. Er zeigt, wie es um die Bestellung steht.',
  keepPrivate:
    'Wer den Link hat, kann die Bestellung sehen und verwalten. Bitte geben Sie ihn nicht weiter.',
  notYou:
    'Wenn Sie nicht darum gebeten haben, brauchen Sie nichts zu tun: Niemand sonst hat den Link von uns bekommen.',
  action: 'Bestellung ansehen',
} as const;
