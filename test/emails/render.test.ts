import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMail, templates } from '../../emails/index.ts';
import { type MessageKind, messageKinds } from '../../workflows/domain/backorder/message-kind.ts';
import { anyProps } from './any-props.ts';

/** What a forgotten value leaves behind, in a mail or in an address. */
const slip = /undefined|null|NaN|\[object|Invalid/;

const holdsForAny = <K extends MessageKind>(kind: K) =>
  fc.assert(
    fc.asyncProperty(anyProps[kind], async (props) => {
      const { subject, html, text } = await renderMail(kind, props);
      expect(subject).not.toMatch(/[\r\n]/);
      expect(text).toContain(`order ${props.order.orderId}`);
      for (const output of [subject, html, text]) expect(output).not.toMatch(slip);
      expect(html).not.toContain('javascript:');
      expect(html).not.toContain('<b>');
      expect(text).not.toMatch(/\n{3}|\r|undefined/);
    }),
    { numRuns: 60 },
  );

const { confirmation } = templates;
const withLines = (size: number, title: string) => {
  const [line] = confirmation.PreviewProps.order.lines;
  if (!line) throw new Error('the example has no line');
  const lines = Array.from({ length: size }, (_, index) => ({
    ...line,
    title: `${title} ${index}`,
  }));
  const order = { ...confirmation.PreviewProps.order, lines };
  return { ...confirmation.PreviewProps, order };
};

describe('any mail', () => {
  it.each(messageKinds)('%s says what it was given, whatever that was', (kind) =>
    holdsForAny(kind),
  );

  it('refuses to invent a currency', async () => {
    const mandate = { maximum: { amount: 1, currency: '' } };
    await expect(
      renderMail('confirmation', { ...confirmation.PreviewProps, mandate }),
    ).rejects.toThrow(RangeError);
  });
});

describe('the list of lines', () => {
  it('shows the picture of a single line', async () => {
    const { html } = await renderMail('confirmation', withLines(1, 'Lamp'));
    expect(html.match(/<img /g)).toHaveLength(1);
  });

  it('names all of a hundred lines below the size at which Gmail cuts mails off', async () => {
    const title =
      'A brass lamp whose name was written by somebody with a lot of time on their hands';
    const { html, text } = await renderMail('confirmation', withLines(100, title));
    for (let index = 0; index < 100; index++) {
      expect(text).toContain(`× ${title} ${index} (`);
      expect(html).toContain(`>${title} ${index}</a>`);
    }
    expect(html).not.toContain('<img ');
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
  });
});
