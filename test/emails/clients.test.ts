import { auditEmail } from '@emailens/engine';
import { doIUseEmail } from '@jsx-email/doiuse-email';
import { describe, expect, it } from 'vitest';
import { renderMail, templates } from '../../emails/index.ts';
import { type MessageKind, messageKinds } from '../../workflows/domain/backorder/message-kind.ts';

const clients = [
  'gmail.desktop-webmail',
  'gmail.ios',
  'gmail.android',
  'outlook.windows',
  'apple-mail.macos',
  'apple-mail.ios',
] as const;

/** What a program may lack without any loss but of looks, or what hides the preview by two ways. */
const adornments: Record<string, string> = {
  'border-radius': 'corners are square',
  '@media': 'there is no dark palette, and the padding of a phone is that of a desk',
  'white-space': 'a long sum may break',
  'table-layout': 'Outlook for Windows, which lacks it, has a column of its own width',
  overflow: 'the preview is hidden by display:none',
  opacity: 'the preview is hidden by display:none',
};

const render = async <K extends MessageKind>(kind: K): Promise<string> =>
  (await renderMail(kind, templates[kind].PreviewProps)).html;

/** What caniemail.com says that one of the programs does not know. */
const unknownIn = (html: string): string[] => {
  const found = doIUseEmail(html, { emailClients: [...clients] });
  const errors = 'errors' in found ? (found.errors ?? []) : [];
  return errors
    .map((error) => /`([^`]+)` is not supported/.exec(error)?.[1] ?? error)
    .filter((feature) => !(feature in adornments));
};

/** What would break the mail there, and not only its looks. */
const errorsIn = (html: string): string[] => {
  const { warnings } = auditEmail(html).compatibility;
  return warnings
    .filter(({ severity }) => severity === 'error')
    .map(({ client, property }) => `${client}: ${property}`);
};

describe.each(messageKinds)('the %s mail', (kind) => {
  it('asks of Gmail, Outlook and Apple Mail only what they can show', async () => {
    const html = await render(kind);
    expect(unknownIn(html)).toEqual([]);
    expect(errorsIn(html)).toEqual([]);
    expect(html).not.toMatch(/display:\s*(flex|grid)|background-image|position:|float:/);
  });

  it('gives Outlook a column of 600 pixels, and the others all that their screen has', async () => {
    const html = await render(kind);
    expect(html).toContain('<!--[if mso]><table role="presentation" width="600"');
    // Else a wide picture that is not loaded pushes the whole mail off a small screen.
    expect(html).toContain('max-width:600px;table-layout:fixed');
    expect(html.match(/<!--\[if mso\]>/g)).toHaveLength(2);
  });

  it('links to nothing insecure, and says what each link is for', async () => {
    const { links } = auditEmail(await render(kind));
    expect(links.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

it('what those programs cannot show would be seen', () => {
  const html = '<html><body><div style="box-shadow:0 0 1px red"><svg></svg></div></body></html>';
  expect(unknownIn(html)).toContain('box-shadow');
  expect(errorsIn(html)).toContain('outlook-windows-legacy: <svg>');
});
