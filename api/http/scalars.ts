import { z } from '@hono/zod-openapi';
import { isCountry } from '../../workflows/calendar/home-zone.ts';
import { isTimeZone } from '../../workflows/calendar/zone.ts';
import { mailAddress } from '../../workflows/domain/mail/address.ts';
import { spellSku } from '../../workflows/domain/stock/sku.ts';

export const skuSpelling = 'Expected no blanks at the ends, and Unicode in NFC';

/** The sender's own id of anything. It makes a write repeatable. */
export const id = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/,
    'Expected 1 to 64 of A-Z a-z 0-9 . _ : - and a letter or digit first',
  );

/**
 * Printable means: no control, format, private or unassigned characters, no line breaks. Another
 * spelling of a SKU is refused, never mended: a sender that is not told keeps two names for it.
 */
export const sku = z
  .string()
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]{1,64}$/u, {
    error: 'Expected 1 to 64 printable characters',
    abort: true,
  })
  .refine((written) => written === spellSku(written), skuSpelling)
  .openapi({
    minLength: 1,
    maxLength: 64,
    pattern: '^(?!\\s)[^\\p{C}\\p{Zl}\\p{Zp}]{1,64}(?<!\\s)$',
  });

/** One line of text. Control characters and halves of surrogate pairs are refused. */
export const text = (maxLength: number) =>
  z
    .string()
    .min(1)
    .max(maxLength)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Control characters are not allowed')
    .openapi({ pattern: '^[^\\p{Cc}\\p{Cs}]*$' });

/** The same, of what a customer reads as the name of something: part of it must show. */
export const words = (maxLength: number) =>
  text(maxLength)
    .regex(/(?!\p{DI})[\p{L}\p{N}\p{P}\p{S}]/u, 'Expected something that can be read')
    .openapi({ pattern: '^(?=.*[\\p{L}\\p{N}\\p{P}\\p{S}])[^\\p{Cc}\\p{Cs}]*$' });

/** What the public may hear of a change of stock, in the operator's words. */
export const shared = {
  share: z.boolean().optional().openapi({
    description: 'Whether public stock updates tell of it. Default: false',
  }),
  note: words(300).optional().openapi({
    description: 'What they say besides, as it stands; nothing without share',
  }),
};

export const maxQuantity = 100_000;

export const quantity = z.int().min(1).max(maxQuantity);

/** A whole number in a query, from 1, in digits alone. */
export const digitsUpTo = (maximum: number) => {
  const expected = `Expected a number from 1 to ${maximum}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, expected)
    .transform(Number)
    .pipe(z.int().min(1, expected).max(maximum, expected))
    .openapi({ type: 'integer', minimum: 1, maximum });
};

export const priority = z.int().min(-1_000).max(1_000);

export const maxAmount = 1_000_000_000_000;

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

const currency = z
  .string()
  .refine((code) => currencies.has(code), 'Expected an ISO 4217 code, such as USD')
  .openapi({ pattern: '^[A-Z]{3}$', example: 'USD' });

/** A sum that somebody pays or is paid: minor units, never negative. */
export const money = z
  .strictObject({ amount: z.int().min(0).max(maxAmount), currency })
  .openapi('Money', { example: { amount: 12_900, currency: 'USD' } });

const withinReason = (date: string): boolean => date >= '2000' && date < '2200';

/** RFC 3339 with an offset; the parsed value is UTC as `Date.toISOString` writes it. */
export const instant = z.iso
  .datetime({ offset: true, error: 'Expected an RFC 3339 date and time with an offset' })
  .refine(withinReason, 'Expected a year from 2000 to 2199')
  .transform((value) => new Date(value).toISOString())
  .openapi({ type: 'string', format: 'date-time', example: '2026-11-23T10:00:00Z' });

export const civilDate = z.iso
  .date('Expected a date, YYYY-MM-DD')
  .refine(withinReason, 'Expected a year from 2000 to 2199')
  .openapi({ format: 'date', example: '2027-01-15' });

export const email = z.email({ pattern: mailAddress, error: 'Expected an email address' }).max(254);

export const locale = z
  .string()
  .max(35)
  .refine(isLocale, 'Expected a BCP 47 language tag, such as en-US')
  .openapi({ example: 'en-US' });

export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'Expected an IANA time zone, such as America/New_York')
  .openapi({ example: 'America/New_York' });

export const country = z
  .string()
  .refine(isCountry, 'Expected an ISO 3166-1 alpha-2 code, such as US')
  .openapi({ pattern: '^[A-Z]{2}$', example: 'US' });

export const webUrl = z
  .url({ protocol: /^https?$/, error: 'Expected a URL that begins with http:// or https://' })
  .max(2_000)
  .openapi({ format: 'uri' });

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
