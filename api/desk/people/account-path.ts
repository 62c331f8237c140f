export const accountsPath = '/desk/people/accounts';

/** Where an account's page is, without the path before every other. */
export const pathOfAccount = ({ operatorId }: { operatorId: string }): string =>
  `${accountsPath}/${encodeURIComponent(operatorId)}`;
