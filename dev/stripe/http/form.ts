import { invalid } from './errors.ts';

/** A decoded body or query; lists are forms too, with their indices as names. */
export type Form = { [name: string]: string | Form };

/**
 * Reads `a=1&b[c]=2&d[]=3&e[0]=4` into a tree. Throws a 400 where one name is both a value and a
 * group.
 */
export const parseForm = (text: string): Form => {
  const form: Form = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) place(form, namesOf(name), value);
  return form;
};

const namesOf = (name: string): string[] => {
  const [head = ''] = name.split('[', 1);
  const rest = name.slice(head.length).matchAll(/\[([^\]]*)\]/g);
  return [head, ...Array.from(rest, ([, inner = '']) => inner)];
};

const place = (form: Form, names: string[], value: string): void => {
  let group = form;
  names.forEach((name, depth) => {
    const key = name === '' ? String(Object.keys(group).length) : name;
    const last = depth === names.length - 1;
    const found = group[key];
    if (found !== undefined && (typeof found === 'string') !== last)
      throw invalid(`Invalid object: ${names[0]}`, { param: names[0] ?? '' });
    if (last) group[key] = value;
    else {
      const inner: Form = typeof found === 'object' ? found : Object.create(null);
      group[key] = inner;
      group = inner;
    }
  });
};

/** The same text for the same parameters, in whatever order they were sent. */
export const canonical = (form: Form): string =>
  JSON.stringify(form, (_, value) =>
    value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
