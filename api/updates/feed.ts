import { Feed } from 'feed';
import type { PublishedUpdate } from '../../db/updates/published.ts';
import type { Words } from '../../emails/words/lexicon.ts';
import { sayUpdate } from './say.ts';

/** What a feed is made of. `self`: its own address, and `home` that of the page of all updates. */
export type FeedOf = {
  updates: readonly PublishedUpdate[];
  shopName: string;
  words: Words;
  home: string;
  self: string;
};

/** RFC 4287. Titles and contents are HTML there, so what was written as text is escaped. */
export const atomFeed = (of: FeedOf): string => {
  const feed = createFeed(of);
  for (const update of of.updates) {
    const { title, paragraphs } = contentOf(update, of);
    feed.addItem({
      ...partsOf(update, of),
      title: escapeHtml(title),
      content: paragraphs.map((each) => `<p>${escapeHtml(each)}</p>`).join(''),
    });
  }
  const lang = `<feed xml:lang="${of.words.lang}" `;
  return feed.atom1().replace('<feed ', lang);
};

/**
 * JSON Feed 1.1 (jsonfeed.org/version/1.1). The library writes 1.0, of which 1.1 keeps everything
 * but the author, and adds the language; plain text needs no escaping there.
 */
export const jsonFeed = (of: FeedOf): string => {
  const feed = createFeed(of);
  for (const update of of.updates) {
    feed.addItem({ ...partsOf(update, of), title: contentOf(update, of).title });
  }
  const { author, items, ...written } = JSON.parse(feed.json1());
  const texts = of.updates.map((update) => contentOf(update, of).paragraphs.join('\n\n'));
  return JSON.stringify({
    ...written,
    version: 'https://jsonfeed.org/version/1.1',
    language: of.words.lang,
    authors: [author],
    items: items.map(({ content_html: _, ...item }: Record<string, unknown>, index: number) => ({
      ...item,
      content_text: texts[index],
    })),
  });
};

/** What stands for the whole feed is text, and the library escapes it. */
const createFeed = ({ shopName, words, home, self, updates }: FeedOf): Feed =>
  new Feed({
    id: self,
    title: `${words.say.updatesPage.title()} · ${shopName}`,
    description: words.say.updatesPage.about(),
    link: home,
    feedLinks: { atom: self, json: self },
    // An empty feed has not changed since ever.
    updated: new Date(newest(updates) ?? 0),
    author: { name: shopName, link: home },
    generator: 'Meanwhile',
  });

const newest = (updates: readonly PublishedUpdate[]): string | undefined =>
  updates
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);

const partsOf = ({ tag, updateId, url, updatedAt, publishedAt }: PublishedUpdate, of: FeedOf) => ({
  id: tag,
  link: url ?? `${of.home}/${updateId}`,
  date: new Date(updatedAt),
  published: new Date(publishedAt),
});

const contentOf = (update: PublishedUpdate, { words }: FeedOf) => {
  const { title, text, note } = sayUpdate(update, words);
  return { title, paragraphs: [text, note].filter((each) => each !== null && each !== '') };
};

const escapeHtml = (text: string | null): string =>
  (text ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
