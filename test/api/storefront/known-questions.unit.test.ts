import { expect, it } from 'vitest';
import { createKnownQuestions } from '../../../api/storefront/known-questions.ts';

const asking = { quantity: 1, location: null, locale: 'en' };

it('keeps what was asked, but no URL that is long for no reason', () => {
  const { one, many } = createKnownQuestions();
  const [lamp, both] = [
    { ...asking, sku: 'LAMP' },
    { ...asking, skus: ['LAMP', 'RUG'] },
  ];
  const url = 'https://api.example/v1/availability/LAMP?utm=';
  one.keep(url, lamp);
  many.keep(url, both);
  one.keep(url + 'x'.repeat(1_500), lamp);
  expect([one.find(url), many.find(url)]).toEqual([lamp, both]);
  expect(one.find(url + 'x'.repeat(1_500))).toBeUndefined();
});

it('forgets sooner or later what nobody asks again', () => {
  const { one, many } = createKnownQuestions();
  for (let at = 0; at <= 10_000; at++) {
    one.keep(`/${at}`, { ...asking, sku: 'LAMP' });
    many.keep(`/${at}`, { ...asking, skus: ['LAMP'] });
  }
  expect([one.find('/0'), many.find('/0')]).toEqual([undefined, undefined]);
});
