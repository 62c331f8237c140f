/** Ids that callers of the API give hold no slash: these are what a shop did by itself. */
export const there = 'there/';
