import { countdown } from './countdown.ts';

/** All our words in English, whose keys and placeholders the other languages have to have. */
export const en = { countdown } as const;
