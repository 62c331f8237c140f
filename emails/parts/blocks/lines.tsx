import type { Block, Room } from '../block.ts';
import { cut, flat, webUrl } from '../format.ts';
import { Grid } from '../grid.tsx';
import { detailsText } from '../letter.ts';
import { Picture } from '../picture.tsx';
import type { LinePart, MailProps, OrderLine } from '../props.ts';
import { airBefore, endOf, startOf } from '../side.ts';
import { branded, styles } from '../theme.ts';
import { type Detail, isFree, lineText, orderTitle, sumsOf } from '../wording.ts';

type Line = LinePart | OrderLine;

type Listed = { title: string; lines: readonly Line[]; sums?: readonly Detail[] };

const thumbnail = 64;

/** What is still to come, with what it costs; null once nothing is. */
export const order = (mail: MailProps): Block | null =>
  lines(mail, {
    title: orderTitle(mail),
    lines: mail.left.lines,
    sums: mail.left.lines.length > 0 ? sumsOf(mail, mail.left) : [],
  });

/** Lines with their quantities, and with amounts if they have any; null without lines. */
export const lines = (mail: MailProps, listed: Listed): Block | null =>
  listed.lines.length === 0
    ? null
    : {
        html: (room) => <Table mail={mail} listed={listed} room={room} />,
        text: textOf(mail, listed),
      };

const textOf = (mail: MailProps, { title, lines, sums = [] }: Listed): string =>
  [
    mail.words.say.letter.titled({ title }),
    ...lines.map((line) => `- ${lineText({ ...line, amount: amountOf(mail, line) }, mail.words)}`),
    ...(sums.length > 0 ? [detailsText(sums, mail)] : []),
  ].join('\n');

const amountOf = (mail: MailProps, line: Line): string | null =>
  'total' in line && !isFree(mail) ? mail.words.money(line.total) : null;

type TableProps = { mail: MailProps; listed: Listed; room: Room };

const Table = ({ mail, listed: { title, lines, sums = [] }, room }: TableProps) => {
  const shown = lines.slice(0, room.lines);
  const pictured = room.pictures && lines.some((line) => webUrl(line.imageUrl));
  const start = startOf(mail.words);
  return (
    <>
      <h2 style={styles.subheading}>{title}</h2>
      <Grid width="100%" style={styles.rows}>
        {shown.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once; a SKU may stand twice.
          <Row key={index} {...{ mail, line, pictured, linked: room.links }} />
        ))}
        {shown.length < lines.length && (
          <tr>
            <td className="rule" colSpan={pictured ? 3 : 2} align={start} style={styles.cell}>
              {mail.words.say.letter.moreLines({ count: lines.length - shown.length })}
            </td>
          </tr>
        )}
        {sums.map(({ label, value }, index) => (
          <tr key={label}>
            <td className="rule" colSpan={pictured ? 2 : 1} align={start} style={styles.cell}>
              {label}
            </td>
            <td
              className="rule"
              align={endOf(mail.words)}
              style={index === sums.length - 1 ? styles.total : styles.amount}
            >
              {value}
            </td>
          </tr>
        ))}
      </Grid>
    </>
  );
};

type RowProps = { mail: MailProps; line: Line; pictured: boolean; linked: boolean };

const Row = ({ mail, line, pictured, linked }: RowProps) => {
  const { words } = mail;
  const start = startOf(words);
  const air = pictured ? airBefore(words, 14) : {};
  return (
    <tr>
      {pictured && (
        <td className="rule" width={thumbnail} align={start} valign="top" style={styles.thumbnail}>
          <Thumbnail line={line} />
        </td>
      )}
      <td className="rule" align={start} valign="top" style={{ ...styles.cell, ...air }}>
        <Title mail={mail} line={line} linked={linked} />
        <br />
        <span className="muted" style={styles.note}>
          {words.say.letter.quantity({ count: line.quantity, sku: flat(line.sku) })}
        </span>
      </td>
      <td
        className="rule"
        align={endOf(words)}
        valign="top"
        style={{ ...styles.amount, ...airBefore(words, 12) }}
      >
        {amountOf(mail, line)}
      </td>
    </tr>
  );
};

const Thumbnail = ({ line }: { line: Line }) => {
  const src = webUrl(line.imageUrl);
  return (
    src && <Picture src={src} alt={cut(line.title, 24)} width={thumbnail} height={thumbnail} />
  );
};

const Title = ({ mail, line, linked }: Omit<RowProps, 'pictured'>) => {
  const href = linked ? webUrl(line.url) : null;
  if (!href) return flat(line.title);
  return (
    <a className="link" style={branded(mail.shop).link} href={href}>
      {flat(line.title)}
    </a>
  );
};
