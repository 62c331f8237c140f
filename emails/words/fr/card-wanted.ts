export const cardWanted = {
  subject:
    '{reminder, select, yes {Rappel : il nous faut {wants, select, consent {votre accord} other {votre carte}} pour votre commande {order}} other {Il nous faut {wants, select, consent {votre accord} other {votre carte}} pour votre commande {order}}}',
  heading: '{wants, select, consent {Il nous faut votre accord} other {Il nous faut votre carte}}',
  both: 'Pour donner suite à votre commande {order}, il nous faut votre carte et votre accord sur ce qui y sera débité. Merci de nous les donner au plus tard le {day}.',
  card: 'Pour donner suite à votre commande {order}, il nous faut votre carte. Merci de nous la donner au plus tard le {day}.',
  consent:
    'Pour donner suite à votre commande {order}, il nous faut votre accord sur ce qui sera débité sur votre carte. Merci de nous le donner au plus tard le {day}.',
  placeKept: 'Nous gardons votre place dans la file jusque-là.',
  promise:
    'Rien ne sera débité maintenant. Nous ne débiterons votre carte qu’à l’expédition de votre commande, et jamais plus de {maximum} au total.',
  otherwise:
    'Si cela nous manque encore à la fin de la journée du {day}, nous annulerons votre commande, et rien ne sera débité.',
  neededBy: 'À nous donner au plus tard',
  give: 'Nous donner votre carte',
  agree: 'Lire et donner votre accord',
} as const;
