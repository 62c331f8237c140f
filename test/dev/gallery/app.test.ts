import { describe, expect, it } from 'vitest';
import { createGallery } from '../../../dev/gallery/app.ts';
import { templates } from '../../../emails/index.ts';
import { textOf } from '../../support/page/page-text.ts';

const gallery = createGallery();

const show = async (query: Record<string, string> = {}): Promise<string> => {
  const answer = await gallery.request(`/?${new URLSearchParams(query)}`);
  expect(answer.status).toBe(200);
  return answer.text();
};

const framesIn = (html: string): number => html.split('<iframe').length - 1;

describe('the gallery of mails', () => {
  it('shows every kind of mail', async () => {
    const html = await show();
    const kinds = Object.keys(templates);
    for (const kind of kinds) expect(textOf(html)).toContain(`${kind} as it is`);
    expect(framesIn(html)).toBe(kinds.length);
  });

  it.each(['long names', 'no date', 'many lines', 'no name, no pictures', 'a brand'])(
    'renders every kind with %s',
    async (name) => {
      const html = await show({ case: name });
      expect(textOf(html)).not.toContain('It cannot be rendered');
      expect(framesIn(html)).toBe(Object.keys(templates).length);
    },
  );

  it('shows one kind in all its cases, in any language, palette and width', async () => {
    const query = { kind: 'countdown', locale: 'ar-XB', palette: 'dark', width: 'desktop' };
    const html = await show(query);
    expect(framesIn(html)).toBeGreaterThanOrEqual(6);
    expect(html).toContain('@media (min-width:0)');
    expect(html).toContain('mail-frame desktop');
    expect(html).toContain('value="ar-XB" selected=""');
  });

  it('takes what it does not know as not said', async () => {
    expect(framesIn(await show({ kind: 'letter', locale: 'xx', palette: 'sepia' }))).toBe(
      Object.keys(templates).length,
    );
  });
});
