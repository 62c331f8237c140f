import type { Block } from '../block.ts';
import { linkText } from '../letter.ts';
import type { MailProps } from '../props.ts';
import { branded, styles } from '../theme.ts';
import type { Ask } from '../wording.ts';
import { Button } from './button.tsx';

/** The one thing to do, and perhaps a plain link beneath. Every act is a form on the page itself. */
export const action = (mail: MailProps, main: Ask, second: Ask | null = null): Block => ({
  html: () => (
    <div style={{ marginBottom: 24 }}>
      <Button shop={mail.shop} href={main.href} label={main.label} />
      {second && (
        <p style={{ ...styles.text, margin: '14px 0 0' }}>
          <a className="link" href={second.href} style={branded(mail.shop).link}>
            {second.label}
          </a>
        </p>
      )}
    </div>
  ),
  text: [main, ...(second ? [second] : [])]
    .map(({ label, href }) => linkText(label, href, mail.words))
    .join('\n\n'),
});

/** Leads to the order's page. */
export const viewOrder = (mail: MailProps): Block => action(mail, pageAsk(mail));

export const pageAsk = ({ links, words }: MailProps): Ask => ({
  label: words.say.letter.view(),
  href: links.status,
});
