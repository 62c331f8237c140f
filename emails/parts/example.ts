import { createLexicon } from '../words/lexicon.ts';
import { brandOf } from './brand.ts';
import type { LinePart, MailProps } from './props.ts';

/** The order with which the preview tool and the tests show every template. */
export const example: MailProps = {
  shop: brandOf({
    name: 'Lantern & Sons',
    url: 'https://shop.example.org',
    supportEmail: 'help@shop.example.org',
    postalAddress: '12 Mill Lane, Hudson, NY 12534, USA',
  }),
  words: createLexicon()('en-US'),
  customer: { name: 'Ada', locale: 'en-US' },
  order: {
    orderId: '1001',
    placedOn: '2026-11-23',
    lines: [
      {
        title: 'Brass lamp',
        quantity: 1,
        sku: 'LAMP-BRASS',
        url: 'https://shop.example.org/lamp-brass',
        imageUrl: 'https://shop.example.org/images/lamp-brass.png',
        total: { amount: 12900, currency: 'USD' },
      },
      {
        title: 'Linen shade',
        quantity: 2,
        sku: 'SHADE-LINEN',
        url: null,
        imageUrl: null,
        total: { amount: 7800, currency: 'USD' },
      },
    ],
    shipping: { amount: 900, currency: 'USD' },
    total: { amount: 21600, currency: 'USD' },
  },
  promise: { on: '2027-01-15' },
  links: {
    status: 'https://orders.example.org/b/4fJx2',
    pay: 'https://orders.example.org/b/4fJx2/pay',
    card: 'https://orders.example.org/b/4fJx2/card',
    unsubscribe: null,
  },
};

/** The same order, for mails that the customer may decline. */
export const declinable: MailProps = {
  ...example,
  links: { ...example.links, unsubscribe: 'https://orders.example.org/u/4fJx2' },
};

export const lamp: LinePart = {
  title: 'Brass lamp',
  quantity: 1,
  sku: 'LAMP-BRASS',
  url: 'https://shop.example.org/lamp-brass',
  imageUrl: 'https://shop.example.org/images/lamp-brass.png',
};

export const shades: LinePart = {
  title: 'Linen shade',
  quantity: 2,
  sku: 'SHADE-LINEN',
  url: null,
  imageUrl: null,
};
