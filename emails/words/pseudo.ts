import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

type Manner = 'accents' | 'right-to-left';

/** The same catalogue in a language that nobody speaks, to see what is not translated. */
export const pseudo = <C extends Readonly<Record<string, Readonly<Record<string, string>>>>>(
  catalogue: C,
  manner: Manner,
): { readonly [S in keyof C]: { readonly [K in keyof C[S]]: string } } =>
  mapValues(catalogue, (section) => mapValues(section, (text) => disguised(text, manner))) as {
    readonly [S in keyof C]: { readonly [K in keyof C[S]]: string };
  };

const mapValues = <T, U>(of: Readonly<Record<string, T>>, to: (value: T) => U) =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, to(value)]));

/** Only words change: the literal parts of the text, found by its own positions. */
const disguised = (text: string, manner: Manner): string => {
  const words: { start: number; end: number }[] = [];
  const walk = (elements: ReturnType<typeof parse>): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal && element.location) {
        words.push({ start: element.location.start.offset, end: element.location.end.offset });
      }
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const { value } of Object.values(element.options)) walk(value);
      }
    }
  };
  walk(parse(text, { captureLocation: true, ignoreTag: true }));
  return words
    .sort((a, b) => b.start - a.start)
    .reduce(
      (whole, { start, end }) =>
        whole.slice(0, start) + manners[manner](whole.slice(start, end)) + whole.slice(end),
      text,
    );
};

const manners: Record<Manner, (words: string) => string> = {
  accents: (words) => words.replace(/[A-Za-z]/g, (letter) => accented[letter] ?? letter),
  'right-to-left': (words) => words.replace(/[A-Za-z]/g, (letter) => hebrewLike(letter)),
};

const plain = 'aceinosuyACEINOSUY';
const marked = 'àçéîñöšúýÀÇÉÎÑÖŠÚÝ';

const accented: Record<string, string> = Object.fromEntries(
  [...plain].map((letter, index) => [letter, [...marked][index] ?? letter]),
);

/** Letters that run from right to left, one for each of ours. */
const hebrewLike = (letter: string): string => {
  const offset = letter.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0);
  return String.fromCharCode('א'.charCodeAt(0) + offset);
};
