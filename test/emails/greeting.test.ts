import { describe, expect, it } from 'vitest';
import { example } from '../../emails/parts/example.ts';
import { greeting } from '../../emails/parts/wording.ts';

const greet = (name: string | null) =>
  greeting({ ...example, customer: { ...example.customer, name } });

describe('a greeting', () => {
  it.each(['Ada', 'J.R. Smith', 'Dr. Ada Lovelace', "Zoë O'Brien-Łuczak", 'Ada & Bob'])(
    'names %s',
    (name) => {
      expect(greet(name)).toBe(`Hello ${name},`);
    },
  );

  it.each([
    'claim at https://evil.example',
    'evil.example/prize',
    'www.evil.example',
    'mailto:eve@evil',
    'eve@evil.example',
    '\u202emoc.live',
    null,
  ])('names nobody whose name a mail program would turn into a link: %s', (name) => {
    expect(greet(name)).toBe('Hello,');
  });
});
