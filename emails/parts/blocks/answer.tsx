import type { Block } from '../block.ts';
import { Grid } from '../grid.tsx';
import { linkText } from '../letter.ts';
import type { MailProps } from '../props.ts';
import { startOf } from '../side.ts';
import { branded, styles } from '../theme.ts';
import type { Ask } from '../wording.ts';
import { ButtonCell } from './button.tsx';

/**
 * Where each answer is given. `silence`: what happens if the customer does nothing, and until when
 * they may answer.
 */
export type Answer = { keepHref: string; cancelHref: string; silence: string };

/** Two answers of the same weight, in one row of equal cells, and what follows from none. */
export const answer = (mail: MailProps, { keepHref, cancelHref, silence }: Answer): Block => {
  const { delayNotice } = mail.words.say;
  const heading = delayNotice.ifSilent();
  const keep: Ask = { label: delayNotice.keep(), href: keepHref };
  const cancel: Ask = { label: delayNotice.cancel(), href: cancelHref };
  return {
    html: () => (
      <>
        <Grid width="100%" style={{ marginBottom: 20, tableLayout: 'fixed' }}>
          <tr>
            <ButtonCell shop={mail.shop} {...keep} width="48%" quiet />
            <td width="4%" />
            <ButtonCell shop={mail.shop} {...cancel} width="48%" quiet />
          </tr>
        </Grid>
        <Grid width="100%" style={{ marginBottom: 24 }}>
          <tr>
            <td
              className="rule"
              align={startOf(mail.words)}
              style={{ ...styles.box, ...branded(mail.shop).rounded }}
            >
              <p style={{ ...styles.value, margin: '0 0 4px' }}>{heading}</p>
              <p style={{ ...styles.text, margin: 0 }}>{silence}</p>
            </td>
          </tr>
        </Grid>
      </>
    ),
    text: [
      linkText(keep.label, keep.href, mail.words),
      linkText(cancel.label, cancel.href, mail.words),
      `${heading}\n${silence}`,
    ].join('\n\n'),
  };
};
