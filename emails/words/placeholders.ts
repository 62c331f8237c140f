import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** How a text uses what it is given: counted, told apart by its value, or just said. */
type Use = 'number' | 'select' | 'text' | 'date';

type Placeholders = { uses: { name: string; use: Use }[] } | { malformed: string };

/** The placeholders of a text in ICU MessageFormat, each use of each. */
export const placeholdersOf = (text: string): Placeholders => {
  try {
    return { uses: usesIn(parse(text, { ignoreTag: true })) };
  } catch (error) {
    return { malformed: (error as Error).message };
  }
};

/** What is wrong with the placeholders of a text that stands for another. */
export const wrongPlaceholders = (given: Placeholders, wanted: Placeholders): string[] => {
  const known = 'uses' in wanted ? wanted.uses : [];
  const names = [...new Set(known.map(({ name }) => `{${name}}`))];
  const uses = 'uses' in given ? given.uses : [];
  const problems = uses.flatMap(({ name, use }) => {
    const same = known.filter((other) => other.name === name);
    if (same.length === 0) {
      const right = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
      return [`must have no placeholder {${name}}: ${right}`];
    }
    // What is written plainly in English may be a number or a text, so it can only be said.
    const isFit = use === 'text' || same.some((other) => other.use === use);
    return isFit ? [] : [`must not use {${name}} as a ${use}`];
  });
  return [...new Set(problems)];
};

const usesIn = (elements: MessageFormatElement[]): { name: string; use: Use }[] =>
  elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.argument:
        return [{ name: element.value, use: 'text' as const }];
      case TYPE.number:
        return [{ name: element.value, use: 'number' as const }];
      case TYPE.date:
      case TYPE.time:
        return [{ name: element.value, use: 'date' as const }];
      case TYPE.plural:
      case TYPE.select: {
        const use = element.type === TYPE.plural ? ('number' as const) : ('select' as const);
        const inner = Object.values(element.options).flatMap(({ value }) => usesIn(value));
        return [{ name: element.value, use }, ...inner];
      }
      default:
        return [];
    }
  });
