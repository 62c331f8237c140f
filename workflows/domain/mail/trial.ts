/** Who is written to in a trial: addresses, and `@domain` for all of a domain. */
export type OnlyTo = readonly string[];

/**
 * Whether mail may go to this address. Where nobody is named there is no trial, and all may be
 * written to. Cases do not matter, and a domain does not stand for those beneath it.
 */
export const isInTrial = (email: string, onlyTo: OnlyTo = []): boolean => {
  if (onlyTo.length === 0) return true;
  const address = email.trim().toLowerCase();
  const domain = address.slice(address.lastIndexOf('@'));
  return onlyTo.some((entry) => [address, domain].includes(entry.trim().toLowerCase()));
};
