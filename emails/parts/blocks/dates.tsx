import type { Block } from '../block.ts';
import { Grid } from '../grid.tsx';
import { detailsText } from '../letter.ts';
import type { MailProps } from '../props.ts';
import { airBefore, startOf } from '../side.ts';
import { styles } from '../theme.ts';
import type { Detail } from '../wording.ts';
import { Panel } from './panel.tsx';

/** The date we gave and the one that stands now, side by side. */
export const dates = (
  mail: MailProps,
  { before, now }: { before: Detail; now: Detail },
): Block => ({
  html: () => (
    <Panel mail={mail}>
      <Grid width="100%">
        <tr>
          <td width="50%" valign="top" align={startOf(mail.words)}>
            <p className="muted" style={styles.label}>
              {before.label}
            </p>
            <p className="muted" style={styles.past}>
              {before.value}
            </p>
          </td>
          <td
            width="50%"
            valign="top"
            align={startOf(mail.words)}
            style={airBefore(mail.words, 16)}
          >
            <p className="muted" style={styles.label}>
              {now.label}
            </p>
            <p style={{ ...styles.value, margin: 0 }}>{now.value}</p>
          </td>
        </tr>
      </Grid>
    </Panel>
  ),
  text: detailsText([before, now], mail),
});
