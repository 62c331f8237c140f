import { describe, expect, it } from 'vitest';
import { parseWords } from '../../../emails/words/overrides.ts';

const english = {
  wait: {
    left: '{days, plural, one {# day} other {# days}} for {items}',
    told: 'The date was {before}.',
    kind: '{kind, select, late {It is late} other {It is here}}',
    plain: 'Nothing to do.',
  },
  notice: { silence: 'If you do nothing, your order is cancelled on {day}.' },
};

const parse = (texts: unknown, name = 'en.json') =>
  parseWords([{ name, text: JSON.stringify(texts) }], {
    english,
    locales: ['en', 'de'],
    law: ['notice.silence'],
  });

describe("a shop's own words", () => {
  it.each(['en.json', 'de.json', 'en-GB.json', 'de-AT.json'])('are taken from %s', (name) => {
    const own = { wait: { plain: 'Sit back.', told: 'We had said {before}.' } };
    const locale = name.replace('.json', '');
    expect(parse(own, name)).toEqual({ overrides: { [locale]: own }, problems: [] });
  });

  it.each([
    '{days} more',
    '{days, number} more',
    '{days, plural, =0 {now} other {#}} {items}',
    "It's {items}'s turn",
    'no placeholder at all',
    '<b>{items}</b>',
  ])('may say "%s" with what the English text has', (left) => {
    expect(parse({ wait: { left } }).problems).toEqual([]);
  });

  it('may tell apart what English tells apart', () => {
    expect(parse({ wait: { kind: '{kind, select, late {Later} other {Now}}' } }).problems).toEqual(
      [],
    );
  });

  it.each<[string, unknown, string[]]>([
    ['an unknown section', { weight: {} }, ['weight is no section of the words']],
    [
      'what every object has',
      { constructor: { name: 'x' } },
      ['constructor is no section of the words'],
    ],
    ['an unknown key', { wait: { right: 'x' } }, ['wait.right is no text of the words']],
    ['a section that is a text', { wait: 'x' }, ['wait must be an object of texts']],
    ['a text that is none', { wait: { plain: 7 } }, ['wait.plain must be a text']],
    ['an empty text', { wait: { plain: ' ' } }, ['wait.plain must be a text']],
    [
      'a placeholder more',
      { wait: { told: '{before} {after}' } },
      ['wait.told must have no placeholder {after}: it has {before}'],
    ],
    [
      'one where there is none',
      { wait: { plain: '{x}' } },
      ['wait.plain must have no placeholder {x}: it has none'],
    ],
    [
      'one inside a case',
      { wait: { left: '{days, plural, other {# {n}}}' } },
      ['wait.left must have no placeholder {n}: it has {days}, {items}'],
    ],
    [
      'counting a text',
      { wait: { told: '{before, plural, other {#}}' } },
      ['wait.told must not use {before} as a number'],
    ],
    [
      'formatting a date',
      { wait: { told: '{before, date, long}' } },
      ['wait.told must not use {before} as a date'],
    ],
    [
      'a text of the law',
      { notice: { silence: 'Relax.' } },
      ['notice.silence must be left out: the law wants our words there'],
    ],
  ])('are refused for %s', (_, texts, problems) => {
    expect(parse(texts)).toEqual({
      overrides: {},
      problems: problems.map((problem) => `en.json: ${problem}`),
    });
  });

  it('are refused for what is not ICU MessageFormat', () => {
    expect(parse({ wait: { plain: '{open' } }).problems).toEqual([
      expect.stringMatching(/^en\.json: wait\.plain must be ICU MessageFormat \(.+\)$/),
    ]);
  });

  it.each(['english.json', 'xx.json', 'en-gb.json', '../en.json'])(
    'are refused from %s',
    (name) => {
      expect(parse({}, name).problems).toEqual([
        `${name}: its name must be a locale of one of en, de, such as en.json or en-GB.json`,
      ]);
    },
  );

  it('are refused with every problem of every file at once', () => {
    const files = [
      { name: 'de.json', text: '[]' },
      { name: 'en.json', text: '{"wait": {"plain": "{x}", "right": ""}}' },
    ];
    const { problems } = parseWords(files, { english, locales: ['en', 'de'], law: [] });
    expect(problems).toEqual([
      'de.json: it must be JSON: { "section": { "key": "text" } }',
      'en.json: wait.plain must have no placeholder {x}: it has none',
      'en.json: wait.right is no text of the words',
    ]);
  });
});
