/** A zone in which it is about noon, so that no mail waits for the morning. */
export const noonZone = (now: Date): string => {
  const ahead = 12 - now.getUTCHours();
  // The zones of this family count the other way round.
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
};
