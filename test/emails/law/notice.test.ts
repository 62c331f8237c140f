import { describe, expect, it } from 'vitest';
import * as delayNotice from '../../../emails/delay-notice.tsx';
import { renderMail } from '../../../emails/index.ts';
import { en } from '../../../emails/words/en/index.ts';
import { lawTexts } from '../../../emails/words/law.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import { cases, propsOf } from './cases.ts';
import { locales, missingIn, wordsOf } from './wanted.ts';

const lexicon = createLexicon();

describe.each(locales)('a notice in %s', (locale) => {
  const words = lexicon(locale);

  it('says all that the law wants, as text and as HTML, whatever the case', async () => {
    const missing: string[] = [];
    for (const each of cases) {
      const { text, html } = await renderMail('delay-notice', propsOf(each, words));
      for (const [form, said] of [
        ['text', text],
        ['html', wordsOf(html)],
      ] as const) {
        const lacks = missingIn(each, { text: said, words, locale });
        if (lacks.length > 0) missing.push(`${each.name} (${form}): ${lacks.join(', ')}`);
      }
    }
    expect(missing).toEqual([]);
  });

  const sections = ['lawNotice', 'lawInforms'] as const;
  const texts = [
    ...sections.flatMap((section) =>
      Object.keys(en[section]).map((key) => [section, key] as const),
    ),
    ...(['keep', 'cancel', 'reason'] as const).map((key) => ['delayNotice', key] as const),
  ];

  it('would be found out if any of its texts were left out', () => {
    const whole = cases.map((each) => delayNotice.text(propsOf(each, words)));
    const [unheard, unsaid]: [string[], string[]] = [[], []];
    for (const [section, key] of texts) {
      const mute = createLexicon({ [locale]: { [section]: { [key]: '' } } })(locale);
      const changed = cases
        .map((each, index) => ({
          each,
          whole: whole[index],
          text: delayNotice.text(propsOf(each, mute)),
        }))
        .filter(({ whole, text }) => whole !== text);
      if (changed.length === 0) unsaid.push(key);
      const passing = changed.filter(
        ({ each, text }) => missingIn(each, { text, words, locale }).length === 0,
      );
      if (passing.length > 0) unheard.push(key);
    }
    // The law does not ask for the old date, and sentences say already that there is no new one.
    expect(unheard).toEqual(['before', 'unknown']);
    // Those that an inbox shows, and the heading.
    expect(unsaid.filter((key) => !/^(subject|heading)/.test(key))).toEqual([]);
  });
});

it('says in the words of the shop nothing that the law wants said', () => {
  const told = [...Object.keys(en.lawNotice).map((key) => `lawNotice.${key}`)];
  told.push(...Object.keys(en.lawInforms).map((key) => `lawInforms.${key}`));
  expect(told.filter((name) => !(lawTexts as readonly string[]).includes(name))).toEqual([]);
});
