import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../api/updates/network/bluesky.ts';
import { postText } from '../../../api/updates/post-text.ts';
import { recordKeyOf } from '../../../api/updates/record-key.ts';

const link = 'https://api.shop.example/updates/0b1f0c2e-6f0e-4f4e-9a1e-5d8f0c6a7b11';
const text = 'Orders that wait for this delivery now ship by Friday, February 5, 2027.';
const graphemes = (written: string): number =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(written)].length;

const anything = fc.oneof(
  fc.string({ maxLength: 300, unit: 'grapheme' }),
  fc.constant('👩‍👩‍👧‍👦'.repeat(60)),
  fc.constant('é'.repeat(300)),
);

describe('a post', () => {
  it('is within what its network takes, and keeps sentence and link', () => {
    fc.assert(
      fc.property(anything, anything, (title, note) => {
        const said = { title: `x${title}`, text, note };
        const short = postText('bluesky', said, link);
        expect(graphemes(short)).toBeLessThanOrEqual(300);
        expect(Buffer.byteLength(short)).toBeLessThanOrEqual(3_000);
        const long = postText('mastodon', said, link);
        expect([...long].length).toBeLessThanOrEqual(500);
        for (const post of [short, long]) {
          expect(post.endsWith(link)).toBe(true);
          expect(post).toContain(text);
        }
      }),
    );
  });

  it('is whole where it fits, and loses the end of its note where not', () => {
    const said = { title: 'Lamp: a new date', text, note: 'Storms at sea' };
    expect(postText('bluesky', said, link)).toBe(
      `Lamp: a new date\n\n${text}\n\nStorms at sea\n\n${link}`,
    );
    const cut = postText('bluesky', { ...said, note: 'Storm '.repeat(50) }, link);
    expect(cut).toMatch(/Storm Storm…\n\nhttps/);
    expect(graphemes(cut)).toBeGreaterThan(300 - 'Storm '.length);
  });

  it('is cut where it has to be where no word ends', () => {
    const said = { title: 'Lamp: a new date', text, note: `Now ${'海'.repeat(300)}` };
    expect(graphemes(postText('bluesky', said, link))).toBe(300);
  });

  it('calls on nobody', () => {
    const post = postText('mastodon', { title: 'by @ada', text, note: '@bob@example.org' }, link);
    expect(post).not.toMatch(/@\w/);
  });

  it('marks its link by bytes', () => {
    const written = postText('bluesky', { title: 'Lämpchen 👩‍👩‍👧‍👦', text, note: 'schön' }, link);
    const post = { text: written, link, publishedAt: '2026-11-23T10:00:00.000Z' };
    const { facets } = recordOf(post as Parameters<typeof recordOf>[0], 'de');
    const { byteStart = 0, byteEnd = 0 } = facets[0]?.index ?? {};
    expect(Buffer.from(written).subarray(byteStart, byteEnd).toString()).toBe(link);
  });
});

describe('the key of a record', () => {
  it('is one of AT Protocol, grows with time, and is used once', () => {
    const at = '2026-11-23T10:00:00.000Z';
    const keys = Array.from({ length: 3_000 }, (_, seq) => recordKeyOf(at, seq));
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[234567abcdefghij][234567a-z]{12}$/);
    expect(recordKeyOf('2026-11-23T10:00:00.001Z', 0) > (keys[0] ?? '')).toBe(true);

    expect(recordKeyOf('1970-01-01T00:00:00.000Z', 0)).toBe('2222222222222');
  });
});
