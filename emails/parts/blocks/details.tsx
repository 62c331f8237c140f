import type { Block } from '../block.ts';
import { detailsText } from '../letter.ts';
import type { MailProps } from '../props.ts';
import { styles } from '../theme.ts';
import type { Detail } from '../wording.ts';
import { Panel } from './panel.tsx';

/** Dates, sums and deadlines to be found at a glance, the first one large; none, no panel. */
export const details = (mail: MailProps, shown: readonly Detail[]): Block | null =>
  shown.length === 0
    ? null
    : {
        html: () => (
          <Panel mail={mail}>
            {shown.map(({ label, value }, index) => (
              <div key={label} style={index === 0 ? {} : { marginTop: 8 }}>
                <p className="muted" style={styles.label}>
                  {label}
                </p>
                <p style={index === 0 ? styles.fact : styles.value}>{value}</p>
              </div>
            ))}
          </Panel>
        ),
        text: detailsText(shown, mail),
      };
