import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostBytes, renderMail, templates } from '../../emails/index.ts';
import { lamp } from '../../emails/parts/example.ts';
import type { LinePart } from '../../emails/parts/props.ts';
import { type MessageKind, messageKinds } from '../../workflows/domain/backorder/message-kind.ts';
import { anyProps } from './any-props.ts';

/** What a forgotten value leaves behind, in a mail or in an address. */
const slip = /undefined|null|NaN|\[object|Invalid/;

const holdsForAny = <K extends MessageKind>(kind: K) =>
  fc.assert(
    fc.asyncProperty(anyProps[kind], async (props) => {
      const { subject, html, text } = await renderMail(kind, props);
      expect(subject).not.toMatch(/[\r\n]/);
      expect(text).toContain(props.order.number);
      for (const output of [subject, html, text]) expect(output).not.toMatch(slip);
      expect(html).toContain(`dir="${props.words.dir}"`);
      expect(html).not.toContain('javascript:');
      expect(html).not.toContain('<b>');
      expect(text).not.toMatch(/\n{3}|\r|undefined/);
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(mostBytes);
    }),
    { numRuns: 30 },
  );

describe('any mail', () => {
  it.each(messageKinds)('%s says what it was given, whatever that was', (kind) =>
    holdsForAny(kind),
  );

  it('leaves no gap for a story whose headline shows nothing', async () => {
    const props = templates.excitement.PreviewProps;
    const story = { title: ' \n', text: 'Turned by hand.', imageUrl: null, url: null };
    const { html, text } = await renderMail('excitement', { ...props, story });
    expect(text).not.toMatch(/\n{3}/);
    expect(html).not.toMatch(/<h2[^>]*><\/h2>/);
  });

  it('refuses to invent a currency', async () => {
    const mandate = { maximum: { amount: 1, currency: '' } };
    await expect(
      renderMail('confirmation', { ...templates.confirmation.PreviewProps, mandate }),
    ).rejects.toThrow(RangeError);
  });
});

const withLines = <K extends MessageKind>(kind: K, size: number, line: LinePart) => {
  const props = templates[kind].PreviewProps;
  const lines = Array.from({ length: size }, (_, index) => ({
    ...line,
    title: `${index} ${line.title}`.slice(0, 200),
    total: { amount: 10 ** 12, currency: 'USD' },
  }));
  const left = { ...props.left, lines };
  return { ...props, left, ...('lines' in props && { lines }), shipped: lines };
};

const long = (length: number, text = '"&💡') => text.repeat(length).slice(0, length);
const url = (path: string) =>
  `https://shop.example.org/${path}${'a&b='.repeat(490)}`.slice(0, 2000);
const longest: LinePart = {
  title: long(200),
  quantity: 100_000,
  sku: long(64, '<>'),
  url: url('p'),
  imageUrl: url('i'),
};

describe('the list of lines', () => {
  it('shows the picture of a single line', async () => {
    const { html } = await renderMail('countdown', withLines('countdown', 1, lamp));
    expect(html.match(/<img /g)).toHaveLength(2);
  });

  it('gives up pictures first', async () => {
    const props = withLines('confirmation', 100, { ...lamp, imageUrl: url('i').slice(0, 300) });
    const { html } = await renderMail('confirmation', props);
    expect(html).not.toContain('<img ');
    expect(html.match(/href="https:\/\/shop.example.org\/lamp-brass"/g)).toHaveLength(100);
    expect(html).not.toContain('more, on your page');
  });

  it('gives up links then, and names all lines as long as that fits', async () => {
    const props = withLines('confirmation', 100, { ...lamp, url: url('p').slice(0, 900) });
    const { html } = await renderMail('confirmation', props);
    expect(html).not.toContain('<img ');
    for (let index = 0; index < 100; index++) expect(html).toContain(`${index} Brass lamp<br/>`);
  });

  it.each(messageKinds)(
    '%s stays below the size at which Gmail cuts mails off, and its text names every line',
    async (kind) => {
      const props = withLines(kind, 100, longest);
      const { html, text } = await renderMail(kind, props as never);
      expect(Buffer.byteLength(html)).toBeLessThan(90_000);
      if (!text.includes('0 "&')) return;
      for (let index = 0; index < 100; index++) expect(text).toContain(`× ${index} "&`);
      const [, hidden] = /and (\d+) more, on your page/.exec(html) ?? [];
      expect(Number(hidden)).toBeGreaterThan(0);
      expect(Number(hidden)).toBeLessThan(95);
    },
  );
});
