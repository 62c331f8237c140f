import type { ShopAnswer } from '../../port.ts';

type Refused = Extract<ShopAnswer<never>, { outcome: 'refused' }>;

/** Done, and found by that name. */
export const done = (reference: string | number): ShopAnswer<{ reference: string }> => ({
  ...{ outcome: 'ok', value: { reference: String(reference) } },
});

export const refused = (code: Refused['code'], detail: string): Refused => ({
  ...{ outcome: 'refused', code, detail },
});

/** What a call made, which has an answer. One that said nothing may have been done. */
export const made = <T>(answer: ShopAnswer<T | undefined>): ShopAnswer<T> =>
  answer.outcome === 'ok' && answer.value === undefined
    ? { outcome: 'unknown', detail: 'an answer without a body' }
    : (answer as ShopAnswer<T>);

/** What an act writes beside itself, so that it is found again when its answer was lost. */
export const markOf = (key: string): string => `meanwhile:${key}`;
