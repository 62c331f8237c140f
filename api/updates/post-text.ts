import type { Network } from '../../db/schema/updates/posts.ts';
import type { Said } from './say.ts';

/**
 * What a network takes: Mastodon 500 characters (docs.joinmastodon.org/user/posting), Bluesky 300
 * graphemes and 3000 bytes (its lexicon app.bsky.feed.post).
 */
const limits: Record<Network, { most: number; bytes: number }> = {
  mastodon: { most: 500, bytes: Number.POSITIVE_INFINITY },
  bluesky: { most: 300, bytes: 3_000 },
};

/**
 * The news as a post: headline, sentence, note and link, each on a line. What is too long loses the
 * end of its note, then of its headline; sentence and link stay whole. Nobody is mentioned by it.
 */
export const postText = (network: Network, said: Said, link: string): string => {
  const fits = (text: string) => fitsInto(network, text);
  const title = unmentioned(said.title);
  const note = said.note === null ? '' : unmentioned(said.note);
  const build = (head: string, body: string) =>
    [head, said.text, body, link].filter((line) => line !== '').join('\n\n');
  const whole = build(title, note);
  if (fits(whole)) return whole;
  const shorterNote = longest(note, (cut) => fits(build(title, cut)));
  if (shorterNote !== undefined) return build(title, shorterNote);
  return build(longest(title, (cut) => fits(build(cut, ''))) ?? '', '');
};

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

const graphemesOf = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Mastodon is counted by code points, of which there are never fewer than it counts. */
const fitsInto = (network: Network, text: string): boolean => {
  const { most, bytes } = limits[network];
  const length = network === 'mastodon' ? [...text].length : graphemesOf(text).length;
  return length <= most && Buffer.byteLength(text) <= bytes;
};

/** As much of the beginning as fits, with an ellipsis; undefined if none does. */
const longest = (text: string, fits: (cut: string) => boolean): string | undefined => {
  const graphemes = graphemesOf(text);
  const cutAt = (count: number) => (count === 0 ? '' : `${endAtWord(graphemes, count)}…`);
  if (!fits('')) return undefined;
  let [least, most] = [0, graphemes.length - 1];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(cutAt(middle))) least = middle;
    else most = middle - 1;
  }
  return cutAt(Math.max(0, least));
};

/** Languages without blanks between words have none to end at. */
const longestWord = 20;

/** So many graphemes, less what begins a word that would be cut. */
const endAtWord = (graphemes: readonly string[], count: number): string => {
  const isBlank = (at: number) => /^\s/.test(graphemes[at] ?? ' ');
  let end = count;
  while (end > 0 && count - end < longestWord && !isBlank(end)) end--;
  const isFound = end > 0 && isBlank(end);
  return graphemes
    .slice(0, isFound ? end : count)
    .join('')
    .trimEnd();
};

/** A title that came from a catalogue calls on nobody: a space without width parts name and sign. */
const unmentioned = (text: string): string => text.replace(/[@＠](?=[\p{L}\p{N}_])/gu, '$&\u200b');
