import { describe, expect, it } from 'vitest';
import {
  bodyOf,
  fieldOf,
  formOf,
  readForm,
  rearrange,
} from '../../../../api/desk/products/form.ts';

const typed = (fields: Record<string, string>) => readForm(new URLSearchParams(fields));

const two = {
  ...{ title: 'Lamp', storys: '3', 'story.0.text': 'One', 'story.2.text': 'Three' },
  ...{ 'story.2.title': 'Third', others: '1', 'other.0.title': 'Pad' },
  ...{
    'other.0.url': 'https://shop.example/pad',
    'other.0.price': '39',
    'other.0.currency': 'USD',
  },
};

describe('the form of a product', () => {
  it('becomes what the API takes, without what was left empty', () => {
    expect(bodyOf(typed(two))).toEqual({
      body: {
        title: 'Lamp',
        highlights: ['One', { title: 'Third', text: 'Three' }],
        related: [
          {
            title: 'Pad',
            url: 'https://shop.example/pad',
            price: { amount: 3900, currency: 'USD' },
          },
        ],
        handlingDays: 0,
      },
      stories: [0, 2],
      related: [0],
    });
  });

  it.each([
    ['39', 'USD', 3900],
    ['39.5', 'USD', 3950],
    ['39,05', 'EUR', 3905],
    ['3900', 'JPY', 3900],
    ['1.234', 'KWD', 1234],
    ['39.005', 'USD', '39.005'],
    ['cheap', 'USD', 'cheap'],
    ['-1', 'USD', '-1'],
  ])('reads the price %s %s', (price, currency, amount) => {
    const form = typed({ ...two, 'other.0.price': price, 'other.0.currency': currency });
    expect(bodyOf(form).body.related[0]?.price).toEqual({ amount, currency });
  });

  it('says 0, nothing and letters apart where a limit stands', () => {
    const limit = (backorderLimit: string) => bodyOf(typed({ ...two, backorderLimit })).body;
    expect(limit('0')).toMatchObject({ backorderLimit: 0 });
    expect(limit('12')).toMatchObject({ backorderLimit: 12 });
    expect(limit('')).not.toHaveProperty('backorderLimit');
    expect(limit('many')).toMatchObject({ backorderLimit: 'many' });
  });

  it('is the same again after it was stored', () => {
    const product = {
      ...{ sku: 'LAMP', title: 'Lamp', url: 'https://shop.example/lamp', imageUrl: null },
      highlights: ['One', { title: 'Two', text: 'Told', url: 'https://shop.example/two' }],
      related: [
        {
          ...{ title: 'Pad', url: 'https://shop.example/pad' },
          price: { amount: 3905, currency: 'USD' },
        },
      ],
      ...{ backorderLimit: 0, handlingDays: 3 },
    };
    const { sku: _, imageUrl: __, ...body } = product;
    expect(bodyOf(formOf(product)).body).toEqual(body);
  });

  it('is rearranged by its buttons, whatever they are sent with', () => {
    const form = typed({ title: 'Lamp', storys: '3', ...texts(['a', 'b', 'c']) });
    const arranged = (act: string) => rearrange(form, act).stories.map(({ text }) => text);
    expect(arranged('up.story.1')).toEqual(['b', 'a', 'c']);
    expect(arranged('down.story.1')).toEqual(['a', 'c', 'b']);
    expect(arranged('remove.story.0')).toEqual(['b', 'c']);
    expect(arranged('add.story')).toEqual(['a', 'b', 'c', '']);
    for (const odd of ['up.story.0', 'down.story.2', 'up.story.x', 'remove.story', 'add', '']) {
      expect(arranged(odd), odd).toEqual(['a', 'b', 'c']);
    }
  });

  it('has an end, however many parts somebody says it has', () => {
    expect(typed({ storys: '1000000' }).stories).toHaveLength(60);
    expect(typed({ storys: '-1' }).stories).toEqual([]);
  });

  it('knows the field that the API complains about, also behind one that was left empty', () => {
    const where = bodyOf(typed(two));
    expect(fieldOf('/title', where)).toBe('title');
    expect(fieldOf('/highlights', where)).toBe('highlights');
    expect(fieldOf('/highlights/1/title', where)).toBe('story.2.title');
    expect(fieldOf('/highlights/0', where)).toBe('story.0.text');
    expect(fieldOf('/related/0/price/amount', where)).toBe('other.0.price');
    expect(fieldOf('/related/0/price/currency', where)).toBe('other.0.currency');
  });
});

const texts = (all: string[]) =>
  Object.fromEntries(all.map((text, nth) => [`story.${nth}.text`, text]));
