import { expect, test } from 'vitest';
import { socialPage } from '../../../dev/social/page.tsx';

test('a post stands as it was written, with an address that can be followed', () => {
  const text = 'A <b> lamp\n\nhttps://shop.example/updates/1?a=1&b=2';
  const html = socialPage('Mastodon', [{ id: '1', text, at: '2026-11-27T10:00:00.000Z' }]);
  const href = 'https://shop.example/updates/1?a=1&amp;b=2';
  expect(html).toContain(`A &lt;b&gt; lamp\n\n<a href="${href}">${href}</a>`);
});
