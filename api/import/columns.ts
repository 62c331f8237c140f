import { z } from '@hono/zod-openapi';

/** How the cells of a column are read. `list`: JSON, or one entry a line. */
type Reading = 'text' | 'number' | 'number-or-text' | 'boolean' | 'list';

/** A field of a body, by its path in the body. */
export type Column = {
  name: string;
  reading: Reading;
  /** The body cannot do without it. */
  isRequired: boolean;
  /** Its cells may say `null`. */
  isNullable: boolean;
};

/** What of JSON Schema (draft 2020-12) the schemas of the API use. */
type Node = {
  type?: string;
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
};

/**
 * The columns that a file may have for bodies of this schema, in its order: one for each field that
 * holds no others. The list of objects named `nested` has one for each field of an object, because
 * each line of the file holds one of them.
 */
export const columnsOf = (schema: z.ZodType, nested: string | null): Column[] => {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node;
  return walk(root, { path: [], isRequired: true }, nested);
};

type Place = { path: string[]; isRequired: boolean };

const walk = (node: Node, place: Place, nested: string | null): Column[] => {
  const name = place.path.join('.');
  const choices = (node.anyOf ?? node.oneOf ?? []).filter(({ type }) => type !== undefined);
  const variants = choices.filter(({ type }) => type !== 'null');
  if (variants.some(({ properties }) => properties)) {
    return merge(variants.map((variant) => walk(variant, place, nested)));
  }
  if (node.properties) return fieldsOf(node, place, nested);
  if (name === nested && node.items) return walk(node.items, place, null);
  const isNullable = variants.length < choices.length;
  const types = variants.length > 0 ? variants : [node];
  return [{ name, reading: readingOf(types), isRequired: place.isRequired, isNullable }];
};

const fieldsOf = ({ properties = {}, required = [] }: Node, place: Place, nested: string | null) =>
  Object.entries(properties).flatMap(([field, child]) => {
    const isRequired = place.isRequired && required.includes(field);
    return walk(child, { path: [...place.path, field], isRequired }, nested);
  });

const readingOf = (types: readonly Node[]): Reading => {
  const is = (wanted: string) => types.some(({ type }) => type === wanted);
  if (is('array')) return 'list';
  if (is('boolean')) return 'boolean';
  if (is('integer') || is('number')) return is('string') ? 'number-or-text' : 'number';
  return 'text';
};

/** The columns of several variants of a body; one is required where all of them require it. */
const merge = (variants: readonly Column[][]): Column[] => {
  const names = new Set(variants.flat().map(({ name }) => name));
  return [...names].flatMap((name) => {
    const found = variants.flatMap((columns) => columns.filter((column) => column.name === name));
    const isRequired = found.length === variants.length && found.every((each) => each.isRequired);
    return found[0] ? [{ ...found[0], isRequired }] : [];
  });
};
