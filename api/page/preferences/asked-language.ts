import { parseAccept } from 'hono/utils/accept';
import { findLanguage } from '../../../emails/words/catalogue.ts';

/**
 * The first of the languages that a browser asks for (`Accept-Language`) that we speak, else
 * English: for pages that belong to no order, whose locale would say it.
 */
export const askedLanguage = (header: string | undefined): string =>
  parseAccept((header ?? '').slice(0, 500))
    .filter(({ q }) => q > 0)
    .map(({ type }) => type)
    .find((tag) => findLanguage(tag) !== undefined) ?? 'en';
