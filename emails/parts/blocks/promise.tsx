import type { Block } from '../block.ts';
import { Grid } from '../grid.tsx';
import { detailsText } from '../letter.ts';
import type { MailProps } from '../props.ts';
import { endOf, startOf } from '../side.ts';
import { branded, styles } from '../theme.ts';
import { isOpen, promiseDetail } from '../wording.ts';
import { Panel } from './panel.tsx';

/** The promised date, large, and how far the wait for it has come; null once nothing is to come. */
export const promise = (mail: MailProps): Block | null => {
  if (!isOpen(mail)) return null;
  const { label, value } = promiseDetail(mail);
  const { wait, words } = mail;
  const reached = wait && words.say.standing.waitDay(wait);
  return {
    html: () => (
      <Panel mail={mail}>
        <p className="muted" style={styles.label}>
          {label}
        </p>
        <p style={styles.fact}>{value}</p>
        {wait && reached && <Bar mail={mail} share={wait.day / wait.days} reached={reached} />}
      </Panel>
    ),
    text: [detailsText([{ label, value }], mail), ...(reached ? [reached] : [])].join('\n'),
  };
};

type Props = { mail: MailProps; share: number; reached: string };

/** A bar of two cells, which every mail program can draw, from placing to the promised date. */
const Bar = ({ mail, share, reached }: Props) => {
  const done = Math.min(100, Math.max(2, Math.round(share * 100)));
  return (
    <>
      <Grid width="100%" style={{ marginTop: 12 }}>
        <tr>
          <Cell
            width={done}
            className="bar"
            style={{ ...styles.bar, ...branded(mail.shop).ground }}
          />
          {done < 100 && <Cell width={100 - done} className="rest" style={styles.rest} />}
        </tr>
      </Grid>
      <Grid width="100%">
        <tr>
          <td
            className="muted"
            align={startOf(mail.words)}
            style={{ ...styles.note, paddingTop: 6 }}
          >
            {reached}
          </td>
          <td className="muted" align={endOf(mail.words)} style={{ ...styles.note, paddingTop: 6 }}>
            {mail.promise.is === 'none' ? '' : mail.words.shortDay(mail.promise.on)}
          </td>
        </tr>
      </Grid>
    </>
  );
};

type CellProps = { width: number; className: string; style: React.CSSProperties };

const Cell = ({ width, className, style }: CellProps) => (
  <td className={className} width={`${width}%`} height="8" style={style}>
    &nbsp;
  </td>
);
