export const paymentRecovered = {
  subjectWaived: 'Plus rien à payer pour la commande {order}',
  subjectCharged: 'Votre paiement pour la commande {order} a abouti',
  subjectAgreed: 'Nous avons votre carte pour la commande {order}',
  subjectHeld: 'Votre paiement pour la commande {order} est autorisé',
  subjectNoted: 'Nous avons votre nouvelle carte pour la commande {order}',
  headingWaived: 'Plus rien à payer',
  headingCharged: 'Votre paiement a abouti',
  headingAgreed: 'Nous avons votre carte',
  headingHeld: 'Votre paiement est autorisé',
  headingNoted: 'Nous avons votre nouvelle carte',
  waived:
    'Ce qui reste à payer pour les articles expédiés de votre commande {order} est une somme trop faible pour être débitée sur une carte : nous ne la demandons donc pas.',
  charged: 'Nous avons débité votre carte pour des articles expédiés de votre commande {order}.',
  agreedWaiting:
    'Merci. Votre carte est enregistrée pour votre commande {order}, qui est dans la file pour ses articles.',
  agreed: 'Merci. Votre carte est enregistrée pour votre commande {order}.',
  held: 'Merci. Le paiement de votre commande {order} est maintenant autorisé.',
  notedWaiting:
    'Merci. Votre nouvelle carte est enregistrée pour votre commande {order}, qui est dans la file pour ses articles.',
  noted: 'Merci. Votre nouvelle carte est enregistrée pour votre commande {order}.',
  notCharged: 'Non débité',
  chargedFor: 'Débité pour les articles expédiés',
  heldOnCard: 'Bloqué sur votre carte',
  mostCharged: 'Débit maximal à l’expédition',
  nothingToDo: 'Vous n’avez rien à faire.',
  nextCharged: 'Les articles expédiés sont maintenant payés. Vous n’avez rien à faire.',
  nextHeld:
    'Ce montant ne sera débité qu’à l’expédition de vos articles. Vous n’avez rien à faire.',
  nextWaiting:
    'Rien n’a été débité pour ces articles. Dès que vos articles seront mis de côté pour vous, nous demanderons à votre banque d’autoriser le montant, et nous ne le débiterons qu’à leur expédition.',
  nextSetAside:
    'Nous demanderons à votre banque d’autoriser le montant des articles mis de côté pour vous, et nous ne le débiterons qu’à leur expédition.',
} as const;
