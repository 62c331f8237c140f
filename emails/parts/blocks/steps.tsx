import type { Block } from '../block.ts';
import { Grid } from '../grid.tsx';
import type { MailProps } from '../props.ts';
import { airBefore, startOf } from '../side.ts';
import { branded, styles } from '../theme.ts';

/** What happens from here, numbered. */
export const steps = (mail: MailProps, texts: readonly string[]): Block | null =>
  texts.length === 0
    ? null
    : {
        html: () => (
          <Grid width="100%" style={{ marginBottom: 12 }}>
            {texts.map((text, index) => (
              <Step key={text} mail={mail} nth={index + 1} text={text} />
            ))}
          </Grid>
        ),
        text: texts.map((text, index) => `${index + 1}. ${text}`).join('\n'),
      };

const Step = ({ mail, nth, text }: { mail: MailProps; nth: number; text: string }) => (
  <tr>
    <td width="28" valign="top" style={{ paddingBottom: 12 }}>
      <Grid width="28">
        <tr>
          <td
            className="bar"
            width="28"
            height="26"
            align="center"
            style={{ ...styles.number, ...branded(mail.shop).ground, borderRadius: 13 }}
          >
            {nth}
          </td>
        </tr>
      </Grid>
    </td>
    <td
      valign="top"
      align={startOf(mail.words)}
      style={{ ...styles.text, ...airBefore(mail.words, 14), paddingBottom: 12 }}
    >
      {text}
    </td>
  </tr>
);
