import { minorDigits } from '../../../workflows/domain/currency.ts';
import type { Money } from '../../../workflows/domain/money.ts';
import type { Product } from './product-page.tsx';

/** A story as it stands in the form, whatever was typed. */
export type StoryFields = { title: string; text: string; imageUrl: string; url: string };

export type RelatedFields = {
  title: string;
  url: string;
  imageUrl: string;
  price: string;
  currency: string;
};

/** The whole form, so that nothing typed is ever lost. */
export type ProductForm = {
  title: string;
  url: string;
  imageUrl: string;
  backorderLimit: string;
  handlingDays: string;
  stories: StoryFields[];
  related: RelatedFields[];
};

export const emptyStory: StoryFields = { title: '', text: '', imageUrl: '', url: '' };

export const emptyRelated: RelatedFields = {
  ...{ title: '', url: '', imageUrl: '', price: '', currency: '' },
};

/** More than the API takes, so that it says so itself; and an end to what somebody may send. */
const mostParts = 60;

/** As the fields of the form say it. */
export const readForm = (form: URLSearchParams): ProductForm => {
  const say = (name: string): string =>
    (form.get(name) ?? '').replaceAll(/\s*[\r\n]+\s*/g, ' ').trim();
  const all = <Fields extends Record<string, string>>(name: string, empty: Fields): Fields[] => {
    const count = Math.min(mostParts, Number.parseInt(form.get(`${name}s`) ?? '0', 10) || 0);
    return Array.from({ length: count }, (_, nth) =>
      mapFields(empty, (field) => say(`${name}.${nth}.${field}`)),
    );
  };
  return {
    title: say('title'),
    url: say('url'),
    imageUrl: say('imageUrl'),
    backorderLimit: say('backorderLimit'),
    handlingDays: say('handlingDays'),
    stories: all('story', emptyStory),
    related: all('other', emptyRelated),
  };
};

const mapFields = <Fields extends Record<string, string>>(
  fields: Fields,
  say: (field: string) => string,
): Fields => Object.fromEntries(Object.keys(fields).map((field) => [field, say(field)])) as Fields;

/** The same of what is stored. */
export const formOf = (product: Product | undefined): ProductForm => ({
  title: product?.title ?? '',
  url: product?.url ?? '',
  imageUrl: product?.imageUrl ?? '',
  backorderLimit: `${product?.backorderLimit ?? ''}`,
  handlingDays: `${product?.handlingDays ?? 0}`,
  stories: (product?.highlights ?? []).map((told) =>
    typeof told === 'string' ? { ...emptyStory, text: told } : { ...emptyStory, ...told },
  ),
  related: (product?.related ?? []).map(({ price, ...other }) => ({
    ...emptyRelated,
    ...other,
    ...(price && { price: decimalOf(price), currency: price.currency }),
  })),
});

const decimalOf = ({ amount, currency }: Money): string => {
  const digits = minorDigits(currency);
  return (amount / 10 ** digits).toFixed(digits);
};

/**
 * The body of a PUT. What cannot be one, such as a price in letters, is sent as it is, so that the
 * API says what is wrong. Empty parts are left out; `stories` and `related` tell where in the form
 * each of the others stands.
 */
export const bodyOf = (form: ProductForm) => {
  const stories = filled(form.stories);
  const related = filled(form.related);
  return {
    body: {
      title: form.title,
      ...given('url', form.url),
      ...given('imageUrl', form.imageUrl),
      highlights: stories.map(({ part }) => toHighlight(part)),
      related: related.map(({ part }) => toRelated(part)),
      ...(form.backorderLimit !== '' && { backorderLimit: toNumber(form.backorderLimit) }),
      handlingDays: form.handlingDays === '' ? 0 : toNumber(form.handlingDays),
    },
    stories: stories.map(({ nth }) => nth),
    related: related.map(({ nth }) => nth),
  };
};

/** A currency alone says nothing of another product. */
const filled = <Part extends Record<string, string>>(parts: readonly Part[]) =>
  parts
    .map((part, nth) => ({ part, nth }))
    .filter(({ part }) => Object.entries(part).some(([name, text]) => name !== 'currency' && text));

const given = <Name extends string>(name: Name, text: string) =>
  (text === '' ? {} : { [name]: text }) as { [N in Name]?: string };

/** A text alone is the shorter kind; with anything beside it, it is a story with a headline. */
const toHighlight = ({ title, text, imageUrl, url }: StoryFields) =>
  title === '' && imageUrl === '' && url === ''
    ? text
    : { title, text, ...given('imageUrl', imageUrl), ...given('url', url) };

const toRelated = ({ title, url, imageUrl, price, currency }: RelatedFields) => ({
  ...{ title, url, ...given('imageUrl', imageUrl) },
  ...(price !== '' && { price: { amount: toMinor(price, currency), currency } }),
});

/** Not a number stays what it is: the API refuses it at its place. */
const toNumber = (text: string): number =>
  /^-?\d{1,15}$/.test(text) ? Number(text) : (text as unknown as number);

const toMinor = (price: string, currency: string): number => {
  const [, whole, part = ''] = /^(\d{1,12})(?:[.,](\d+))?$/.exec(price) ?? [];
  const digits = minorDigits(currency);
  if (whole === undefined || part.length > digits) return price as unknown as number;
  return Number(`${whole}${part.padEnd(digits, '0')}`);
};

/** What the buttons beside parts of the form do, such as `up.story.2`; others change nothing. */
export const rearrange = (form: ProductForm, act: string): ProductForm => {
  const [verb, what, at = ''] = act.split('.');
  const nth = /^\d+$/.test(at) ? Number(at) : -2;
  if (what === 'story') {
    return { ...form, stories: changed(form.stories, emptyStory, { verb, nth }) };
  }
  if (what === 'other') {
    return { ...form, related: changed(form.related, emptyRelated, { verb, nth }) };
  }
  return form;
};

const changed = <Part>(
  parts: readonly Part[],
  empty: Part,
  { verb, nth }: { verb: string | undefined; nth: number },
): Part[] => {
  switch (verb) {
    case 'add':
      return [...parts, empty];
    case 'remove':
      return parts.filter((_, index) => index !== nth);
    case 'up':
      return swapped(parts, nth - 1);
    case 'down':
      return swapped(parts, nth);
    default:
      return [...parts];
  }
};

const swapped = <Part>(parts: readonly Part[], nth: number): Part[] => {
  const [before, after] = [parts[nth], parts[nth + 1]];
  if (before === undefined || after === undefined) return [...parts];
  return [...parts.slice(0, nth), after, before, ...parts.slice(nth + 2)];
};

/** The field of the form that a pointer of the API names. */
export const fieldOf = (
  pointer: string,
  { stories, related }: { stories: readonly number[]; related: readonly number[] },
): string => {
  const [, first = '', nth = '', field = ''] = pointer.split('/');
  if (first === 'highlights' && nth !== '') {
    return `story.${stories[Number(nth)] ?? nth}.${field === '' ? 'text' : field}`;
  }
  if (first === 'related' && nth !== '') {
    const last = pointer.split('/').at(-1);
    const name = last === 'amount' ? 'price' : (last ?? '');
    return `other.${related[Number(nth)] ?? nth}.${name === nth ? 'title' : name}`;
  }
  return first;
};
