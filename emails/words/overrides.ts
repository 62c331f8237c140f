import { catalogues, type Overrides } from './catalogue.ts';
import { en } from './en/index.ts';
import { lawTexts } from './law.ts';
import { placeholdersOf, wrongPlaceholders } from './placeholders.ts';

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

export type WordsFile = { name: string; text: string };

/** A shop's own words by locale; `problems` name the file, and the section and key in it. */
export type OwnWords = { overrides: Readonly<Record<string, Overrides>>; problems: string[] };

type Known = { english: Catalogue; locales: readonly string[]; law: readonly string[] };

const known: Known = { english: en, locales: Object.keys(catalogues), law: lawTexts };

/**
 * Reads partial catalogues, each `{ section: { key: text } }` in a file named by its locale. A text
 * has to be ICU MessageFormat and may use the placeholders of the English one, and no others. All
 * problems are told; with any of them there are no words.
 */
export const parseWords = (files: readonly WordsFile[], at: Known = known): OwnWords => {
  const read = files.map((file) => ({ file, ...readFile(file, at) }));
  const problems = read.flatMap(({ file, problems }) =>
    problems.map((problem) => `${file.name}: ${problem}`),
  );
  if (problems.length > 0) return { overrides: {}, problems };
  const own = read.map(({ file, texts }) => [localeOf(file.name), texts as Overrides]);
  return { overrides: Object.fromEntries(own), problems };
};

const localeOf = (name: string): string => name.replace(/\.json$/, '');

type Read = { texts: Catalogue; problems: string[] };

const readFile = ({ name, text }: WordsFile, at: Known): Read => {
  const locale = localeOf(name);
  const unknown = isLocale(locale, at)
    ? []
    : [
        `its name must be a locale of one of ${at.locales.join(', ')}, such as en.json or en-GB.json`,
      ];
  const json = asJson(text);
  if (!isTable(json)) {
    return {
      texts: {},
      problems: [...unknown, 'it must be JSON: { "section": { "key": "text" } }'],
    };
  }
  return { texts: json as Catalogue, problems: [...unknown, ...problemsIn(json, at)] };
};

/** A language that we have, or one of its regions. */
const isLocale = (locale: string, { locales }: Known): boolean =>
  locales.includes(locale) ||
  (/^[a-z]{2,3}-[A-Z]{2}$/.test(locale) && locales.includes(locale.split('-')[0] ?? ''));

const problemsIn = (json: Record<string, unknown>, at: Known): string[] =>
  Object.entries(json).flatMap(([section, texts]) => {
    const english = own(at.english, section);
    if (english === undefined) return [`${section} is no section of the words`];
    if (!isTable(texts)) return [`${section} must be an object of texts`];
    return Object.entries(texts).flatMap(([key, text]) => {
      const said = own(english, key);
      const problems =
        said === undefined
          ? ['is no text of the words']
          : wrongText({ section, key, text, said }, at);
      return problems.map((problem) => `${section}.${key} ${problem}`);
    });
  });

type Given = { section: string; key: string; text: unknown; said: string };

const wrongText = ({ section, key, text, said }: Given, { law }: Known): string[] => {
  if (law.includes(`${section}.${key}`)) return ['must be left out: the law wants our words there'];
  if (typeof text !== 'string' || text.trim() === '') return ['must be a text'];
  const placeholders = placeholdersOf(text);
  if ('malformed' in placeholders) return [`must be ICU MessageFormat (${placeholders.malformed})`];
  return wrongPlaceholders(placeholders, placeholdersOf(said));
};

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isTable = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Never what every object inherits, such as `constructor`. */
const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
