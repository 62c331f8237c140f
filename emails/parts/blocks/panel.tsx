import type { ReactNode } from 'react';
import { Grid } from '../grid.tsx';
import type { MailProps } from '../props.ts';
import { startOf } from '../side.ts';
import { branded, styles } from '../theme.ts';

type Props = { mail: MailProps; children: ReactNode };

/** A field on which a fact stands by itself. */
export const Panel = ({ mail, children }: Props) => (
  <Grid width="100%" style={{ marginTop: 4, marginBottom: 24 }}>
    <tr>
      <td
        className="panel"
        align={startOf(mail.words)}
        style={{ ...styles.panel, ...branded(mail.shop).rounded }}
      >
        {children}
      </td>
    </tr>
  </Grid>
);
