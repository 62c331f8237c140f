import { z } from 'zod';
import { mailAddress } from '../../workflows/domain/mail/address.ts';
import type { Brand } from '../parts/brand.ts';
import { readable } from './contrast.ts';

/** What a `brand.json` says; what it leaves out is absent. */
export type BrandGiven = Partial<Brand>;

/** `problems` say what must be otherwise, `notes` what was changed so that it can be read. */
export type BrandFile = { given: BrandGiven; problems: string[]; notes: string[] };

/** Reads a `brand.json`. Every problem begins with what is wrong; a file with one gives nothing. */
export const parseBrand = (text: string): BrandFile => {
  const json = asJson(text);
  if (json === undefined) return refused(['it must be JSON']);
  const parsed = file.safeParse(json);
  if (!parsed.success) return refused(parsed.error.issues.flatMap(problemsIn));
  const { colour, logo, ...rest } = parsed.data;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    given: {
      ...(Object.fromEntries(given) as BrandGiven),
      ...(logo && { logo: { ...logo, darkUrl: logo.darkUrl ?? null } }),
      ...(colour && { colour: readable(colour) }),
    },
    problems: [],
    notes: colour ? changesOf(colour) : [],
  };
};

const refused = (problems: string[]): BrandFile => ({ given: {}, problems, notes: [] });

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Whether anything in it can be seen, and none of it moves what stands around it. */
const words = (most: number) => {
  const right = `a text of 1 to ${most} characters, on one line`;
  return z
    .string(right)
    .trim()
    .min(1, right)
    .max(most, right)
    .refine((text) => !/\p{Cc}/u.test(text), right);
};

const url = z
  .url({ protocol: /^https?$/, error: 'a URL that begins with http:// or https://' })
  .max(2_000, 'a URL of at most 2000 characters');

const address = z.email({ pattern: mailAddress, error: 'an address that customers can write to' });

const pixels = (most: number, least = 1) => {
  const right = `a whole number of pixels, ${least} to ${most}`;
  return z.int(right).min(least, right).max(most, right);
};

const object = 'an object, as docs/brand.md shows it';

const file = z.strictObject(
  {
    name: words(100).optional(),
    url: url.transform((text) => text.replace(/\/+$/, '')).optional(),
    logo: z
      .strictObject(
        {
          url,
          darkUrl: url.optional(),
          width: pixels(552),
          height: pixels(200),
          alt: words(100),
        },
        { error: (issue) => (issue.code === 'invalid_type' ? object : undefined) },
      )
      .optional(),
    colour: z
      .string('a hex colour, such as #7a5a12')
      .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, 'a hex colour, such as #7a5a12')
      .transform((colour) => colour.toLowerCase())
      .optional(),
    radius: pixels(24, 0).optional(),
    postalAddress: words(300).optional(),
    supportEmail: address.optional(),
    replyTo: address.optional(),
    social: z
      .array(z.strictObject({ name: words(40), url }), 'a list of names with their URLs')
      .max(8, 'a list of at most 8')
      .optional(),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? object : undefined) },
);

const problemsIn = (issue: z.core.$ZodIssue): string[] => {
  const place = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const under = place === '' ? '' : `${place}.`;
    return issue.keys.map((key) => `${under}${key} must be left out: there is no such field`);
  }
  return [`${place === '' ? 'it' : place} must be ${issue.message}`];
};

const changesOf = (colour: string): string[] => {
  const { light, dark } = readable(colour);
  const long = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  return [
    ...(light === long ? [] : [`colour ${colour} is darkened to ${light} on light grounds`]),
    ...(dark === long ? [] : [`colour ${colour} is lightened to ${dark} on dark grounds`]),
  ];
};
