import type { Related, Story } from '../../../db/schema/storefront/products.ts';
import type { MailProps } from '../../../emails/parts/props.ts';

/** What mails say of the product that a sample order waits for. */
export type SpecimenProduct = {
  sku: string;
  title: string;
  url: string | null;
  imageUrl: string | null;
  highlights: readonly (string | Story)[];
  related: readonly Related[];
};

/**
 * The same mail about this product alone: wherever it has lines, one line of it has their units and
 * sums, so that all that is counted and added up still agrees.
 */
export const withProduct = <P extends MailProps>(props: P, product: SpecimenProduct): P => {
  const { sku, title, url, imageUrl } = product;
  const merge = (lines: readonly Line[]): Line[] => {
    const [first] = lines;
    if (first === undefined) return [];
    const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
    const total = totalOf(lines);
    return [{ ...first, ...(total && { total }), quantity, sku, title, url, imageUrl }];
  };
  return changeLines(props, merge);
};

/** The same mail without the pictures of the templates' examples, which nobody serves. */
export const withoutPictures = <P extends MailProps>(props: P): P =>
  mapObject(props, (value) =>
    typeof value === 'string' && value.startsWith('https://shop.example.org/images/')
      ? null
      : value,
  );

/** The same mail with each of its links leading to one place. */
export const withLinks = <P extends MailProps>(props: P, href: string): P => {
  const { unsubscribe } = props.links;
  const links = { status: href, pay: href, card: href, preferences: href };
  return { ...props, links: { ...links, unsubscribe: unsubscribe === null ? null : href } };
};

type Line = Record<string, unknown> & { sku: string; quantity: number; total?: Sum };
type Sum = { amount: number; currency: string };

const totalOf = (lines: readonly Line[]): Sum | undefined => {
  const totals = lines.flatMap(({ total }) => total ?? []);
  const [first] = totals;
  return first && { ...first, amount: totals.reduce((sum, { amount }) => sum + amount, 0) };
};

const changeLines = <P extends MailProps>(
  props: P,
  change: (lines: readonly Line[]) => Line[],
): P =>
  mapObject(props, (value) =>
    Array.isArray(value) && value.length > 0 && value.every(isLine) ? change(value) : value,
  );

const isLine = (value: unknown): value is Line =>
  typeof value === 'object' && value !== null && 'sku' in value && 'quantity' in value;

/** These are the same for every mail and hold neither lines nor pictures of them. */
const whole: ReadonlySet<string> = new Set(['words', 'shop', 'customer', 'order', 'units']);

/** The same props with each value changed, from the outside in; what was changed is left so. */
const mapObject = <T extends object>(given: T, change: (value: unknown) => unknown): T =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      whole.has(name) ? value : deepen(value, change),
    ]),
  ) as T;

const deepen = (value: unknown, change: (value: unknown) => unknown): unknown => {
  const changed = change(value);
  if (changed !== value || typeof value !== 'object' || value === null) return changed;
  return Array.isArray(value)
    ? value.map((each) => deepen(each, change))
    : mapObject(value, change);
};
