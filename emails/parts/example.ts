import { createLexicon } from '../words/lexicon.ts';
import { brandOf } from './brand.ts';
import type { LinePart, MailProps } from './props.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });

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

/** The order with which the preview tool and the tests show every template. */
export const example: MailProps = {
  shop: brandOf({
    name: 'Lantern & Sons',
    url: 'https://shop.example.org',
    colour: { light: '#7a4a12', dark: '#e7b67a' },
    supportEmail: 'help@shop.example.org',
    postalAddress: '12 Mill Lane, Hudson, NY 12534, USA',
  }),
  words: createLexicon()('en-US'),
  customer: { name: 'Ada', locale: 'en-US' },
  order: { number: '1001', placedOn: '2026-11-23', paying: 'card' },
  units: { waiting: 3, setAside: 0, shipped: 0, cancelled: 0 },
  left: {
    lines: [
      { ...lamp, total: usd(12900) },
      { ...shades, total: usd(7800) },
    ],
    shipping: usd(900),
    total: usd(21600),
  },
  promise: { is: 'ahead', on: '2027-01-15', days: 30 },
  wait: { day: 23, days: 53 },
  links: {
    status: 'https://orders.example.org/b/4fJx2',
    pay: 'https://orders.example.org/b/4fJx2/pay',
    card: 'https://orders.example.org/b/4fJx2/card',
    preferences: 'https://orders.example.org/b/4fJx2/preferences',
    unsubscribe: null,
  },
};

/** The same order, for mails that the customer may decline. */
export const declinable: MailProps = {
  ...example,
  links: { ...example.links, unsubscribe: 'https://orders.example.org/u/4fJx2' },
};
