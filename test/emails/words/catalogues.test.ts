import { describe, expect, test } from 'vitest';
import { catalogues } from '../../../emails/words/catalogue.ts';
import { en } from '../../../emails/words/en/index.ts';
import { placeholdersOf, wrongPlaceholders } from '../../../emails/words/placeholders.ts';

type Section = Readonly<Record<string, string>>;

const textsOf = (catalogue: object): [string, string][] =>
  Object.entries(catalogue as Readonly<Record<string, Section>>).flatMap(([section, texts]) =>
    Object.entries(texts).map(([key, text]): [string, string] => [`${section}.${key}`, text]),
  );

const namesIn = (found: ReturnType<typeof placeholdersOf>): string[] =>
  'uses' in found ? [...new Set(found.uses.map(({ name }) => name))].sort() : [found.malformed];

const english = new Map(textsOf(en));

describe.each(Object.entries(catalogues))('the words in %s', (language, catalogue) => {
  const texts = textsOf(catalogue);

  test('lack no key, and have none that nobody says', () => {
    expect(texts.map(([name]) => name).sort()).toEqual([...english.keys()].sort());
  });

  test('have the placeholders of the English ones, used as they are there', () => {
    const wrong = texts.flatMap(([name, text]) => {
      const [given, wanted] = [text, english.get(name) ?? ''].map(placeholdersOf);
      if (!given || !wanted) throw new Error('both have placeholders, or none');
      const problems = wrongPlaceholders(given, wanted);
      const isSame = JSON.stringify(namesIn(given)) === JSON.stringify(namesIn(wanted));
      return isSame && problems.length === 0 ? [] : [{ name, text, problems }];
    });
    expect(wrong).toEqual([]);
  });

  test('are not the English ones, but for what all languages write alike', () => {
    if (language === 'en') return;
    const same = texts.filter(
      ([name, text]) =>
        english.get(name) === text && /[a-z]{4}/i.test(text.replaceAll(/\{[^{}]*\}/g, '')),
    );
    expect(same.map(([name]) => name)).toEqual(alike[language] ?? []);
  });

  test('hold no mark that a typesetter would not use', () => {
    const marks = {
      de: /"|(?<=\w)'(?=\w)/,
      fr: /"|(?<=\w)'(?=\w)|[^\s  ][?!;»](?!\w)/,
      es: /"|(?<=\w)'(?=\w)/,
    };
    const wrong = marks[language as keyof typeof marks];
    if (wrong === undefined) return;
    expect(texts.filter(([, text]) => wrong.test(text)).map(([name]) => name)).toEqual([]);
  });
});

/** Words of other languages that happen to be spelled as in English. */
const alike: Readonly<Record<string, string[]>> = {
  de: ['withdrawal.name'],
  es: ['letter.total'],
  fr: ['letter.total', 'cardPage.version'],
};
