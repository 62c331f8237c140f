/**
 * The reasons for which we move a date by ourselves, as they are kept with the promise. The page
 * says them in the customer's language; a reason that a person wrote it shows as it is.
 */
export const standingReasons = {
  supply: 'The supply has changed',
  notInTime: 'It could not be shipped in time',
  waitsAgain: 'It waits again, and supply reaches its place later',
} as const;
