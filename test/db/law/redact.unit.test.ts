import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutPerson } from '../../../db/law/redact.ts';
import { type PropsOf, renderMail, templates } from '../../../emails/index.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';

const kinds = ['delay-notice', 'delay-answer', 'withdrawal', 'cancelled', 'refunded'] as const;

const textOf = async (kind: (typeof kinds)[number], locale: string, name: string) => {
  const { PreviewProps } = templates[kind];
  const props = { ...PreviewProps, words: createLexicon()(locale), customer: { name, locale } };
  return (await renderMail(kind, props as PropsOf<typeof kind>)).text;
};

const redact = (text: string, name: string | null, address: string | null = null) =>
  withoutPerson(text, { names: [name], addresses: [address] });

describe('a text that is kept without its reader', () => {
  const cases = kinds.flatMap((kind) =>
    ['en-US', 'de-DE', 'fr-FR', 'es-ES'].map((locale) => [kind, locale] as const),
  );

  test.each(cases)('is the mail %s as sent in %s, but for name and links', async (kind, locale) => {
    for (const name of ['Zoë O’Brien-Strauß', 'J.R. (Bob) Smith $1', '田中 太郎', 'ليلى']) {
      const text = await textOf(kind, locale, name);
      expect(text).toContain(name);
      const kept = redact(text, name);
      expect(kept).toBe(redact(await textOf(kind, locale, '{name}'), null));
      expect(kept).toContain('{name}');
      expect(kept).not.toContain('http');
    }
  });

  test.each([
    ['Hello Ada,', 'Ada', 'Hello {name},'],
    ['HELLO ADA LOVELACE!', 'Ada Lovelace', 'HELLO {name}!'],
    ['Hello Ada\nLovelace,', 'Ada  Lovelace', 'Hello {name},'],
    ['ZOË STRAUSS und zoë strauß', 'Zoë Strauß', '{name} und {name}'],
    ['Zoe\u0308 und Zo\u00eb', 'Zoë', '{name} und {name}'],
    ['Adas Lampe, Ada’s lamp', 'Ada', '{name}s Lampe, {name}’s lamp'],
    ['The adapter of Canada', 'Ada', 'The adapter of Canada'],
    ['für 田中様', '田中', 'für {name}様'],
    ['a link, an address', 'Link', 'a {name}, an address'],
    ['Hello Ada', '', 'Hello Ada'],
  ])('finds a name as a word of its own: %j', (text, name, kept) => {
    expect(redact(text, name)).toBe(kept);
  });

  test('finds what a greeting has left of a name that is too long for it', () => {
    const name = `${'Maria '.repeat(20)}Muster`;
    expect(redact(`Hello ${name.slice(0, 78)}…\nYour lamp`, name)).toBe('Hello {name}\nYour lamp');
    expect(redact(`Hello ${name}\nYour lamp`, name)).toBe('Hello {name}\nYour lamp');
  });

  test('finds an address in any case, and a link with its token', () => {
    const text =
      'To ADA@Example.ORG: https://shop.example/b/abc.DEF-_~?to=ada@example.org#x and\nHTTP://shop.example';
    expect(redact(text, 'Ada', 'ada@example.org')).toBe('To {address}: {link} and\n{link}');
  });

  test('leaves no name and no address in any text', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), word, fc.emailAddress(), (texts, name, to) => {
        const known = name.trim();
        fc.pre(known !== '' && !/name|address|link|[{}\p{Cf}\p{Cc}]/iu.test(known));
        fc.pre(texts.every((text) => !text.includes(known)));
        const kept = redact(`${texts.join(' ')} ${name} ${texts.join(' ')} ${to}`, name, to);
        expect(kept).toContain('{name}');
        expect(kept).not.toContain(to);
        expect(` ${kept} `).not.toContain(` ${known} `);
      }),
    );
  });
});
