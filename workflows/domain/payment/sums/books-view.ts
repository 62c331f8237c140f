/** What the comparison of the books has to know besides; amounts in minor units. */
export type BooksView = {
  /** Given back or written off by a person: it is not asked for again. */
  waived: number;
  /** Captured with what was paid at checkout, and no business of this order. */
  foreign: number;
};
