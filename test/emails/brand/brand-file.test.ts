import { describe, expect, it } from 'vitest';
import { parseBrand } from '../../../emails/brand/brand-file.ts';

const parse = (brand: unknown) => parseBrand(JSON.stringify(brand));

const logo = { url: 'https://shop.example/logo.png', width: 160, height: 40, alt: 'Lantern' };

describe('a brand.json', () => {
  it('may say all of it', () => {
    const brand = {
      name: 'Lantern & Co',
      url: 'https://shop.example',
      logo: { ...logo, darkUrl: 'https://shop.example/logo-dark.png' },
      radius: 0,
      postalAddress: '12 Mill Lane, Hudson, NY 12534, USA',
      supportEmail: 'hello@shop.example',
      replyTo: 'orders@shop.example',
      social: [{ name: 'Mastodon', url: 'https://social.example/@lantern' }],
    };
    expect(parse({ ...brand, colour: '#7a5a12' })).toEqual({
      given: {
        ...brand,
        colour: { light: '#7a5a12', dark: expect.stringMatching(/^#[0-9a-f]{6}$/) },
      },
      problems: [],
      notes: [
        expect.stringMatching(/^colour #7a5a12 is lightened to #[0-9a-f]{6} on dark grounds$/),
      ],
    });
  });

  it('may leave out all of it, and a dark logo', () => {
    expect(parse({})).toEqual({ given: {}, problems: [], notes: [] });
    expect(parse({ logo }).given).toEqual({ logo: { ...logo, darkUrl: null } });
  });

  it('is told of every change to its colour', () => {
    expect(parse({ colour: '#888' }).notes).toEqual([
      expect.stringContaining('is darkened to'),
      expect.stringContaining('is lightened to'),
    ]);
  });

  it.each<[string, unknown, string[]]>([
    ['a list', [], ['it must be an object, as docs/brand.md shows it']],
    ['an unknown field', { color: '#fff' }, ['color must be left out: there is no such field']],
    [
      'an unknown field of the logo',
      { logo: { ...logo, href: 'x' } },
      ['logo.href must be left out: there is no such field'],
    ],
    ['a colour by name', { colour: 'red' }, ['colour must be a hex colour, such as #7a5a12']],
    [
      'a wide logo',
      { logo: { ...logo, width: 900 } },
      ['logo.width must be a whole number of pixels, 1 to 552'],
    ],
    [
      'a logo without words',
      { logo: { ...logo, alt: ' ' } },
      ['logo.alt must be a text of 1 to 100 characters, on one line'],
    ],
    [
      'a script for a link',
      { url: 'javascript:alert(1)' },
      ['url must be a URL that begins with http:// or https://'],
    ],
    [
      'two lines for a name',
      { name: 'a\nb' },
      ['name must be a text of 1 to 100 characters, on one line'],
    ],
    [
      'several at once',
      { radius: 99, replyTo: 'nobody', social: [{ name: 'M' }] },
      [
        'radius must be a whole number of pixels, 0 to 24',
        'replyTo must be an address that customers can write to',
        'social.0.url must be a URL that begins with http:// or https://',
      ],
    ],
  ])('is refused for %s', (_, brand, problems) => {
    expect(parse(brand)).toEqual({ given: {}, problems, notes: [] });
  });

  it('has to be JSON', () => {
    expect(parseBrand('{ name: "x" }').problems).toEqual(['it must be JSON']);
  });
});
