import { describe, expect, it } from 'vitest';
import { renderMail, templates } from '../../emails/index.ts';
import {
  classOf,
  type MessageKind,
  messageKinds,
} from '../../workflows/domain/backorder/message-kind.ts';
import { promisedIn } from './states.ts';

const unsubscribe = 'https://orders.example.org/u/away';

const render = <K extends MessageKind>(kind: K) => renderMail(kind, templates[kind].PreviewProps);

const withUnsubscribe = <K extends MessageKind>(kind: K) => {
  const props = templates[kind].PreviewProps;
  return renderMail(kind, { ...props, links: { ...props.links, unsubscribe } });
};

describe.each(messageKinds)('the %s mail', (kind) => {
  it('looks as it was last looked at', async () => {
    const { subject, html, text } = await render(kind);
    await expect(`${html}\n`).toMatchFileSnapshot(`./rendered/${kind}.html.snap`);
    await expect(`Subject: ${subject}\n\n${text}`).toMatchFileSnapshot(`./rendered/${kind}.txt`);
  });

  it('names the order in its text, its page and how to reach the shop', async () => {
    const { html, text } = await render(kind);
    const { shop, order, links } = templates[kind].PreviewProps;
    for (const told of [order.number, links.status, shop.supportEmail, shop.postalAddress]) {
      expect(text).toContain(told);
      expect(html).toContain(told);
    }
  });

  it('is the same to the byte each time it is rendered', async () => {
    expect(await render(kind)).toEqual(await render(kind));
  });

  it('greets nobody by a made-up name', async () => {
    const props = templates[kind].PreviewProps;
    for (const name of [null, '', '  ']) {
      const { html, text } = await renderMail(kind, {
        ...props,
        customer: { ...props.customer, name },
      });
      expect(text.startsWith('Hello,\n')).toBe(true);
      expect(html).toContain('>Hello,<');
    }
  });

  it('shows a hostile name as mere letters', async () => {
    const props = templates[kind].PreviewProps;
    const name = '<img src=x onerror=alert(1)>\r\nBcc: all';
    const { html, text } = await renderMail(kind, { ...props, customer: { name, locale: 'en' } });
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('Hello &lt;img src=x onerror=alert(1)&gt; Bcc: all,');
    expect(text.split('\n')[0]).toBe('Hello <img src=x onerror=alert(1)> Bcc: all,');
  });

  it('loads nothing but pictures, each with words and a size', async () => {
    const { html } = await render(kind);
    expect(html).not.toMatch(/<link|<script|@import|@font-face|url\(/);
    for (const [picture] of html.matchAll(/<img [^>]*>/g)) {
      expect(picture).toMatch(/ alt="[^"]+"/);
      expect(picture).toMatch(/ width="[1-9]\d*"/);
      expect(picture).toMatch(/ height="[1-9]\d*"/);
    }
  });

  it(`${classOf(kind) === 'relationship' ? 'offers' : 'never offers'} to unsubscribe`, async () => {
    const { html, text } = await withUnsubscribe(kind);
    expect(html.includes(unsubscribe)).toBe(classOf(kind) === 'relationship');
    expect(text.includes(unsubscribe)).toBe(classOf(kind) === 'relationship');
  });
});

describe.each(messageKinds.filter((kind) => classOf(kind) === 'relationship'))(
  'the %s mail',
  (kind) => {
    it('says where the order stands before anything else', async () => {
      const { html, text } = await render(kind);
      expect(text.split('\n\n')[1]).toMatch(/^Your order 1001 /);
      expect(html).toMatch(/>Hello Ada,<\/p><p [^>]*>Your order 1001 /);
    });

    it('reads well without a date', async () => {
      const props = { ...templates[kind].PreviewProps, ...promisedIn(null) };
      const { html, text } = await renderMail(kind, props as never);
      expect(text).not.toMatch(/ships? by:? (?!No date yet)/i);
      expect(html).not.toContain('2027');
    });
  },
);
