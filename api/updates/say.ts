import type { PublishedUpdate } from '../../db/updates/published.ts';
import type { Words } from '../../emails/words/lexicon.ts';
import { isolated } from '../../workflows/calendar/isolated.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';

/** News in words: a headline, a sentence of ours, and the operator's note. */
export type Said = { title: string; text: string; note: string | null };

type Told = Pick<PublishedUpdate, 'kind' | 'title' | 'before' | 'on' | 'note'>;

/** Plain text, in the language of the words. */
export const sayUpdate = (update: Told, words: Words): Said => {
  const { key, text } = sentenceOf(update, words);
  const title = words.say.updatesPage[key]({ title: isolated(readable(update.title)) });
  const note = update.note === null ? null : isolated(readable(update.note));
  return { title, text, note };
};

const sentenceOf = ({ kind, before, on }: Told, { say, day }: Words) => {
  const words = say.updatesPage;
  if (kind === 'arrived') {
    return {
      key: 'arrivedTitle',
      text: on === null ? '' : words.arrived({ day: day(on) }),
    } as const;
  }
  if (kind === 'backorder') {
    const text = on === null ? words.backorderUndated() : words.backorder({ day: day(on) });
    return { key: 'backorderTitle', text } as const;
  }
  if (on === null) {
    const text = words.undated({ before: before === null ? '' : day(before) });
    return { key: 'undatedTitle', text } as const;
  }
  if (before === null) return { key: 'datedTitle', text: words.dated({ day: day(on) }) } as const;
  const text = words.moved({ day: day(on), before: day(before) });
  return { key: 'movedTitle', text } as const;
};

/** The day in the shop's zone on which something arrived. */
export const arrivalDay = (happenedAt: string, timeZone: string): string =>
  civilDateIn(happenedAt, timeZone);

/** Without what no XML may hold (XML 1.0, section 2.2), nor is for anybody to see. */
const readable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
