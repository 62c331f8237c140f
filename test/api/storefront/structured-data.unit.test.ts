import { describe, expect, it } from 'vitest';
import { structuredDataOf, toScriptJson } from '../../../api/storefront/structured-data.ts';
import { at, outlookOf } from './outlook-cast.ts';

describe('structured data', () => {
  it('says of what is on backorder from when it ships, in the zone of the shop', () => {
    const lamp = outlookOf({ expectedOn: '2027-07-15', product: described });
    expect(structuredDataOf('LAMP', lamp, at)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Product',
      sku: 'LAMP',
      name: 'Brass lamp',
      image: 'https://shop.example/lamp.jpg',
      url: 'https://shop.example/lamp',
      offers: {
        '@type': 'Offer',
        availability: 'https://schema.org/BackOrder',
        availabilityStarts: '2027-07-15T00:00:00-04:00',
        url: 'https://shop.example/lamp',
      },
    });
  });

  it.each([
    ['what is on hand', { free: 1 }, 'InStock'],
    ['what has no date', {}, 'OutOfStock'],
    ['what the limit leaves nothing of', { expectedOn: '2027-01-15', limitLeft: 0 }, 'OutOfStock'],
  ])('says of %s that it is so, and no day', (_, known, availability) => {
    const { offers } = structuredDataOf('LAMP', outlookOf(known), at);
    expect(offers).toEqual({
      '@type': 'Offer',
      availability: `https://schema.org/${availability}`,
    });
  });

  it('calls by its SKU what nobody has named', () => {
    expect(structuredDataOf('LAMP', outlookOf({}), at)).toMatchObject({ name: 'LAMP' });
  });

  it('ends no script element, and begins none', () => {
    const title = '</script><script>alert(1)</script><!--';
    const text = toScriptJson({ name: title });
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual({ name: title });
  });
});

const described = {
  title: 'Brass lamp',
  url: 'https://shop.example/lamp',
  imageUrl: 'https://shop.example/lamp.jpg',
};
