import { countdown } from './countdown.ts';
import { preferencesPage } from './page/preferences.ts';
import { unsubscribePage } from './page/unsubscribe.ts';

/** All our words in English, whose keys and placeholders the other languages have to have. */
export const en = { countdown, preferencesPage, unsubscribePage } as const;
