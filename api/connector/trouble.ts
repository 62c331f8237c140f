import type { ShopAnswer } from './port.ts';

type Failed = Exclude<ShopAnswer<never>, { outcome: 'ok' }>;

/** What the platform said instead of doing it. */
export class ShopTrouble extends Error {
  override readonly name = 'ShopTrouble';
  readonly answer: Failed;
  constructor(answer: Failed) {
    super(answer.detail);
    this.answer = answer;
  }
}

/** What the platform answered; throws what it said instead. */
export const answered = <T>(answer: ShopAnswer<T>): T => {
  if (answer.outcome === 'ok') return answer.value;
  throw new ShopTrouble(answer);
};

/** Whether the whole shop, and not only what was asked, is to be left alone for now. */
export const concernsShop = (error: unknown): error is ShopTrouble =>
  error instanceof ShopTrouble &&
  (error.answer.outcome === 'later' ||
    (error.answer.outcome === 'refused' && error.answer.code === 'gone'));

/** What went wrong, in a line that operators may read. */
export const detailOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').slice(0, 500);
