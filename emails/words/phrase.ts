import { IntlMessageFormat } from 'intl-messageformat';

/**
 * A text of the catalogue as code may use it: the placeholders that its ICU MessageFormat names
 * have to be given, numbers where it counts and texts elsewhere. Dates, money and names come
 * formatted, and safe to stand amid our words.
 */
export type Phrase<Text extends string> =
  Arguments<Text> extends infer Given extends Argument
    ? [Given] extends [never]
      ? () => string
      : (values: { [A in Given as A['name']]: A['value'] }) => string
    : never;

type Argument = { name: string; value: unknown };

/** Reads a text from left to right. `Depth` tells an argument's braces from those of its cases. */
type Arguments<
  Text extends string,
  Depth extends Place[] = ['words'],
  Found extends Argument = never,
> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${infer Right}`
    ? Arguments<`${Right}{${After}`, Closed<Depth>, Found>
    : Depth extends ['cases', ...Place[]]
      ? Arguments<After, ['words', ...Depth], Found>
      : Opened<After, Depth, Found>
  : Found;

type Place = 'words' | 'cases';

type Closed<Depth extends Place[]> = Depth extends [Place, ...infer Outer extends Place[]]
  ? Outer
  : ['words'];

/** What follows the opening brace of an argument. */
type Opened<
  After extends string,
  Depth extends Place[],
  Found extends Argument,
> = After extends `${infer Head}}${infer Rest}`
  ? Head extends `${infer Name},${infer Type},${string}`
    ? After extends `${string},${string},${infer Cases}`
      ? Arguments<Cases, ['cases', ...Depth], Found | Typed<Trim<Name>, Trim<Type>>>
      : never
    : Head extends `${infer Name},${infer Type}`
      ? Arguments<Rest, Depth, Found | Typed<Trim<Name>, Trim<Type>>>
      : Arguments<Rest, Depth, Found | { name: Trim<Head>; value: string | number }>
  : Found;

type Typed<Name extends string, Type extends string> = {
  name: Name;
  value: Type extends 'plural' | 'selectordinal' | 'number' ? number : string;
};

type Trim<T extends string> = T extends ` ${infer R}` | `\n${infer R}`
  ? Trim<R>
  : T extends `${infer R} `
    ? Trim<R>
    : T;

/** A text that is read once, when it is first said, because a process says few of all there are. */
export const phraseOf = (text: string, locale: string): ((values?: object) => string) => {
  let format: IntlMessageFormat | undefined;
  return (values) => {
    format ??= new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    return String(format.format(values as Record<string, string | number> | undefined));
  };
};
