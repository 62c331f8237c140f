import { describe, expect, it } from 'vitest';
import * as cancelled from '../../../emails/cancelled.tsx';
import { renderMail } from '../../../emails/index.ts';
import { lamp } from '../../../emails/parts/example.ts';
import { en } from '../../../emails/words/en/index.ts';
import { createLexicon, type Words } from '../../../emails/words/lexicon.ts';
import { units } from '../states.ts';
import { wordsOf } from './wanted.ts';

type Money = cancelled.Props['money'];

const cost = { amount: 10_000, currency: 'USD' };
const on = '2026-12-01';
const later = '2026-12-10';

/** What became of the money, and what has to be said of it: which sum, and which day. */
const moneys: { money: Money; says: 'uncharged' | 'refunding' | 'refunded'; day?: string }[] = [
  { money: { kind: 'never_charged' }, says: 'uncharged' },
  { money: { kind: 'released', amount: cost }, says: 'uncharged' },
  { money: { kind: 'refunding', amount: cost, by: later }, says: 'refunding', day: later },
  { money: { kind: 'shop_refunds', amount: cost, by: later }, says: 'refunding', day: later },
  {
    money: { kind: 'refunded', amount: cost, on: later, isRest: false, released: null },
    says: 'refunded',
    day: later,
  },
];

const bys = [
  { by: 'law', cause: 'law' },
  { by: 'customer', cause: null },
  { by: 'shop', cause: null },
] as const;

const cases = bys.flatMap((who) =>
  moneys.flatMap((each) => [false, true].map((isPartial) => ({ ...who, ...each, isPartial }))),
);

type Case = (typeof cases)[number];

const propsOf = ({ by, cause, money, isPartial }: Case, words: Words): cancelled.Props => ({
  ...cancelled.PreviewProps,
  ...units(isPartial ? { cancelled: 1, shipped: 1 } : { cancelled: 1 }),
  ...{ words, by, cause, money, lines: [lamp], cancelledOn: on },
});

/** That it is cancelled, since when, and why; and each thing that may be said of the money. */
const phrases = {
  'en-US': {
    cancelled: 'cancel(?:ed)? (?:what was left of |part of )?(?:your order 1001 )?on %',
    law: 'because we could not ship it in time and no later date was agreed',
    uncharged: 'Nothing was charged for (?:it|these items), and nothing will be\\.',
    refunding: ' #.*It will be sent by % at the latest',
    refunded: ' refunded # on %',
  },
  'de-DE': {
    cancelled: 'am % (?:storniert|stornieren)',
    law: 'weil wir nicht rechtzeitig versenden konnten und kein späterer Termin vereinbart war',
    uncharged:
      '(?:Dafür|Für diese Artikel) wurde nichts abgebucht, und es wird auch nichts abgebucht\\.',
    refunding: ' #.*spätestens am % heraus',
    refunded: '[Aa]m % (?:haben wir Ihnen )?# ',
  },
  'fr-FR': {
    cancelled: 'annul(?:é|ée|er) (?:une partie de )?(?:votre commande 1001 )?le %',
    law: 'car nous n’avons pas pu l’expédier à temps et aucune date ultérieure n’était convenue',
    uncharged: 'Rien n’a été débité pour (?:ces articles|cette commande), et rien ne le sera\\.',
    refunding: ' #.*sera envoyé au plus tard le %',
    refunded: 'remboursé # le %',
  },
  'es-ES': {
    cancelled: '(?:canceló|cancelamos|cancelar) .*el %|se canceló el %',
    law: 'porque no pudimos enviarlo a tiempo y no se había acordado una fecha posterior',
    uncharged: 'No se ha cobrado nada por (?:él|estos artículos), ni se cobrará\\.',
    refunding: ' #.*Se enviará a más tardar el %',
    refunded: 'ó # el %|os # el %',
  },
} as const;

type Locale = keyof typeof phrases;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const missingIn = (given: Case, said: { text: string; words: Words; locale: Locale }) => {
  const { words, locale } = said;
  const text = said.text.replaceAll('\u00a0', ' ');
  const sum = escaped(words.money(cost).replaceAll('\u00a0', ' '));
  const has = (phrase: string, day: string) =>
    new RegExp(phrase.replaceAll('%', escaped(words.day(day))).replaceAll('#', sum)).test(text);
  const wanted = phrases[locale];
  return [
    ...(has(wanted.cancelled, on) ? [] : ['cancelled']),
    ...(given.by !== 'law' || has(wanted.law, on) ? [] : ['law']),
    ...(has(wanted[given.says], given.day ?? on) ? [] : [given.says]),
  ];
};

describe.each(Object.keys(phrases) as Locale[])('a cancellation in %s', (locale) => {
  const words = createLexicon()(locale);

  it('states that it is cancelled, and what becomes of the money, and when', async () => {
    const missing: string[] = [];
    for (const each of cases) {
      const { text, html } = await renderMail('cancelled', propsOf(each, words));
      for (const said of [text, wordsOf(html)]) {
        const lacks = missingIn(each, { text: said, words, locale });
        if (lacks.length > 0) missing.push(`${each.by} ${each.money.kind}: ${lacks.join(', ')}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('would be found out if any of its statements were left out', () => {
    const unheard = Object.keys(en.cancelled).filter((key) => {
      const mute = createLexicon({ [locale]: { cancelled: { [key]: '' } } })(locale);
      const changed = cases.filter(
        (each) => cancelled.text(propsOf(each, mute)) !== cancelled.text(propsOf(each, words)),
      );
      return changed.some(
        (each) =>
          missingIn(each, { text: cancelled.text(propsOf(each, mute)), words, locale }).length ===
          0,
      );
    });
    // A hold that is gone, what stays, and the title of the list.
    expect(unheard).toEqual(['released', 'restShipped', 'canceled']);
  });
});
