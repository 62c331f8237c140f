import type { Words } from '../../../emails/words/lexicon.ts';
import type { Case } from './cases.ts';
import { type Phrases, phrases } from './phrases.ts';

export const locales = Object.keys(phrases) as (keyof typeof phrases)[];

type Wanted = [phrase: keyof Phrases, day?: string | null];

/** What the law wants said in that case: 16 CFR 435.2(b); Directive 2011/83/EU art. 18; CRA 2015 s. 28. */
const wantedOf = ({ notice, paying, isRest }: Case): Wanted[] => {
  const { newOn, before, isPeriodOver, kind } = notice;
  if (isPeriodOver) {
    return [
      ...([['over', before], ['mayEnd'], ['staysOpen']] as Wanted[]),
      ...moneyOf(paying, 'allBack'),
    ];
  }
  const date: Wanted = newOn === null ? ['noDate'] : ['newDate', newOn];
  const all: Wanted[] = [['late'], date, ['reason'], ['cancel'], ['free'], ...byMail(isRest)];
  return [
    ...[...all, ...([['keep'], ['drop']] as Wanted[])],
    ...(kind === 'informs' ? informing(notice, paying) : offering(notice, paying)),
  ];
};

const byMail = (isRest: boolean): Wanted[] => (isRest ? [] : [['byMail']]);

type Notice = Case['notice'];
type Paying = Case['paying'];

const moneyOf = (paying: Paying, refund: keyof Phrases): Wanted[] =>
  paying === 'paid' ? [[refund]] : [];

const uncharged = (paying: Paying, phrase: keyof Phrases): Wanted[] =>
  paying === 'card' ? [[phrase]] : [];

const offering = ({ kind, newOn, silence, answerOn }: Notice, paying: Paying): Wanted[] => [
  [silence === 'consents' ? 'consents' : 'cancels', answerOn],
  ...moneyOf(paying, 'refunded'),
  ...uncharged(paying, 'uncharged'),
  ...(silence === 'cancels' ? moneyOf(paying, 'thenRefunded') : []),
  ...(silence === 'cancels' ? uncharged(paying, 'neverCharged') : []),
  ...(newOn === null ? ([['keepUndated']] as Wanted[]) : []),
  ...(kind !== 'later' && newOn !== null ? ([['longer', newOn]] as Wanted[]) : []),
];

const informing = (
  { newOn, deadlineOn, isEssential, isMissed }: Notice,
  paying: Paying,
): Wanted[] => [
  [newOn === null ? 'agreeUndated' : 'agree'],
  ['changesNothing'],
  [
    isEssential ? (isMissed ? 'essentialNow' : 'essential') : isMissed ? 'periodNow' : 'period',
    deadlineOn,
  ],
  ...(paying === 'free' ? [] : ([['costsNothing']] as Wanted[])),
  ...moneyOf(paying, 'allBack'),
  ...uncharged(paying, 'uncharged'),
];

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

type Said = { text: string; words: Words; locale: keyof typeof phrases };

/** What of it the text does not say. No-break spaces count as spaces. */
export const missingIn = (given: Case, { text, words, locale }: Said): string[] => {
  const said = text.replaceAll('\u00a0', ' ');
  const lacks = wantedOf(given).filter(([phrase, on]) => {
    const day = on ? escaped(words.day(on)) : '';
    return !new RegExp(phrases[locale][phrase].replaceAll('%', day)).test(said);
  });
  const links = given.notice.isPeriodOver
    ? ['/b/4fJx2/cancel']
    : ['/b/4fJx2/answer?choose=keep', '/b/4fJx2/answer?choose=cancel'];
  return [
    ...lacks.map(([phrase]) => phrase),
    ...links.filter(
      (link) => !new RegExp(`\\p{L} ?:\\n\\S+${escaped(link)}(?!\\S)`, 'u').test(said),
    ),
  ];
};

/** The words of an HTML mail below its head and preview, each link with its address beneath. */
export const wordsOf = (html: string): string =>
  html
    .slice(html.indexOf('<h1'))
    .replaceAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g, (_, href, label) =>
      href.startsWith('mailto:') ? label : `\n${label}:\n${href}\n`,
    )
    .replaceAll(/<\/(p|h1|h2|td|tr|div)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', '’');
