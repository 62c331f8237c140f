/** What the comparison of the books needs besides the sums of the view. Minor units. */
export type BooksView = {
  /** Sums we do not ask for again: a person or a rule waived them, or they went back past us. */
  waived: number;
  /** Captured together with the payment at checkout, and not for this order. */
  foreign: number;
};
